//! Where a node sits while its host is up: its state, its desk, its timers.
use crate::kernel::{EventId, Instant};
use crate::node::{Desk, Name, Occupant};
use std::rc::Rc;

/// A node in memory.
#[derive(Hash)]
pub(super) struct Seat {
    pub node: Box<dyn Occupant>,
    pub desk: Desk,
    timers: Vec<(Rc<dyn Name>, EventId, Instant)>,
}

impl Clone for Seat {
    fn clone(&self) -> Seat {
        let (node, timers) = (self.node.duplicate(), self.timers.clone());
        Seat { node, desk: self.desk.clone(), timers }
    }
}

impl Seat {
    pub fn new(node: Box<dyn Occupant>, desk: Desk) -> Seat {
        Seat { node, desk, timers: Vec::new() }
    }

    /// Notes a timer. The event of one of the same name, to be taken back, and when it was due.
    pub fn set(
        &mut self,
        timer: Rc<dyn Name>,
        id: EventId,
        due: Instant,
    ) -> Option<(EventId, Instant)> {
        match self.timers.iter_mut().find(|(name, ..)| name.is(timer.as_ref())) {
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
    pub fn cancel(&mut self, timer: &dyn Name) -> Option<(EventId, Instant)> {
        let at = self.timers.iter().position(|(name, ..)| name.is(timer))?;
        let (_, id, due) = self.timers.swap_remove(at);
        Some((id, due))
    }

    /// Strikes a timer out by its event.
    pub fn fired(&mut self, event: EventId) -> Option<Rc<dyn Name>> {
        let at = self.timers.iter().position(|(_, id, _)| *id == event)?;
        Some(self.timers.swap_remove(at).0)
    }
}
