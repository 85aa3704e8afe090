//! One machine: its clocks, and whether it is up, stands still, or is slow.
use crate::kernel::{Instant, LocalClock, Readings, Span};

/// A host.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Host {
    /// Its clocks.
    pub clock: LocalClock,
    /// Running, or at least not crashed.
    pub up: bool,
    /// Stands still since it last read its clocks.
    pub paused: Option<Readings>,
    /// It takes so much longer over every message.
    pub slow: Span,
    /// Its disks take so much longer over every flush.
    pub disk_slow: Span,
}

impl Host {
    /// Up and in order.
    pub fn new(clock: LocalClock) -> Host {
        Host { clock, up: true, paused: None, slow: Span::ZERO, disk_slow: Span::ZERO }
    }

    /// Does it act?
    pub fn acts(&self) -> bool {
        self.up && self.paused.is_none()
    }

    /// What its nodes know of time: while it stands still, what they last read.
    pub fn readings(&self, now: Instant) -> Readings {
        self.paused.unwrap_or_else(|| self.clock.readings(now))
    }
}
