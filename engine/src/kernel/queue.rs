//! The future: pending events in a total order.
//!
//! What cannot happen for the time being, because a host stands still or a link is held, waits
//! aside.
use super::{Event, EventId, Instant, Pending, SortedMap};
use std::hash::{Hash, Hasher};

/// Pending events by (instant, sequence).
#[derive(Clone, Debug, Default)]
pub struct Queue {
    next: u64,
    /// The latest first: what happens next is taken from the end.
    due: Vec<Pending>,
    aside: SortedMap<EventId, Pending>,
}

impl Queue {
    /// Foresees an event; `waits` puts it aside until it is recalled.
    pub fn push(&mut self, due: Instant, event: Event, waits: bool) -> EventId {
        let id = EventId(self.next);
        self.next += 1;
        let event = Pending { id, due, event };
        if waits {
            self.aside.insert(id, event);
        } else {
            self.put(event);
        }
        id
    }

    fn put(&mut self, event: Pending) {
        self.due.insert(self.place((event.due, event.id)), event);
    }

    /// Where an event stands, or would stand.
    fn place(&self, when: (Instant, EventId)) -> usize {
        self.due.partition_point(|event| (event.due, event.id) > when)
    }

    /// When the next event happens.
    pub fn next_due(&self) -> Option<Instant> {
        self.due.last().map(|event| event.due)
    }

    /// The event that happens next.
    pub fn first(&self) -> Option<Pending> {
        self.due.last().copied()
    }

    /// Takes the next event out.
    pub fn pop(&mut self) -> Option<Pending> {
        self.due.pop()
    }

    /// Takes an event out, wherever it is; `due` is where to look first.
    pub fn remove(&mut self, id: EventId, due: Instant) {
        let at = self.place((due, id));
        if self.due.get(at).is_some_and(|event| event.id == id) {
            self.due.remove(at);
        } else if self.aside.remove(&id).is_none() {
            self.due.retain(|event| event.id != id);
        }
    }

    /// Forgets events that cannot happen any more.
    pub fn forget(&mut self, gone: impl Fn(&Event) -> bool) {
        self.due.retain(|event| !gone(&event.event));
        self.aside.retain(|_, waiting| !gone(&waiting.event));
    }

    /// All events that are to happen, in order, then those that wait.
    pub fn iter(&self) -> impl Iterator<Item = Pending> {
        self.due.iter().rev().chain(self.aside.values()).copied()
    }

    /// The name that the next event will get.
    pub fn next_id(&self) -> EventId {
        EventId(self.next)
    }

    /// Does this event wait aside?
    pub fn is_aside(&self, id: EventId) -> bool {
        self.aside.contains_key(&id)
    }

    /// How many events are foreseen.
    pub fn len(&self) -> usize {
        self.due.len() + self.aside.len()
    }

    /// Nothing will ever happen?
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Events that can no longer happen for the time being wait.
    pub fn set_aside(&mut self, waits: impl Fn(&Event) -> bool) {
        let waiting = self.due.extract_if(.., |event| waits(&event.event));
        self.aside.extend(waiting.map(|event| (event.id, event)));
    }

    /// Gives some events another due time; waiting ones that may now happen come back.
    pub fn reschedule(
        &mut self,
        concerns: impl Fn(&Event) -> bool,
        due: impl Fn(&Pending) -> Instant,
        waits: impl Fn(&Event) -> bool,
    ) {
        let mut moved: Vec<_> = self.due.extract_if(.., |event| concerns(&event.event)).collect();
        self.aside.retain(|_, waiting| {
            let stays = !concerns(&waiting.event) || waits(&waiting.event);
            moved.extend((!stays).then_some(*waiting));
            stays
        });
        for event in moved {
            self.put(Pending { due: due(&event), ..event });
        }
    }

    /// Changes one message under way: its due time and what becomes of it.
    pub fn amend(&mut self, id: EventId, amend: impl FnOnce(&mut Pending)) -> bool {
        if let Some(waiting) = self.aside.get_mut(&id) {
            amend(waiting);
            return true;
        }
        let Some(at) = self.due.iter().position(|event| event.id == id) else { return false };
        let mut found = self.due.remove(at);
        amend(&mut found);
        self.put(found);
        true
    }
}

/// What happens next is what was foreseen first of what is due first.
impl Hash for Queue {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        self.next.hash(hasher);
        self.iter().for_each(|event| event.hash(hasher));
        self.aside.len().hash(hasher);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::{LocalTime, NodeId};

    fn timer(node: u16) -> Event {
        Event::Timer(NodeId::new(0, node), LocalTime(0))
    }

    #[test]
    fn ties_are_broken_by_the_order_of_foresight() {
        let mut queue = Queue::default();
        let ids = [5, 3, 5, 3].map(|due| queue.push(Instant(due), timer(0), false));
        let order: Vec<_> = std::iter::from_fn(|| queue.pop()).map(|p| p.id).collect();
        assert_eq!(order, [ids[1], ids[3], ids[0], ids[2]]);
    }

    #[test]
    fn what_waits_aside_comes_back_at_the_time_given() {
        let mut queue = Queue::default();
        queue.push(Instant(1), timer(1), false);
        queue.push(Instant(2), timer(2), false);
        queue.set_aside(|event| event.node() == NodeId::new(0, 1));
        assert_eq!(queue.next_due(), Some(Instant(2)));
        let of_one = |event: &Event| event.node() == NodeId::new(0, 1);
        queue.reschedule(of_one, |_| Instant(9), |_| false);
        assert_eq!(queue.len(), 2);
        queue.pop();
        assert_eq!(queue.first().map(|p| p.due), Some(Instant(9)));
    }

    #[test]
    fn an_amended_event_keeps_its_name() {
        let mut queue = Queue::default();
        let id = queue.push(Instant(1), timer(1), false);
        assert!(queue.amend(id, |p| p.due = Instant(7)));
        assert_eq!(queue.pop().map(|p| (p.id, p.due)), Some((id, Instant(7))));
        assert!(!queue.amend(id, |_| ()));
    }
}
