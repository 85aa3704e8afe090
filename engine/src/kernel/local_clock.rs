//! One host's clocks: a monotonic one that may run fast or slow, and a wall clock beside it.
//!
//! The wall clock may be wrong by an offset. Integers only.
use super::{Instant, LocalTime, Moment, Readings, Span, WallTime};

const MILLION: u64 = 1_000_000;
/// How far ahead a claim is followed: a week, longer than any run.
const FORESEEN: u64 = 604_800_000_000_000;

/// Shows `shown` at `anchor` and from then on gains `rate` millionths per true nanosecond; the
/// wall clock is ahead of the monotonic one by a constant that only faults change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct LocalClock {
    anchor: Instant,
    shown: LocalTime,
    millionths: u64,
    rate: u64,
    wall_ahead: i64,
    claimed_error: Option<Span>,
}

impl LocalClock {
    /// Runs true: the monotonic clock starts at `shown`, the wall clock at zero.
    pub fn starting_at(shown: LocalTime) -> LocalClock {
        let wall_ahead = -signed(shown.0);
        let anchor = Instant(0);
        LocalClock { anchor, shown, millionths: 0, rate: MILLION, wall_ahead, claimed_error: None }
    }

    /// What the monotonic clock shows at a true instant not before its last change.
    pub fn read(&self, at: Instant) -> LocalTime {
        LocalTime(self.shown.0.saturating_add(self.gained(at).0))
    }

    /// What the wall clock shows at a true instant not before its last change.
    pub fn wall(&self, at: Instant) -> WallTime {
        WallTime(signed(self.read(at).0).saturating_add(self.wall_ahead))
    }

    /// How far the wall clock is ahead of true time, in nanoseconds; negative if behind.
    pub fn wall_error(&self, at: Instant) -> i64 {
        self.wall(at).0.saturating_sub(signed(at.0))
    }

    /// What both clocks show at a true instant not before their last change.
    pub fn readings(&self, at: Instant) -> Readings {
        Readings { monotonic: self.read(at), wall: self.wall(at) }
    }

    /// The first true instant at which the monotonic clock shows at least `reading`, if nobody
    /// touches it. A reading that it has passed gives the instant of its last change.
    pub fn when(&self, reading: LocalTime) -> Instant {
        if reading == LocalTime::FOREVER || (self.rate == 0 && reading > self.shown) {
            return Instant::FOREVER;
        }
        let ahead = reading.0.saturating_sub(self.shown.0);
        if ahead == 0 {
            return self.anchor;
        }
        let (turns, rest) = (ahead / self.rate, ahead % self.rate);
        let missing = (rest * MILLION).cast_signed() - self.millionths.cast_signed();
        let rate = self.rate.cast_signed();
        let last = missing.div_euclid(rate) + i64::from(missing.rem_euclid(rate) != 0);
        let whole = turns.saturating_mul(MILLION);
        Instant(self.anchor.0.saturating_add(whole.saturating_add_signed(last)))
    }

    /// From `at` on both clocks run `drift_ppm` parts per million fast (or slow, if negative);
    /// at -1,000,000 they stand still.
    pub fn set_drift(&mut self, at: Instant, drift_ppm: i64) {
        self.settle(at);
        self.rate = MILLION.saturating_add_signed(drift_ppm).min(100 * MILLION);
    }

    /// At `at` the wall clock jumps by `by` nanoseconds. The monotonic clock does not.
    pub fn step_wall(&mut self, at: Instant, by: i64) {
        self.settle(at);
        self.wall_ahead = self.wall_ahead.saturating_add(by);
    }

    /// At `at` the wall clock is set `offset` nanoseconds ahead of true time.
    pub fn set_wall_offset(&mut self, at: Instant, offset: i64) {
        let error = self.wall_error(at);
        self.step_wall(at, offset.saturating_sub(error));
    }

    /// At `at` the wall clock is set right, and both run true from then on.
    pub fn sync(&mut self, at: Instant) {
        self.set_drift(at, 0);
        self.set_wall_offset(at, 0);
    }

    /// How wrong the host says that its wall clock may be; nothing if it makes no claim.
    pub fn claimed_error(&self) -> Option<Span> {
        self.claimed_error
    }

    /// The host claims another bound. It need not be true.
    pub fn claim_error(&mut self, bound: Option<Span>) {
        self.claimed_error = bound;
    }

    /// Is the claimed bound true at this instant? A host without a claim is not wrong.
    pub fn is_within_claim(&self, at: Instant) -> bool {
        self.claimed_error.is_none_or(|bound| self.wall_error(at).unsigned_abs() <= bound.0)
    }

    /// The first instant after `at` at which the claimed bound is no longer true, if nobody
    /// touches the clocks.
    pub fn leaves_claim(&self, at: Instant) -> Instant {
        if !self.is_within_claim(at) {
            return at;
        }
        let (mut within, mut beyond) = (at.0, at.0.saturating_add(FORESEEN));
        if self.is_within_claim(Instant(beyond)) {
            return Instant::FOREVER;
        }
        while within + 1 < beyond {
            let middle = within + (beyond - within) / 2;
            match self.is_within_claim(Instant(middle)) {
                true => within = middle,
                false => beyond = middle,
            }
        }
        Instant(beyond)
    }

