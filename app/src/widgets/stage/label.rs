//! Words beside hosts and chips of evidence near holders, put where they cover nothing.
use super::chips::{matters, nearest, picture, telling};
use super::layout::Layout;
use super::lines::{Detail, Line, lines};
use super::room::{Area, Room, around};
use crate::marks::{Chip, Point, chip, pen, text_width};
use crate::state::Session;
use engine::kernel::HostId;
use engine::world::{Frame, Holding, NodeView};
use yew::prelude::*;

const LINE: f64 = 18.0;
/// How wide the label of a client that asks for something is at least.
const ASKING: f64 = 156.0;

/// Everything in words on a stage, placed.
pub(super) struct Words {
    labels: Vec<(Area, f64, Vec<Line>)>,
    chips: Vec<(Chip, Point, Option<String>)>,
    /// How much of it covers something.
    crowded: f64,
}

/// Evidence that is shown, with its holder and where that stands.
type Shown<'a> = (Point, &'a NodeView, Holding);

/// What is being placed, and where there is room.
struct Placing<'a> {
    session: &'a Session,
    frame: &'a Frame,
    layout: &'a Layout,
    hosts: &'a [(HostId, Point)],
    holdings: &'a [Shown<'a>],
    detail: Detail,
    room: Room<'a>,
    words: Words,
}

impl Placing<'_> {
    /// A label stands where it covers nothing; where there is no room for all of it, its last
    /// lines are left out, but not what is said of a lie.
    fn label(&mut self, host: HostId, at: Point) {
        let mut lines = lines(self.session, self.frame, host, self.detail);
        let reach = self.layout.clear(&self.session.scenario().cast, host);
        let least = if lines.iter().any(Line::is_alarming) { lines.len() } else { 1 };
        let area = loop {
            let options = beside(self.layout, at, reach, &lines);
            match self.room.free(&options) {
                Some(area) => break area,
                None if lines.len() > least => drop(lines.pop()),
                None => break self.forced(&options),
            }
        };
        // Towards its host: the left end of what stands to its right, and the other way round.
        let aside = (at.x - area.x - area.width / 2.0) / area.width.max(1.0);
        let share = if aside.abs() < 0.3 { 0.5 } else { f64::from(aside > 0.0) };
        self.words.labels.push((area, share, lines));
    }

    /// Evidence stands beside its holder, the shorter the less room there is. What runs out or is
    /// not as believed may stand anywhere; nothing is written over something else.
    fn chip(&mut self, at: Point, node: &NodeView, holding: &Holding) {
        let now = self.frame.at;
        let cast = &self.session.scenario().cast;
        let reach = self.layout.clear(cast, node.host);
        let reaches = [6.0, 16.0, 30.0, 52.0, 84.0, 120.0].map(|gap| reach + gap);
        // What stands nearer to another host would be taken for its own.
        let others = self.hosts.iter().filter(|(host, _)| !cast.hosts[host.index()].is_client);
        let own = |area: &Area| {
            let far = at.distance(area.middle()) - 1.0;
            others.clone().all(|(_, other)| other.distance(area.middle()) >= far)
        };
        let mut found = None;
        for detail in [Detail::Full, Detail::Brief, Detail::Short] {
            if detail < self.detail {
                continue;
            }
            let (shown, note) = picture(self.session, node, now, holding, detail);
            let says = note.as_ref().map_or(0.0, |note| text_width(note, 115, false) * 1.04);
            let size = (shown.width.max(says), shown.height() + 16.0);
            let mut options = around(at, &reaches, size);
            options.retain(own);
            let mut area = self.room.free(&options);
            if area.is_none() && detail == Detail::Short && matters(holding, now) {
                area = self.room.anywhere(at, size, &own);
            }
            found = area.map(|area| (area, shown, note));
            if found.is_some() {
                break;
            }
        }
        if let Some((area, shown, note)) = found {
            let shown = Chip { at: Point::new(area.x, area.y + 14.0), ..shown };
            self.words.chips.push((shown, at, note));
        }
    }

    /// The place that is least in the way.
    fn forced(&mut self, options: &[Area]) -> Area {
        let (area, cost) = self.room.least(options).unwrap_or_default();
        self.words.crowded += cost;
        area
    }
}

