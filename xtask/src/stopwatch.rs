//! How long something took, for people to read.

use std::time::{Duration, Instant};

/// Counts from its start.
#[derive(Clone, Copy, Debug)]
pub struct Stopwatch(Instant);

impl Stopwatch {
    /// Starts to count.
    #[allow(clippy::disallowed_methods, reason = "builds take real time")]
    pub fn start() -> Stopwatch {
        Stopwatch(Instant::now())
    }

    /// The time since then.
    pub fn passed(&self) -> Duration {
        self.0.elapsed()
    }
}

/// A duration as `0.4 s`, `12 s` or `3 min 20 s`.
pub fn spoken(time: Duration) -> String {
    let seconds = time.as_secs();
    match seconds {
        0..10 => format!("{:.1} s", time.as_secs_f64()),
        10..120 => format!("{seconds} s"),
        _ => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn speaks_in_fitting_units() {
        let said = |millis| spoken(Duration::from_millis(millis));
        assert_eq!(
            (said(430), said(59_900), said(200_000)),
            ("0.4 s".into(), "59 s".into(), "3 min 20 s".into())
        );
    }
}
