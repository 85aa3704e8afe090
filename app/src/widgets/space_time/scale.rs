//! Where instants and hosts are drawn.
use crate::marks::pen;
use crate::state::Session;
use engine::kernel::{HostId, Instant, Span};

/// How long a stretch of time can be seen at once.
pub(super) const STRETCHES: [Span; 7] = [
    Span::millis(200),
    Span::millis(500),
    Span::secs(1),
    Span::secs(2),
    Span::secs(5),
    Span::secs(10),
    Span::secs(30),
];

/// From instants and hosts to places.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scale {
    /// The room for names, from the left.
    pub left: f64,
    /// Where the drawing ends.
    pub right: f64,
    /// The first instant that is seen.
    pub from: Instant,
    /// The first one that is not seen any more.
    pub until: Instant,
    /// The middle of the first lane.
    pub top: f64,
    /// From one lane to the next.
    pub lane: f64,
}

impl Scale {
    /// The room above the lanes, for the axis and for faults.
    const HEAD: f64 = 58.0;
    /// The playhead stands after so much of what is seen, while the run goes on.
    const PAST: f64 = 0.72;

    /// For a drawing of a width that shows a stretch of time around the playhead.
    pub(super) fn new(width: f64, session: &Session, stretch: Span) -> Scale {
        let left = if width < 500.0 { 34.0 } else { 58.0 };
        let past = Span((stretch.0 as f64 * Self::PAST) as u64);
        let last = session.end().0.saturating_sub(stretch.0);
        let from = Instant((session.now() - (Instant(0) + past)).0.min(last));
        let height = match width {
            width if width >= 820.0 => 434.0,
            width if width >= 540.0 => 364.0,
            _ => 308.0,
        };
        let lanes = session.scenario().cast.hosts.len().max(1) as f64;
        let lane = ((height - Self::HEAD) / lanes).clamp(36.0, 70.0);
        let top = Self::HEAD + lane / 2.0;
        Scale { left, right: width - 2.0, from, until: from + stretch, top, lane }
    }

    /// The stretch in which messages can be told apart: some forty times what one takes.
    pub(super) fn stretch(width: f64, session: &Session) -> usize {
        let latency = session.scenario().latency;
        let usual = latency.base.0 + latency.jitter.0 / 2 + latency.tail.0;
        let wanted = usual * if width < 540.0 { 15 } else { 30 };
        let fits = |stretch: &Span| stretch.0 >= wanted;
        STRETCHES.iter().position(fits).unwrap_or(STRETCHES.len() - 1)
    }

    /// How high the drawing is with so many lanes.
    pub(super) fn height(&self, lanes: usize) -> f64 {
        self.top + self.lane * (lanes as f64 - 0.5)
    }

    /// The place of an instant, also of one that is not seen.
    pub(super) fn x(&self, at: Instant) -> f64 {
        let (at, from, whole) = (at.0 as f64, self.from.0 as f64, (self.until - self.from).0);
        self.left + (self.right - self.left) * (at - from) / whole.max(1) as f64
    }

    /// The middle of a host's lane.
    pub(super) fn y(&self, host: HostId) -> f64 {
        self.top + self.lane * f64::from(host.0)
    }

    /// Round instants, so far apart that their labels do not touch, with their labels.
    pub(super) fn ticks(&self) -> Vec<(Instant, String)> {
        let apart = |step: u64| self.x(self.from + Span::millis(step)) - self.left;
        let steps = [50_u64, 100, 200, 500, 1_000, 2_000, 5_000, 10_000];
        let step = steps.into_iter().find(|step| apart(*step) >= 52.0).unwrap_or(20_000);
        let first = self.from.0.div_ceil(step * 1_000_000);
        let all = (first..).map(|nth| Instant(nth * step * 1_000_000));
        let label = |at: Instant| (at, pen::n(at.0 as f64 / 1e9));
        all.take_while(|at| *at <= self.until).map(label).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::sample;

    #[test]
    fn the_playhead_is_seen_wherever_it_stands() {
        for millis in [0, 50, 400, 3_000, 8_900, 9_000] {
            let session = sample(millis);
            for stretch in STRETCHES {
                let scale = Scale::new(868.0, &session, stretch);
                let x = scale.x(session.now());
                assert!((scale.left..=scale.right).contains(&x), "{millis} {stretch:?}");
                assert!((2..=20).contains(&scale.ticks().len()));
            }
        }
    }
}
