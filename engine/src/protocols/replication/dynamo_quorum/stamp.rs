//! The coordinator's wall clock, where the last writer wins.
//!
//! The paper reconciles by timestamps for some services (section 6) and says nothing of clocks.
//! Here a coordinator may stamp while its host claims a narrow bound, and acknowledges a put once
//! the stamp is in the past of every clock within that bound: Corbett and others, "Spanner" (OSDI
//! 2012), section 4.1.2, call it commit wait. Without it, a put through another coordinator could
//! begin after the acknowledgement and still get the lower stamp.
use super::Reconciliation;
use super::replica::{Out, Replica};
use crate::evidence::{Epoch, Kind};
use crate::kernel::{Deadline, LocalTime, Span, WallTime};

/// What a coordinator has stamped so far, and by what right.
#[derive(Clone, Debug, Default, Hash)]
pub struct Stamps {
    last: Option<WallTime>,
    bound: Option<Span>,
}

impl Stamps {
    /// Does the host claim a bound that is narrow enough?
    pub fn vouched(&self) -> bool {
        self.bound.is_some()
    }

    /// Later than all that it has given.
    fn next(&mut self, wall: WallTime) -> WallTime {
        let next = self.last.map_or(wall, |last| wall.max(last + Span(1)));
        self.last = Some(next);
        next
    }
}

impl Replica {
    /// What does the host claim of its wall clock now?
    pub(super) fn look_at_clock(&mut self, out: &mut Out) {
        if self.config.reconciliation != Reconciliation::LastWriter {
            return;
        }
        let before = self.stamps.vouched();
        self.stamps.bound = out.wall_error().filter(|error| *error <= self.config.clock_error);
        match (before, self.stamps.vouched()) {
            (false, true) => {
                out.issue(Kind::WallTimestamp, self.place(), Epoch(0));
                out.accept(Kind::WallTimestamp, self.place(), Epoch(0), Deadline::FOREVER);
            }
            (true, false) => out.forget(Kind::WallTimestamp),
            _ => (),
        }
    }

    /// A stamp, and when it is in the past of every clock that is within its bound.
    pub(super) fn stamp(&mut self, out: &Out) -> (WallTime, LocalTime) {
        if self.config.reconciliation != Reconciliation::LastWriter {
            return (WallTime(0), out.monotonic());
        }
        let stamp = self.stamps.next(out.wall());
        let ahead = Span((stamp.0 - out.wall().0).max(0).cast_unsigned());
        let wait = match (self.config.clock_bound, self.stamps.bound) {
            (true, Some(bound)) => ahead + bound + bound + Span(1),
            _ => Span::ZERO,
        };
        (stamp, out.monotonic() + wait)
    }
}
