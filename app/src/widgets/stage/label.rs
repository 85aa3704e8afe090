//! Words beside hosts and chips of evidence near holders, put where they cover nothing.
use super::layout::{Area, Layout, place};
use crate::browser::text_width;
use crate::marks::{Chip, ChipState, Point, chip};
use crate::state::Session;
use crate::words::{ailments, last_wish, left, roles, seconds};
use engine::evidence::State;
use engine::kernel::{HostId, Instant, Span, sort_by_key};
use engine::modes::{Believer, Gap};
use engine::world::{Frame, Holding, HostView, NodeView};
use yew::prelude::*;

/// One line of text.
#[derive(Clone, Debug, PartialEq)]
struct Line {
    text: String,
    bold: Option<String>,
    class: &'static str,
    tenths: u16,
}

impl Line {
    fn new(text: impl Into<String>, class: &'static str, tenths: u16) -> Line {
        Line { text: text.into(), bold: None, class, tenths }
    }

    fn width(&self) -> f64 {
        let bold = self.bold.as_ref().map_or(0.0, |bold| text_width(bold, 160, true) + 8.0);
        bold + text_width(&self.text, self.tenths, false) * 1.04
    }
}

const LINE: f64 = 18.0;

/// Everything in words on a stage, placed.
pub(super) struct Words {
    labels: Vec<(Area, bool, Vec<Line>)>,
    chips: Vec<(Chip, Point, Option<String>)>,
}

impl Words {
    /// Places all words of a frame.
    pub(super) fn new(
        session: &Session,
        frame: &Frame,
        layout: &Layout,
        hosts: &[(HostId, Point)],
        mut taken: Vec<Area>,
    ) -> Words {
        let cast = &session.scenario().cast;
        for (host, at) in hosts {
            taken.push(Area::around(*at, layout.clear(cast, *host)));
        }
        let mut words = Words { labels: Vec::new(), chips: Vec::new() };
        for (host, at) in hosts {
            let lines = lines(session, frame, *host, layout);
            let reach = layout.clear(cast, *host);
            let (area, right) = beside(layout, &mut taken, *at, reach, &lines);
            words.labels.push((area, right, lines));
        }
        for (host, at) in hosts {
            let reach = layout.clear(cast, *host);
            for node in frame.nodes.iter().filter(|node| node.host == *host) {
                words.chips_of(session, frame, node, (*at, reach), layout, &mut taken);
            }
        }
        words
    }

    fn chips_of(
        &mut self,
        session: &Session,
        frame: &Frame,
        node: &NodeView,
        (at, reach): (Point, f64),
        layout: &Layout,
        taken: &mut Vec<Area>,
    ) {
        let focus = &session.scenario().focus;
        let wears =
            |class: usize| focus.contains(&(node.id.service, engine::modes::ClassId(class as u8)));
        let stands = node.rows.iter().enumerate().any(|(class, row)| wears(class) && row.is_some());
        if !stands {
            return;
        }
        let world = session.line().world();
        let mut holdings = world.holdings(node.id, &node.items, frame.at);
        sort_by_key(&mut holdings, |holding| !holding.has_deadline);
        let most = if layout.small { 1 } else { 2 };
        for holding in holdings.iter().filter(|holding| is_telling(holding)).take(most) {
            let (shown, note) = picture(session, node, frame.at, holding, layout.small);
            let options = around(at, reach, shown.width, shown.height() + 16.0);
            let area = place(layout, taken, &options);
            let shown = Chip { at: Point::new(area.x, area.y + 14.0), ..shown };
            self.chips.push((shown, at, note));
        }
    }

