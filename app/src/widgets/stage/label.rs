//! Words beside hosts and chips of evidence near holders, put where they cover nothing.
use super::chips::{around, matters, nearest, picture, telling};
use super::layout::{Area, Layout, place, place_if_free};
use crate::browser::text_width;
use crate::marks::pen;
use crate::marks::{Chip, Point, chip};
use crate::state::Session;
use crate::words::{ailments, last_wish, roles, seconds};
use engine::kernel::{HostId, Instant, Span};
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

    /// Does it tell of a lie or a fault?
    fn is_alarming(&self) -> bool {
        self.class.ends_with("red")
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

/// What is being placed, and where there is room.
struct Placing<'a> {
    session: &'a Session,
    frame: &'a Frame,
    layout: &'a Layout,
    taken: Vec<Area>,
    words: Words,
}

impl Placing<'_> {
    /// A label stands where it covers nothing; where there is no room for all of it, its last
    /// lines are left out, but not what is said of a lie.
    fn label(&mut self, host: HostId, at: Point) {
        let mut lines = lines(self.session, self.frame, host, self.layout);
        let reach = self.layout.clear(&self.session.scenario().cast, host);
        let least = if lines.iter().any(Line::is_alarming) { lines.len() } else { 1 };
        let area = loop {
            let options = beside(self.layout, at, reach, &lines);
            match place_if_free(self.layout, &mut self.taken, &options) {
                Some(area) => break area,
                None if lines.len() > least => drop(lines.pop()),
                None => break place(self.layout, &mut self.taken, &options),
            }
        };
        self.words.labels.push((area, area.x + area.width / 2.0 > at.x, lines));
    }

    /// What runs out or is not as believed is shown wherever it is; the rest where there is room.
    fn chip(&mut self, at: Point, node: &NodeView, holding: &Holding) {
        let (now, layout) = (self.frame.at, self.layout);
        let (shown, note) = picture(self.session, node, now, holding, layout.small);
        let reach = layout.clear(&self.session.scenario().cast, node.host);
        let options = around(at, reach, shown.width, shown.height() + 16.0);
        let area = match matters(holding, now) {
            true => Some(place(layout, &mut self.taken, &options)),
            false => place_if_free(layout, &mut self.taken, &options),
        };
        if let Some(area) = area {
            let shown = Chip { at: Point::new(area.x, area.y + 14.0), ..shown };
            self.words.chips.push((shown, at, note));
        }
    }
}

impl Words {
    /// Places all words of a frame: what can give way comes last.
    pub(super) fn new(
        session: &Session,
        frame: &Frame,
        layout: &Layout,
        hosts: &[(HostId, Point)],
        mut taken: Vec<Area>,
    ) -> Words {
        let cast = &session.scenario().cast;
        for (host, at) in hosts {
            taken.extend(Area::circle(*at, layout.clear(cast, *host)));
        }
        let words = Words { labels: Vec::new(), chips: Vec::new() };
        let mut placing = Placing { session, frame, layout, taken, words };
        let mut holdings = Vec::new();
        for (host, at) in hosts {
            for node in frame.nodes.iter().filter(|node| node.host == *host) {
                let telling = telling(session, frame, node, layout);
                holdings.extend(telling.into_iter().map(|holding| (*at, node, holding)));
            }
        }
        let is_client = |host: HostId| cast.hosts[host.index()].is_client;
        for clients in [false, true] {
            for (host, at) in hosts.iter().filter(|(host, _)| is_client(*host) == clients) {
                placing.label(*host, *at);
            }
            let now = holdings.iter().filter(|(.., one)| matters(one, frame.at) != clients);
            now.for_each(|(at, node, one)| placing.chip(*at, node, one));
        }
        placing.words
    }

    /// Draws them.
    pub(super) fn view(&self) -> Html {
        let label = |(area, right, lines): &(Area, bool, Vec<Line>)| {
            let x = if *right { area.x } else { area.x + area.width };
            let anchor = if *right { "start" } else { "end" };
            let line = |(place, line): (usize, &Line)| {
                let y = area.y + 14.0 + place as f64 * LINE;
                html! {
                    <text x={pen::n(x)} y={pen::n(y)} class={line.class}
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
            let stem = pen::line(edge, *at);
            html! {
                <>
                    { pen::path(stem, "stem") }
                    { chip(shown) }
                    if let Some(note) = note {
                        <text x={pen::n(shown.at.x)}
                            y={pen::n(shown.at.y - 5.0)} class="tx xs red">{ note }</text>
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

/// Places for a label: beside, then above or below.
fn beside(layout: &Layout, at: Point, reach: f64, lines: &[Line]) -> Vec<Area> {
    let width = lines.iter().map(Line::width).fold(10.0, f64::max) + 2.0;
    let height = lines.len() as f64 * LINE + 2.0;
    let area = |x: f64, y: f64| Area { x, y, width, height };
    let (right, left) = (at.x + reach + 2.0, at.x - reach - 2.0 - width);
    let middle = at.y - height / 2.0;
    let outwards = if at.x < layout.width / 2.0 { [left, right] } else { [right, left] };
    let beside = |by: f64| outwards.map(|x| area(x, middle + reach * by));
    let mut options = [beside(0.0), beside(0.15), beside(-0.15)].concat();
    for shift in [0.5, 0.85, 0.15] {
        let x = at.x - width * shift;
        options.extend([at.y - reach - height - 1.0, at.y + reach + 1.0].map(|y| area(x, y)));
    }
    options.extend([beside(-0.7), beside(0.7)].concat());
    options
}

fn lines(session: &Session, frame: &Frame, host: HostId, layout: &Layout) -> Vec<Line> {
    let cast = &session.scenario().cast;
    let name = cast.host_name(host).to_owned();
    let Some(view) = frame.hosts.get(host.index()) else { return Vec::new() };
    if cast.hosts[host.index()].is_client {
        return client_lines(session, name, view, layout.small);
    }
    let mut lines = Vec::new();
    // On a small stage the roles are in the matrix, and the clocks on their dials.
    let roles = if layout.small { Vec::new() } else { roles(session, frame, host) };
    let first = roles.first().cloned().unwrap_or_default();
    lines.push(Line { bold: Some(name), ..Line::new(first, "tx", 135) });
    lines.extend(roles.iter().skip(1).map(|role| Line::new(role.clone(), "tx s i2", 125)));
    if !layout.small {
        lines.extend(clock_lines(view, frame.at));
        lines.extend(ailments(view).into_iter().map(|text| Line::new(text, "tx s red", 125)));
    }
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

fn client_lines(session: &Session, name: String, view: &HostView, small: bool) -> Vec<Line> {
    if small {
        return vec![Line::new(name, "tx b", 135)];
    }
    let mut lines = vec![Line::new(format!("client {name}"), "tx b", 135)];
    lines.extend(last_wish(session, view.id).map(|text| Line::new(text, "tx s i2", 125)));
    lines.extend(ailments(view).into_iter().map(|text| Line::new(text, "tx s red", 125)));
    lines
}
