//! What a hand does on the stage: draw a cut, turn a clock's hand, turn its rim, or just point.
use super::boundary::Line;
use super::layout::Layout;
use crate::marks::{Point, TURN_SECONDS, turns_of};
use engine::faults::{Fault, FaultKind, Target};
use engine::kernel::{HostId, HostSet};
use engine::scenario::Cast;
use engine::world::HostView;

/// A gesture under way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Gesture {
    /// A cut is drawn from here to there.
    Cutting(Point, Point),
    /// The hand of a host's clock is turned: from where, by so many turns until now.
    Turning(HostId, f64, f64),
    /// The rim of a host's clock is turned: the same.
    Rimming(HostId, f64, f64),
}

/// Nearer than this is pointing, not dragging.
const POINTING: f64 = 6.0;
/// One turn of the rim, in parts per million.
const TURN_PPM: f64 = 2_000_000.0;

impl Gesture {
    /// What begins where the hand goes down.
    pub(super) fn begin(at: Point, hosts: &[(HostId, Point)], cast: &Cast, scale: f64) -> Gesture {
        let servers = hosts.iter().filter(|(host, _)| !cast.hosts[host.index()].is_client);
        let touched = servers.filter(|(_, centre)| centre.distance(at) < 60.0 * scale);
        let nearest = touched.min_by(|a, b| a.1.distance(at).total_cmp(&b.1.distance(at)));
        match nearest {
            Some((host, centre)) if centre.distance(at) < 37.0 * scale => {
                Gesture::Turning(*host, turns_of(*centre, at), 0.0)
            }
            Some((host, centre)) => Gesture::Rimming(*host, turns_of(*centre, at), 0.0),
            None => Gesture::Cutting(at, at),
        }
    }

    /// The hand has moved.
    pub(super) fn moved(self, to: Point, hosts: &[(HostId, Point)]) -> Gesture {
        let turned = |host: HostId, last: f64| {
            let centre = hosts.iter().find(|(known, _)| *known == host).map(|(_, at)| *at);
            let now = centre.map_or(last, |centre| turns_of(centre, to));
            (now, (now - last + 1.5).rem_euclid(1.0) - 0.5)
        };
        match self {
            Gesture::Cutting(from, _) => Gesture::Cutting(from, to),
            Gesture::Turning(host, last, sum) => {
                let (now, by) = turned(host, last);
                Gesture::Turning(host, now, sum + by)
            }
            Gesture::Rimming(host, last, sum) => {
                let (now, by) = turned(host, last);
                Gesture::Rimming(host, now, sum + by)
            }
        }
    }

    /// Has it gone so far that it is more than pointing?
    pub(super) fn is_drag(&self) -> bool {
        match self {
            Gesture::Cutting(from, to) => from.distance(*to) > POINTING,
            Gesture::Turning(.., sum) | Gesture::Rimming(.., sum) => sum.abs() > 0.012,
        }
    }

    /// The line of a cut that is being drawn.
    pub(super) fn boundary(&self, layout: &Layout) -> Option<Line> {
        match self {
            Gesture::Cutting(from, to) => Line::through(*from, *to, layout),
            _ => None,
        }
    }

    /// What it would do if the hand let go now.
    pub(super) fn fault(
        &self,
        hosts: &[(HostId, Point)],
        clocks: &[HostView],
        layout: &Layout,
    ) -> Option<Fault> {
        let view = |host: HostId| clocks.get(host.index());
        let on = |kind, host, amount: f64| {
            let target = Target::Hosts(HostSet::EMPTY.with(host));
            let range = FaultKind::card(kind).param.map_or((0, 0), |param| param.range);
            Fault::new(kind, target).by((amount as i64).clamp(range.0, range.1))
        };
        match *self {
            Gesture::Cutting(..) => {
                let (a, b) = self.boundary(layout)?.parts(hosts);
                let parts = !a.is_empty() && !b.is_empty();
                parts.then(|| Fault::new(FaultKind::Cut, Target::Sides(a, b)))
            }
            Gesture::Turning(host, _, sum) => {
                let offset = view(host)?.wall_error as f64 + sum * TURN_SECONDS * 1e9;
                Some(on(FaultKind::ClockOffset, host, (offset / 1e7).round() * 1e7))
            }
            Gesture::Rimming(host, _, sum) => {
                let drift = view(host)?.drift_ppm as f64 + sum * TURN_PPM;
                Some(on(FaultKind::ClockDrift, host, (drift / 1e4).round() * 1e4))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turning_goes_on_past_the_top() {
        let centre = Point::new(100.0, 100.0);
        let hosts = [(HostId(0), centre)];
        let mut gesture = Gesture::Turning(HostId(0), 0.4, 0.0);
        for turns in [0.45, -0.45, -0.3, 0.0, 0.3] {
            gesture = gesture.moved(crate::marks::polar(centre, 20.0, turns), &hosts);
        }
        let Gesture::Turning(.., sum) = gesture else { panic!() };
        assert!((sum - 0.9).abs() < 1e-9, "{sum}");
    }
}
