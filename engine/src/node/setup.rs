//! What is fixed for a service before a run.
use super::{Card, ClientPlan};
use crate::kernel::{NodeId, NodeSet, Place, ServiceId, Span};
use std::rc::Rc;

/// Size, seed, settings and guards of one service.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Setup {
    /// Which service.
    pub service: ServiceId,
    /// How many nodes.
    pub members: u16,
    /// The seed of the run.
    pub seed: u64,
    /// For how long evidence must last before belief rises.
    pub sustain: Span,
    /// What each client wants, if the service is the one of the clients.
    pub workload: Rc<[ClientPlan]>,
    settings: Vec<(&'static str, i64)>,
    guards_off: Vec<(&'static str, bool)>,
}

impl Setup {
    /// Every setting at its default, every guard on.
    pub fn new(card: &Card, service: ServiceId, members: u16, seed: u64) -> Setup {
        let settings = card.settings.iter().map(|setting| (setting.name, setting.default));
        let guards = card.guards.iter().map(|guard| (guard.name, false));
        Setup {
            service,
            members,
            seed,
            sustain: Span::ZERO,
            workload: Rc::default(),
            settings: settings.collect(),
            guards_off: guards.collect(),
        }
    }

    /// Changes a setting; an unknown name is the caller's bug and changes nothing.
    #[must_use]
    pub fn with(mut self, name: &str, value: i64) -> Setup {
        change(&mut self.settings, name, value);
        self
    }

    /// Switches a guard off.
    #[must_use]
    pub fn without(mut self, guard: &str) -> Setup {
        change(&mut self.guards_off, guard, true);
        self
    }

    /// The value of a setting; 0 if the mechanism has none of this name.
    pub fn number(&self, name: &str) -> i64 {
        find(&self.settings, name)
    }

    /// The value of a setting that is a length of time.
    pub fn span(&self, name: &str) -> Span {
        Span(self.number(name).max(0).cast_unsigned())
    }

    /// Is a guard on?
    pub fn guards(&self, name: &str) -> bool {
        !find(&self.guards_off, name)
    }

    /// The node at a place.
    pub fn node(&self, place: Place) -> NodeId {
        NodeId { service: self.service, place }
    }

    /// All nodes, by place.
    pub fn all(&self) -> NodeSet {
        NodeSet::first(self.members)
    }
}

fn change<T>(list: &mut [(&'static str, T)], name: &str, value: T) {
    if let Some((_, known)) = list.iter_mut().find(|(known, _)| *known == name) {
        *known = value;
    }
}

fn find<T: Copy + Default>(list: &[(&'static str, T)], name: &str) -> T {
    list.iter().find(|(known, _)| *known == name).map(|(_, value)| *value).unwrap_or_default()
}
