//! Where a node sits while its host is up: its state, its desk, its timers.
use crate::kernel::{EventId, Instant};
use crate::node::{Desk, Node};

/// A node in memory.
#[derive(Clone, Hash)]
pub(super) struct Seat<N: Node> {
    pub node: N,
    pub desk: Desk,
    timers: Vec<(N::Timer, EventId, Instant)>,
}

impl<N: Node> Seat<N> {
    pub fn new(node: N, desk: Desk) -> Seat<N> {
        Seat { node, desk, timers: Vec::new() }
    }

    /// Notes a timer. The event of one of the same name, to be taken back, and when it was due.
    pub fn set(
        &mut self,
        timer: N::Timer,
        id: EventId,
        due: Instant,
    ) -> Option<(EventId, Instant)> {
        match self.timers.iter_mut().find(|(name, ..)| *name == timer) {
            Some(entry) => {
                let before = (entry.1, entry.2);
                *entry = (timer, id, due);
                Some(before)
            }
            None => {
                self.timers.push((timer, id, due));
                None
            }
        }
    }

    /// Strikes a timer out by its name.
    pub fn cancel(&mut self, timer: N::Timer) -> Option<(EventId, Instant)> {
        let at = self.timers.iter().position(|(name, ..)| *name == timer)?;
        let (_, id, due) = self.timers.swap_remove(at);
        Some((id, due))
    }

    /// Strikes a timer out by its event.
    pub fn fired(&mut self, event: EventId) -> Option<N::Timer> {
        let at = self.timers.iter().position(|(_, id, _)| *id == event)?;
        Some(self.timers.swap_remove(at).0)
    }
}