    /// How far from true both clocks run now, in parts per million.
    pub fn drift_ppm(&self) -> i64 {
        self.rate.cast_signed() - MILLION.cast_signed()
    }

    /// Never touched: shows true time on the wall.
    pub fn is_true(&self, at: Instant) -> bool {
        self.rate == MILLION && self.wall_error(at) == 0
    }

    fn settle(&mut self, at: Instant) {
        let (whole, millionths) = self.gained(at);
        let shown = LocalTime(self.shown.0.saturating_add(whole));
        *self = LocalClock { anchor: at, shown, millionths, ..*self };
    }

    fn gained(&self, at: Instant) -> (u64, u64) {
        let elapsed = at.0.saturating_sub(self.anchor.0);
        let (turns, rest) = (elapsed / MILLION, elapsed % MILLION);
        let fine = rest * self.rate + self.millionths;
        (turns.saturating_mul(self.rate).saturating_add(fine / MILLION), fine % MILLION)
    }
}

/// Beyond what a wall clock can show, it shows its greatest.
fn signed(nanos: u64) -> i64 {
    i64::try_from(nanos).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::Deadline;

    const HOUR: LocalTime = LocalTime(3_600_000_000_000);

    #[test]
    fn a_slow_clock_counts_less() {
        let mut clock = LocalClock::starting_at(HOUR);
        clock.set_drift(Instant(1_000_000_000), -550_000);
        assert_eq!(clock.wall(Instant(5_751_000_000)), WallTime(3_137_950_000));
        assert_eq!(clock.read(Instant(5_751_000_000)) - HOUR, Span(3_137_950_000));
    }

    #[test]
    fn when_is_the_first_instant_that_shows_the_reading() {
        for drift in [-999_999, -550_000, -1, 0, 1, 7, 123_457, 9_000_000] {
            let mut clock = LocalClock::starting_at(HOUR);
            clock.set_drift(Instant(77), drift);
            clock.set_drift(Instant(1_003), drift);
            for ahead in [1, 2, 999, 1_000_000, 123_456_789] {
                let reading = clock.read(Instant(1_003)) + Span(ahead);
                let when = clock.when(reading);
                assert!(clock.read(when) >= reading, "drift {drift}, ahead {ahead}");
                assert!(clock.read(Instant(when.0 - 1)) < reading, "drift {drift}, {ahead}");
            }
        }
    }

    #[test]
    fn a_frozen_clock_never_gets_there() {
        let mut clock = LocalClock::starting_at(HOUR);
        clock.set_drift(Instant(10), -1_000_000);
        assert_eq!(clock.read(Instant(1_000)), clock.read(Instant(10)));
        assert_eq!(clock.when(HOUR + Span(11)), Instant::FOREVER);
        assert_eq!(clock.when(HOUR), Instant(10));
    }

    #[test]
    fn a_step_moves_the_wall_clock_alone() {
        let mut clock = LocalClock::starting_at(HOUR);
        clock.step_wall(Instant(100), -40);
        assert_eq!(clock.wall_error(Instant(200)), -40);
        assert_eq!(clock.read(Instant(200)) - HOUR, Span(200));
        let four_o_clock = Deadline::Wall(WallTime(160));
        assert_eq!(clock.readings(Instant(150)).on_monotonic(four_o_clock) - HOUR, Span(200));
        clock.claim_error(Some(Span(39)));
        assert!(!clock.is_within_claim(Instant(200)));
        assert_eq!(clock.leaves_claim(Instant(200)), Instant(200));
        clock.claim_error(Some(Span(50)));
        assert_eq!(clock.leaves_claim(Instant(200)), Instant::FOREVER);
        clock.set_drift(Instant(200), -500_000);
        let leaves = clock.leaves_claim(Instant(200));
        assert!(!clock.is_within_claim(leaves) && clock.is_within_claim(Instant(leaves.0 - 1)));
        clock.sync(Instant(300));
        assert!(clock.is_true(Instant(400)) && clock.is_within_claim(Instant(400)));
    }
    #[test]
    fn a_clock_that_is_stepped_too_far_stays_at_its_end() {
        for (far, end) in [(i64::MAX, WallTime(i64::MAX)), (i64::MIN, WallTime(i64::MIN + 2))] {
            let mut clock = LocalClock::starting_at(LocalTime(0));
            clock.step_wall(Instant(1), far);
            clock.step_wall(Instant(2), far);
            assert_eq!(clock.wall(Instant(0)), end);
            clock.claim_error(Some(Span(0)));
            assert_eq!(clock.leaves_claim(Instant(3)), Instant(3));
            clock.set_wall_offset(Instant(4), far);
            clock.sync(Instant(5));
            assert!(!clock.drift_ppm().is_negative());
        }
    }
}
