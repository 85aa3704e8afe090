//! Mechanisms by name: their cards, and how scenarios come by their nodes.
use super::Scenario;
use crate::kernel::sort_by_key;
use crate::node::{Card, Protocol, Setup};
use crate::protocols::{Visitor, each};
use crate::world::{Cluster, TypedCluster};

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

/// Makes the nodes of a service.
pub type Make = fn(Setup) -> Box<dyn Cluster>;

/// How the nodes of a mechanism are made.
pub fn make<P: Protocol>() -> Make {
    |setup| Box::new(TypedCluster::<P>::new(setup))
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

    /// The scenario with what is brought for each name; nothing if one is missing.
    pub fn with(self, brought: impl Fn(&str) -> Option<Make>) -> Option<Scenario> {
        let Bare(mut scenario) = self;
        for (service, info) in scenario.services.iter_mut().zip(&scenario.cast.services) {
            service.make = Some(brought(info.card.slug)?);
        }
        Some(scenario)
    }
}

/// How the nodes of the mechanism of this name are made.
pub(super) fn known(slug: &str) -> Option<Make> {
    struct Found<'a>(&'a str, Option<Make>);
    impl Visitor for Found<'_> {
        fn visit<P: Protocol>(&mut self) {
            if P::CARD.slug == self.0 {
                self.1 = Some(make::<P>());
            }
        }
    }
    let mut found = Found(slug, None);
    each(&mut found);
    found.1
}
