//! Whom a coordinator asks, who has answered, and what that is worth (sections 4.5 and 4.6).
use super::replica::{Out, Replica};
use crate::kernel::{LocalTime, NodeSet, Place, SortedMap};
use crate::modes::{ClassId, Mode};
use crate::node::{Key, Response, Ticket};

/// A node that is asked, and the home replica for which it stands in.
pub type Asked = (Place, Option<Place>);

/// What one coordinator gathers for one operation.
#[derive(Clone, Debug, Hash)]
pub struct Gather {
    /// Of which key.
    pub key: Key,
    /// For which class of operations.
    pub class: ClassId,
    /// How many timeouts have passed.
    pub round: u64,
    homes: NodeSet,
    asked: SortedMap<Place, Option<Place>>,
    heard: NodeSet,
    waiting: Vec<Ticket>,
}

impl Gather {
    /// Somebody else wants the same.
    pub fn join(&mut self, ticket: Ticket) {
        self.waiting.push(ticket);
    }

    /// Has whoever asked been told?
    pub fn is_answered(&self) -> bool {
        self.waiting.is_empty()
    }

    /// Is it there to keep the key, and not for another?
    pub fn is_home(&self, place: Place) -> bool {
        self.homes.contains(place)
    }

    /// Is this node asked, and for whom?
    pub fn asks(&self, place: Place) -> Option<Option<Place>> {
        self.asked.get(&place).copied()
    }

    /// One has answered.
    pub fn hear(&mut self, from: Place) {
        self.heard = self.heard.with(from);
    }

    /// Have all that were asked answered?
    pub fn is_complete(&self) -> bool {
        self.asked.keys().all(|place| self.heard.contains(*place))
    }

    /// Those who have not answered.
    pub fn missing(&self) -> Vec<Asked> {
        let asked = self.asked.iter().map(|(place, home)| (*place, *home));
        asked.filter(|(place, _)| !self.heard.contains(*place)).collect()
    }

    /// Tells everybody who waits, under a contract of this mode at best.
    pub fn answer(&mut self, mode: Mode, response: &Response, out: &mut Out) {
        for ticket in self.waiting.drain(..) {
            out.respond_under(ticket, mode, response.clone());
        }
    }
}

impl Replica {
    /// Asks the home replicas. If the quorum is sloppy, the "first N healthy nodes from the
    /// preference list" (section 4.6).
    pub(super) fn gather(&self, ticket: Ticket, key: Key, now: LocalTime) -> Gather {
        let homes = self.config.homes(key);
        let mut asked = SortedMap::new();
        let list: Vec<Place> = self.config.preference_list(key).collect();
        for home in &list[..self.config.n.into()] {
            let (place, stands_for) = match self.peers.seems_up(*home, now) {
                true => (*home, None),
                false => self.next_in_line(*home, &asked, &list, now),
            };
            asked.insert(place, stands_for);
        }
        let class = ticket.class;
        Gather { key, class, round: 0, homes, asked, heard: NodeSet::EMPTY, waiting: vec![ticket] }
    }

    /// The next place that seems to be there and is not asked yet; the home replica itself if
    /// there is none, or only home replicas count.
    fn next_in_line(
        &self,
        home: Place,
        asked: &SortedMap<Place, Option<Place>>,
        list: &[Place],
        now: LocalTime,
    ) -> Asked {
        let free = |place: &&Place| {
            self.peers.seems_up(**place, now) && !asked.contains_key(place) && self.config.sloppy
        };
        let stand_in = list[self.config.n.into()..].iter().find(free);
        stand_in.map_or((home, None), |place| (*place, Some(home)))
    }

    /// Some have not answered in time: whom to ask instead, or once more.
    pub(super) fn ask_others(&mut self, gather: &mut Gather, now: LocalTime) -> Vec<Asked> {
        let own = self.place();
        let missing: Vec<_> =
            gather.missing().into_iter().filter(|(place, _)| *place != own).collect();
        missing.iter().for_each(|(place, _)| self.peers.suspect(*place));
        let list: Vec<Place> = self.config.preference_list(gather.key).collect();
        let instead = missing.into_iter().map(|(place, stands_for)| {
            let home = stands_for.unwrap_or(place);
            match self.next_in_line(home, &gather.asked, &list, now) {
                (again, None) if again != place => (place, stands_for),
                next => {
                    gather.asked.insert(next.0, next.1);
                    next
                }
            }
        });
        instead.collect()
    }

    /// What an answer is worth that rests on those who have been heard: nothing yet, a quorum of
    /// home replicas, or a sloppy one. While the home replicas seem to be there, a coordinator
    /// gives them time; then it takes what it has, and says so.
    pub(super) fn worth(&self, gather: &Gather, need: u16, out: &Out) -> Option<Mode> {
        let patient = gather.round == 0 && out.mode(gather.class) == Mode::Target;
        match () {
            () if gather.heard.and(gather.homes).len() >= need => Some(Mode::Target),
            () if gather.heard.len() < need || !self.config.sloppy => None,
            () if !self.config.label_sloppy => Some(Mode::Target),
            () if patient => None,
            () => Some(Mode::Degraded),
        }
    }
}