impl Words {
    /// Places all words of a frame, in as much detail as there is room for. `room` is what is
    /// taken by other things.
    pub(super) fn new(
        session: &Session,
        frame: &Frame,
        layout: &Layout,
        hosts: &[(HostId, Point)],
        room: &Room<'_>,
    ) -> Words {
        let holdings = &holdings(session, frame, layout, hosts);
        let none = || Words { labels: Vec::new(), chips: Vec::new(), crowded: 0.0 };
        let all = [Detail::Full, Detail::Brief, Detail::Short];
        let mut best: Option<Words> = None;
        for detail in all.into_iter().skip(if layout.small { 2 } else { 0 }) {
            let (room, words) = (room.clone(), none());
            let words =
                place(Placing { session, frame, layout, hosts, holdings, detail, room, words });
            let crowded = words.crowded;
            if best.as_ref().is_none_or(|best| crowded < best.crowded) {
                best = Some(words);
            }
            if crowded == 0.0 {
                break;
            }
        }
        best.unwrap_or_else(none)
    }

    /// What the words take up.
    pub(super) fn taken(&self) -> Vec<Area> {
        let labels = self.labels.iter().map(|(area, ..)| *area);
        let chips = self.chips.iter().map(|(shown, ..)| Area {
            x: shown.at.x,
            y: shown.at.y - 14.0,
            width: shown.width,
            height: shown.height() + 14.0,
        });
        labels.chain(chips).collect()
    }

    /// Draws them.
    pub(super) fn view(&self) -> Html {
        html! {
            <>
                { for self.chips.iter().map(evidence) }
                { for self.labels.iter().map(label) }
            </>
        }
    }
}

fn holdings<'a>(
    session: &Session,
    frame: &'a Frame,
    layout: &Layout,
    hosts: &[(HostId, Point)],
) -> Vec<Shown<'a>> {
    let mut found = Vec::new();
    for (host, at) in hosts {
        for node in frame.nodes.iter().filter(|node| node.host == *host) {
            let telling = telling(session, frame, node, layout);
            found.extend(telling.into_iter().map(|holding| (*at, node, holding)));
        }
    }
    found
}

/// What can give way comes last.
fn place(mut placing: Placing<'_>) -> Words {
    let Placing { session, frame, hosts, holdings, .. } = placing;
    let cast = &session.scenario().cast;
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

fn label((area, share, lines): &(Area, f64, Vec<Line>)) -> Html {
    let x = area.x + area.width * share;
    let anchor = match *share {
        0.0 => "start",
        0.5 => "middle",
        _ => "end",
    };
    let line = |(place, line): (usize, &Line)| {
        let y = area.y + 14.0 + place as f64 * LINE;
        html! {
            <text x={pen::n(x)} y={pen::n(y)} class={line.class} text-anchor={anchor}>
                if let Some(bold) = &line.bold {
                    <tspan class="nm">{ bold }</tspan>{ "  " }
                }
                { &line.text }
            </text>
        }
    };
    html! { <g class="label">{ for lines.iter().enumerate().map(line) }</g> }
}

fn evidence((shown, at, note): &(Chip, Point, Option<String>)) -> Html {
    let stem = pen::line(nearest(shown, *at), *at);
    html! {
        <>
            { pen::path(stem, "stem") }
            { chip(shown) }
            if let Some(note) = note {
                { pen::text((shown.at.x, shown.at.y - 5.0), "start", "tx xs red", note) }
            }
        </>
    }
}

/// Places for a label: beside, then above or below, then all around.
fn beside(layout: &Layout, at: Point, reach: f64, lines: &[Line]) -> Vec<Area> {
    // What a client asks changes all the time: its label has room for that, and stands still.
    let least = if reach < 20.0 && lines.len() > 1 { ASKING } else { 10.0 };
    let width = lines.iter().map(Line::width).fold(least, f64::max) + 2.0;
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
    options.extend(around(at, &[2.0, 10.0, 22.0].map(|gap| reach + gap), (width, height)));
    options
}
