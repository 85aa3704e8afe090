//! Virtual time in whole nanoseconds: true instants, spans, and readings of a host's own clocks.
use std::fmt::{self, Debug};
use std::ops::{Add, Sub};

/// A true instant. Only the simulator and its judges may look at one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(pub u64);

/// A reading of one host's monotonic clock. Readings of different hosts must not be compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LocalTime(pub u64);

/// A reading of one host's wall clock: true time plus an error. Negative before the run began.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WallTime(pub i64);

/// A length of time in nanoseconds, on whichever clock it is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span(pub u64);

/// When something ends, on the clock by which its holder counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Deadline {
    /// Counted on the monotonic clock.
    Monotonic(LocalTime),
    /// An hour on the wall clock.
    Wall(WallTime),
}

impl Span {
    /// No time at all.
    pub const ZERO: Span = Span(0);

    /// `n` millionths of a second.
    pub const fn micros(n: u64) -> Span {
        Span(n * 1_000)
    }

    /// `n` thousandths of a second.
    pub const fn millis(n: u64) -> Span {
        Span(n * 1_000_000)
    }

    /// `n` seconds.
    pub const fn secs(n: u64) -> Span {
        Span(n * 1_000_000_000)
    }

    /// Of each `over` nanoseconds `of`, cut off to a whole nanosecond. Exact as long as `of` times
    /// `over` is less than 2^64: a division of more than 64 bits is long in WebAssembly.
    pub const fn part(self, of: u64, over: u64) -> Span {
        Span(self.0 / over * of + self.0 % over * of / over)
    }

    /// The length in seconds, for drawing and statistics only.
    pub fn as_secs_f64(self) -> f64 {
        self.0 as f64 / 1e9
    }
}

/// What both clocks of a host show at one moment; all that a node knows of time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Readings {
    /// The monotonic clock.
    pub monotonic: LocalTime,
    /// The wall clock.
    pub wall: WallTime,
}

impl Readings {
    /// The same deadline, counted on the monotonic clock: the two clocks run at one rate.
    pub fn on_monotonic(&self, deadline: Deadline) -> LocalTime {
        match deadline {
            Deadline::Monotonic(reading) => reading,
            Deadline::Wall(hour) => {
                let ahead = self.wall.0.saturating_sub(self.monotonic.0.cast_signed());
                LocalTime(hour.0.saturating_sub(ahead).max(0).cast_unsigned())
            }
        }
    }
}

impl Deadline {
    /// Never reached.
    pub const FOREVER: Deadline = Deadline::Monotonic(LocalTime::FOREVER);
}

/// A point on some time line. What counts until `PAST` never counts; until `FOREVER`, always.
pub trait Moment: Copy + Ord + Debug {
    /// Has gone by at every reading.
    const PAST: Self;
    /// Is never reached.
    const FOREVER: Self;
}

impl Moment for Instant {
    const PAST: Instant = Instant(0);
    const FOREVER: Instant = Instant(u64::MAX);
}

impl Moment for LocalTime {
    const PAST: LocalTime = LocalTime(0);
    const FOREVER: LocalTime = LocalTime(u64::MAX);
}

impl Add<Span> for Instant {
    type Output = Instant;
    fn add(self, span: Span) -> Instant {
        Instant(self.0.saturating_add(span.0))
    }
}

impl Sub for Instant {
    type Output = Span;
    fn sub(self, earlier: Instant) -> Span {
        Span(self.0.saturating_sub(earlier.0))
    }
}

impl Add<Span> for LocalTime {
    type Output = LocalTime;
    fn add(self, span: Span) -> LocalTime {
        LocalTime(self.0.saturating_add(span.0))
    }
}

impl Sub for LocalTime {
    type Output = Span;
    fn sub(self, earlier: LocalTime) -> Span {
        Span(self.0.saturating_sub(earlier.0))
    }
}

impl Add<Span> for WallTime {
    type Output = WallTime;
    fn add(self, span: Span) -> WallTime {
        WallTime(self.0.saturating_add_unsigned(span.0))
    }
}

impl Add for Span {
    type Output = Span;
    fn add(self, other: Span) -> Span {
        Span(self.0.saturating_add(other.0))
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&Span(self.0), f)
    }
}

impl fmt::Display for Span {
    /// Seconds with three decimals unless a precision is asked for; digits beyond are cut off.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let decimals = f.precision().unwrap_or(3).min(9);
        let (whole, rest) = (self.0 / 1_000_000_000, self.0 % 1_000_000_000);
        if decimals == 0 {
            return write!(f, "{whole} s");
        }
        write!(f, "{whole}.{:0decimals$} s", rest / 10_u64.pow(9 - decimals as u32))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_written_in_seconds_and_cut_off() {
        assert_eq!(Span(5_751_999_999).to_string(), "5.751 s");
        assert_eq!(format!("{:.2}", Span(1_849_000_000)), "1.84 s");
        assert_eq!(format!("{:.0}", Span(999_999_999)), "0 s");
    }

    #[test]
    fn a_part_is_cut_off_and_exact() {
        let spans = [0, 1, 7, 999_999, 1_000_001, 3_600_000_000_123, u64::MAX / 3, u64::MAX];
        for (of, over) in [(0, 1), (1, 8), (8, 8), (999_999, 1_000_001), (1, 1_999_999)] {
            for span in spans {
                let whole = u128::from(span) * u128::from(of) / u128::from(over);
                assert_eq!(u128::from(Span(span).part(of, over).0), whole, "{of}/{over} of {span}");
            }
        }
    }

    #[test]
    fn sums_saturate_instead_of_wrapping() {
        assert_eq!(Instant::FOREVER + Span(1), Instant::FOREVER);
        assert_eq!(Instant(1) - Instant(2), Span::ZERO);
        assert_eq!(WallTime(i64::MAX) + Span(1), WallTime(i64::MAX));
    }
}