    /// Draws them.
    pub(super) fn view(&self) -> Html {
        let label = |(area, right, lines): &(Area, bool, Vec<Line>)| {
            let x = if *right { area.x } else { area.x + area.width };
            let anchor = if *right { "start" } else { "end" };
            let line = |(place, line): (usize, &Line)| {
                let y = area.y + 14.0 + place as f64 * LINE;
                html! {
                    <text x={format!("{x:.1}")} y={format!("{y:.1}")} class={line.class}
                        text-anchor={anchor}>
                        if let Some(bold) = &line.bold {
                            <tspan class="nm">{ bold }</tspan>{ "  " }
                        }
                        { &line.text }
                    </text>
                }
            };
            html! { <g class="label">{ for lines.iter().enumerate().map(line) }</g> }
        };
        let evidence = |(shown, at, note): &(Chip, Point, Option<String>)| {
            let edge = nearest(shown, *at);
            let stem = format!("M{:.1} {:.1}L{:.1} {:.1}", edge.x, edge.y, at.x, at.y);
            html! {
                <>
                    <path d={stem} class="stem" />
                    { chip(shown) }
                    if let Some(note) = note {
                        <text x={format!("{:.1}", shown.at.x)}
                            y={format!("{:.1}", shown.at.y - 5.0)} class="tx xs red">{ note }</text>
                    }
                </>
            }
        };
        html! {
            <>
                { for self.chips.iter().map(evidence) }
                { for self.labels.iter().map(label) }
            </>
        }
    }
}

/// The place on a chip's edge that is nearest to a node.
fn nearest(shown: &Chip, at: Point) -> Point {
    Point {
        x: at.x.clamp(shown.at.x, shown.at.x + shown.width),
        y: at.y.clamp(shown.at.y, shown.at.y + shown.height()),
    }
}

/// What has a deadline, or is not as it is believed, is worth a chip.
fn is_telling(holding: &Holding) -> bool {
    holding.has_deadline || holding.needed > 1 && holding.kind.card().composable
}

fn picture(
    session: &Session,
    node: &NodeView,
    now: Instant,
    holding: &Holding,
    small: bool,
) -> (Chip, Option<String>) {
    let cast = &session.scenario().cast;
    let binding = crate::words::epoch(cast, node.id, holding.epoch);
    let short = holding.kind.name().split(' ').next_back().unwrap_or_default();
    let name = match holding.has_deadline {
        true => format!("{}, {binding}", holding.kind.name()),
        false => format!("{short}s {}/{}, {binding}", holding.believed, holding.of),
    };
    let name = name.trim_end_matches([',', ' ']).to_owned();
    let counts = now < holding.believed_until;
    let holds = now < holding.true_until;
    let whole = holding.whole().0.max(1) as f64;
    let spent = (now - holding.renewed).0 as f64 / whole;
    let ended = (holding.true_until - holding.renewed).0 as f64 / whole;
    let comes = holding.believed_until.0 < u64::MAX / 2;
    let bar = (holding.has_deadline && comes).then_some((spent, (ended < 0.995).then_some(ended)));
    let time = holding.has_deadline.then(|| match counts {
        true if !comes => "no end in sight".into(),
        true if small => left(now, holding.believed_until, 2),
        true => format!("{} left", left(now, holding.believed_until, 2)),
        false => "run out".into(),
    });
    let lifetime = holding.believed_until - holding.renewed;
    let believed = match counts {
        false => State::Expired,
        true if now + Span(lifetime.0 / 4) >= holding.believed_until => State::Expiring,
        true => State::Active,
    };
    let gone = counts && !holds;
    let note = gone.then(|| match holding.true_until {
        Instant(0) => "in truth it never held".to_owned(),
        until => format!("in truth ran out {} ago", seconds(now - until, 2)),
    });
    let text = text_width(&name, 125, false)
        + time.as_ref().map_or(0.0, |time| text_width(time, 125, false) + 14.0);
    let width = (text * 1.04 + 18.0).max(if holding.has_deadline { 128.0 } else { 60.0 });
    let at = Point::default();
    (Chip { at, width, name, time, bar, state: ChipState { believed, holds } }, note)
}

/// Places for a chip around a node.
fn around(at: Point, reach: f64, width: f64, height: f64) -> Vec<Area> {
    let area = |x: f64, y: f64| Area { x, y, width, height };
    let (left, right) = (at.x - reach - width - 6.0, at.x + reach + 6.0);
    let (above, below) = (at.y - reach - height - 4.0, at.y + reach + 4.0);
    let mut options = Vec::new();
    for x in [at.x - width / 2.0, at.x - width, at.x, left, right] {
        options.extend([above, below].map(|y| area(x, y)));
    }
    options.extend([left, right].map(|x| area(x, at.y - height / 2.0)));
    options.extend([left, right].map(|x| area(x, at.y + reach * 0.4)));
    options
}

