//! Where instants are drawn.
use crate::state::Session;
use engine::kernel::Instant;

/// From instants to places.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scale {
    /// The room for names, from the left.
    pub left: f64,
    /// Where the drawing ends.
    pub right: f64,
    /// The end of the run.
    pub end: Instant,
}

impl Scale {
    /// The room for names on a small page.
    const NARROW: f64 = 70.0;

    /// Is there room for short names only?
    pub(super) fn is_narrow(&self) -> bool {
        self.left <= Scale::NARROW
    }

    /// For a drawing of a width.
    pub(super) fn new(width: f64, session: &Session) -> Scale {
        let left = if width < 500.0 { Scale::NARROW } else { 105.0 };
        Scale { left, right: (width - 14.0).max(left + 50.0), end: session.end() }
    }

    /// The place of an instant.
    pub(super) fn x(&self, at: Instant) -> f64 {
        self.left + (self.right - self.left) * at.0 as f64 / self.end.0.max(1) as f64
    }

    /// The instant at a place.
    pub(super) fn at(&self, x: f64) -> Instant {
        let part = (x - self.left) / (self.right - self.left);
        Instant((part.clamp(0.0, 1.0) * self.end.0 as f64) as u64)
    }

    /// Whole numbers of seconds, so many apart that their labels do not touch.
    pub(super) fn ticks(&self) -> Vec<u64> {
        let seconds = self.end.0 / 1_000_000_000;
        let apart = |step: u64| self.x(Instant(step * 1_000_000_000)) - self.left;
        let step = [1, 2, 5, 10, 20, 30, 60, 120, 300, 600].into_iter();
        let step = step.clone().find(|step| apart(*step) >= 44.0).unwrap_or(600);
        (0..=seconds).step_by(step as usize).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_and_instants_are_one_scale() {
        let scale = Scale { left: 100.0, right: 900.0, end: Instant(8_000_000_000) };
        assert_eq!(scale.x(Instant(4_000_000_000)), 500.0);
        assert_eq!(scale.at(500.0), Instant(4_000_000_000));
        assert_eq!((scale.at(0.0), scale.at(2_000.0)), (Instant(0), scale.end));
        assert_eq!(scale.ticks(), (0..=8).collect::<Vec<_>>());
    }
}
