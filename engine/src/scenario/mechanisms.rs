//! Mechanisms by name: their cards, and how scenarios come by their nodes.
use super::Scenario;
use crate::kernel::sort_by_key;
use crate::node::{Card, Mechanism, Protocol, mechanism};
use crate::protocols::{Visitor, each};

/// The cards of all mechanisms, by name.
pub fn cards() -> Vec<&'static Card> {
    #[derive(Default)]
    struct Cards(Vec<&'static Card>);
    impl Visitor for Cards {
        fn visit<P: Protocol>(&mut self) {
            self.0.push(const { &P::CARD });
        }
    }
    let mut cards = Cards::default();
    each(&mut cards);
    sort_by_key(&mut cards.0, |card| card.slug);
    cards.0
}

/// The card of the mechanism of this name.
pub fn card(slug: &str) -> Option<&'static Card> {
    cards().into_iter().find(|card| card.slug == slug)
}

/// A checked scenario to which its mechanisms have yet to be brought.
#[derive(Clone, Debug)]
pub struct Bare(pub(super) Scenario);

impl Bare {
    /// Its name.
    pub fn id(&self) -> &str {
        &self.0.id
    }

    /// The mechanisms that it plays, each once, by name.
    pub fn mechanisms(&self) -> Vec<&'static str> {
        let played = self.0.services.iter().zip(&self.0.cast.services);
        let mut slugs: Vec<_> = played.map(|(_, info)| info.card.slug).collect();
        sort_by_key(&mut slugs, |slug| *slug);
        slugs.dedup();
        slugs
    }

    /// The scenario with what is brought; nothing if a mechanism that it plays is missing.
    pub fn with(self, brought: Vec<&'static dyn Mechanism>) -> Option<Scenario> {
        let played = self.mechanisms();
        let scenario = Scenario { brought, ..self.0 };
        let is_whole = played.iter().all(|slug| scenario.mechanism(slug).is_some());
        is_whole.then_some(scenario)
    }

    /// The scenario with every mechanism, so that any can take the place of another.
    pub(super) fn with_all(self) -> Scenario {
        struct All(Scenario);
        impl Visitor for All {
            fn visit<P: Protocol>(&mut self) {
                self.0.bring(mechanism::<P>());
            }
        }
        let mut all = All(self.0);
        each(&mut all);
        all.0
    }
}

impl Scenario {
    /// Brings one mechanism more, which may take the place of another (`Difference::Mechanism`).
    pub fn bring(&mut self, mechanism: &'static dyn Mechanism) {
        if self.mechanism(mechanism.card().slug).is_none() {
            self.brought.push(mechanism);
        }
    }

    /// The mechanism of this name, if it has been brought.
    pub(super) fn mechanism(&self, slug: &str) -> Option<&'static dyn Mechanism> {
        self.brought.iter().copied().find(|mechanism| mechanism.card().slug == slug)
    }
}