/// The place of a label: beside, then above or below.
fn beside(
    layout: &Layout,
    taken: &mut Vec<Area>,
    at: Point,
    reach: f64,
    lines: &[Line],
) -> (Area, bool) {
    let width = lines.iter().map(Line::width).fold(10.0, f64::max) + 2.0;
    let height = lines.len() as f64 * LINE + 2.0;
    let area = |x: f64, y: f64| Area { x, y, width, height };
    let (right, left) = (at.x + reach + 2.0, at.x - reach - 2.0 - width);
    let middle = at.y - height / 2.0;
    let outwards = if at.x < layout.width / 2.0 { [left, right] } else { [right, left] };
    let mut options: Vec<_> = outwards.iter().map(|x| area(*x, middle)).collect();
    let centred = at.x - width / 2.0;
    options.push(area(centred, at.y - reach - height - 1.0));
    options.push(area(centred, at.y + reach + 1.0));
    options.extend(outwards.iter().map(|x| area(*x, middle - reach * 0.7)));
    options.extend(outwards.iter().map(|x| area(*x, middle + reach * 0.7)));
    let chosen = place(layout, taken, &options);
    (chosen, chosen.x + width / 2.0 > at.x)
}

fn lines(session: &Session, frame: &Frame, host: HostId, layout: &Layout) -> Vec<Line> {
    let cast = &session.scenario().cast;
    let name = cast.host_name(host).to_owned();
    let Some(view) = frame.hosts.get(host.index()) else { return Vec::new() };
    if cast.hosts[host.index()].is_client {
        return client_lines(session, name, view);
    }
    let mut lines = Vec::new();
    let roles = roles(session, frame, host);
    let first =
        if layout.small { String::new() } else { roles.first().cloned().unwrap_or_default() };
    lines.push(Line { bold: Some(name), ..Line::new(first, "tx", 135) });
    if layout.small
        && let Some(role) = roles.first()
    {
        lines.push(Line::new(role.clone(), "tx s i2", 125));
    }
    lines.extend(roles.iter().skip(1).map(|role| Line::new(role.clone(), "tx s i2", 125)));
    lines.extend(clock_lines(view, frame.at));
    lines.extend(ailments(view).into_iter().map(|text| Line::new(text, "tx s red", 125)));
    lines.extend(lying_line(session, frame, host));
    lines
}

fn clock_lines(view: &HostView, now: Instant) -> Vec<Line> {
    let own = view.wall.0.max(0).cast_unsigned();
    let own = seconds(Span(own), 3);
    let truth = seconds(now - Instant(0), 3);
    match view.wall_error.unsigned_abs() < 2_000_000 {
        true => vec![Line::new(own, "tx s mono i2", 125)],
        false => vec![
            Line::new(format!("its clock {own}"), "tx s", 125),
            Line::new(format!("true time {truth}"), "tx s i2", 125),
        ],
    }
}

/// "lying 1.84 s", where a row that the host wears does.
fn lying_line(session: &Session, frame: &Frame, host: HostId) -> Option<Line> {
    let windows = session.windows();
    let lies = windows.iter().filter(|window| {
        let node = window.who.node();
        let worn = session.scenario().focus.contains(&(node.service, window.who.class()));
        let here = session.scenario().cast.host_of(node) == Some(host);
        worn && here
            && window.stance.gap == Gap::Lying
            && window.covers(frame.at)
            && matches!(window.who, Believer::Node(..))
    });
    let since = lies.map(|window| window.from).min()?;
    let text = format!("lying {}", seconds(frame.at - since, 2));
    Some(Line::new(text, "tx b red", 135))
}

fn client_lines(session: &Session, name: String, view: &HostView) -> Vec<Line> {
    let mut lines = vec![Line::new(format!("client {name}"), "tx b", 135)];
    lines.extend(last_wish(session, view.id).map(|text| Line::new(text, "tx s i2", 125)));
    lines.extend(ailments(view).into_iter().map(|text| Line::new(text, "tx s red", 125)));
    lines
}
