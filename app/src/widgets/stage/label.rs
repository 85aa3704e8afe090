//! Words beside hosts and chips of evidence near holders, put where they cover nothing.
use super::chips::{matters, nearest, picture, telling};
use super::layout::Layout;
use super::lines::{Detail, Line, lines};
use super::room::{Area, Room, around};
use crate::browser::text_width;
use crate::marks::pen;
use crate::marks::{Chip, Point, chip};
use crate::state::Session;
use engine::kernel::HostId;
use engine::world::{Frame, Holding, NodeView};
use yew::prelude::*;

const LINE: f64 = 18.0;

/// Everything in words on a stage, placed.
pub(super) struct Words {
    labels: Vec<(Area, bool, Vec<Line>)>,
    chips: Vec<(Chip, Point, Option<String>)>,
    /// How much of it covers something.
    crowded: f64,
}

/// What is being placed, and where there is room.
struct Placing<'a> {
    session: &'a Session,
    frame: &'a Frame,
    layout: &'a Layout,
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
        self.words.labels.push((area, area.x + area.width / 2.0 > at.x, lines));
    }

    /// Evidence stands beside its holder, the shorter the less room there is. What runs out or is
    /// not as believed may stand anywhere; nothing is written over something else.
    fn chip(&mut self, at: Point, node: &NodeView, holding: &Holding) {
        let now = self.frame.at;
        let reach = self.layout.clear(&self.session.scenario().cast, node.host);
        let reaches = [6.0, 16.0, 30.0, 52.0, 84.0, 120.0].map(|gap| reach + gap);
        let look = |detail| {
            let (shown, note) = picture(self.session, node, now, holding, detail);
            let says = note.as_ref().map_or(0.0, |note| text_width(note, 115, false) * 1.04);
            let size = (shown.width.max(says), shown.height() + 16.0);
            (around(at, &reaches, size), shown, note)
        };
        let details = [Detail::Full, Detail::Brief, Detail::Short].into_iter();
        let mut looks: Vec<_> =
            details.skip_while(|detail| *detail != self.detail).map(look).collect();
        let free = looks
            .iter()
            .position(|(options, ..)| options.iter().any(|option| self.room.is_free(option)));
        let nth = match free {
            Some(nth) => nth,
            None if matters(holding, now) => looks.len() - 1,
            None => return,
        };
        let (options, shown, note) = looks.swap_remove(nth);
        let size = options.first().map_or((0.0, 0.0), |area| (area.width, area.height));
        let found = self.room.free(&options).or_else(|| self.room.anywhere(at, size));
        let Some(area) = found else { return };
        let shown = Chip { at: Point::new(area.x, area.y + 14.0), ..shown };
        self.words.chips.push((shown, at, note));
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
        let none = || Words { labels: Vec::new(), chips: Vec::new(), crowded: 0.0 };
        let all = [Detail::Full, Detail::Brief, Detail::Short];
        let mut best: Option<Words> = None;
        for detail in all.into_iter().skip(if layout.small { 2 } else { 0 }) {
            let (room, words) = (room.clone(), none());
            let words = place(Placing { session, frame, layout, detail, room, words }, hosts);
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

/// What can give way comes last.
fn place(mut placing: Placing<'_>, hosts: &[(HostId, Point)]) -> Words {
    let Placing { session, frame, layout, .. } = placing;
    let cast = &session.scenario().cast;
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

fn label((area, right, lines): &(Area, bool, Vec<Line>)) -> Html {
    let x = if *right { area.x } else { area.x + area.width };
    let anchor = if *right { "start" } else { "end" };
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
    options.extend(around(at, &[2.0, 10.0, 22.0].map(|gap| reach + gap), (width, height)));
    options
}
