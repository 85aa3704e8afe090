//! How long something took, by the machine's own clock.

use std::time::{Duration, Instant};

/// A stopwatch.
#[derive(Clone, Copy, Debug)]
pub struct Clock(Instant);

impl Clock {
    /// Starts to count.
    #[allow(clippy::disallowed_methods, reason = "waiting for a browser takes real time")]
    pub fn start() -> Clock {
        Clock(Instant::now())
    }

    /// The time since it was started.
    pub fn passed(&self) -> Duration {
        self.0.elapsed()
    }
}
