//! All that is drawn on a stage, worked out once for each drawing.
use super::boundary::Boundary;
use super::layout::Layout;
use super::links::{Link, links};
use crate::marks::Point;
use crate::state::{Session, Subject};
use engine::kernel::{Cut, HostId};
use engine::world::Frame;

/// All that is drawn, worked out.
pub(super) struct Picture {
    pub frame: Frame,
    pub layout: Layout,
    pub hosts: Vec<(HostId, Point)>,
    pub pairs: Vec<Link>,
    pub cuts: Vec<(Cut, Option<Boundary>)>,
}

impl Picture {
    pub(super) fn new(session: &Session, width: f64) -> Picture {
        let (frame, layout) = (session.frame(), Layout::of(width));
        let cast = &session.scenario().cast;
        let hosts = layout.hosts(cast);
        let pairs = links(&frame, &neighbours(session));
        let clear = |host: HostId| layout.clear(cast, host);
        let line = |cut: &Cut| (*cut, Boundary::of(cut, &hosts, &layout, &clear));
        let cuts = frame.cuts.iter().map(line).collect();
        Picture { frame, layout, hosts, pairs, cuts }
    }

    pub(super) fn at(&self, host: HostId) -> Point {
        self.hosts.get(host.index()).map_or(Point::default(), |(_, at)| *at)
    }

    /// Everything that can be reached by keyboard, in order.
    pub(super) fn subjects(&self) -> Vec<(Subject, Point)> {
        let hosts = self.hosts.iter().map(|(host, at)| (Subject::Host(*host), *at));
        let cuts = self
            .cuts
            .iter()
            .filter_map(|(cut, line)| Some((Subject::Cut(*cut), line.as_ref()?.middle())));
        let links = self.pairs.iter().map(|link| {
            (Subject::Link(link.a, link.b), self.at(link.a).towards(self.at(link.b), 0.5))
        });
        hosts.chain(cuts).chain(links).collect()
    }
}

/// Pairs of hosts whose nodes talk to each other.
fn neighbours(session: &Session) -> Vec<(HostId, HostId)> {
    let cast = &session.scenario().cast;
    let mut pairs = Vec::new();
    for info in cast.services.iter().filter(|info| !info.card.classes.is_empty()) {
        for (place, (_, a)) in info.nodes.iter().enumerate() {
            for (_, b) in &info.nodes[place + 1..] {
                let pair = (*a.min(b), *a.max(b));
                if pair.0 != pair.1 && !pairs.contains(&pair) {
                    pairs.push(pair);
                }
            }
        }
    }
    pairs
}
