//! What befalls a run, and when: acts in order.
use crate::faults::Fault;
use crate::kernel::{Instant, sort_by_key};

/// One act. At one instant, acts come after all events, in their own order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Act {
    /// When.
    pub at: Instant,
    /// What.
    pub fault: Fault,
}

/// All acts of a run, by instant; those of one instant in the order in which they were added.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Script(Vec<Act>);

impl Script {
    /// In the order of their instants, whatever the order given.
    pub fn new(acts: impl IntoIterator<Item = Act>) -> Script {
        let mut acts: Vec<_> = acts.into_iter().collect();
        sort_by_key(&mut acts, |act| act.at);
        Script(acts)
    }

    /// The acts.
    pub fn acts(&self) -> &[Act] {
        &self.0
    }

    /// With one more; the answer also tells its place.
    #[must_use]
    pub fn with(&self, act: Act) -> (Script, usize) {
        let place = self.0.partition_point(|other| other.at <= act.at);
        let mut acts = self.0.clone();
        acts.insert(place, act);
        (Script(acts), place)
    }

    /// Without the one at a place.
    #[must_use]
    pub fn without(&self, place: usize) -> Script {
        let mut acts = self.0.clone();
        if place < acts.len() {
            acts.remove(place);
        }
        Script(acts)
    }

    /// With the one at a place moved to another instant.
    #[must_use]
    pub fn moved(&self, place: usize, to: Instant) -> Script {
        match self.0.get(place) {
            Some(act) => self.without(place).with(Act { at: to, ..*act }).0,
            None => self.clone(),
        }
    }

    /// How many acts the two have in common from the start.
    pub fn common(&self, other: &Script) -> usize {
        self.0.iter().zip(&other.0).take_while(|(a, b)| a == b).count()
    }
}
