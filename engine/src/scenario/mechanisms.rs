//! Mechanisms by name: their cards, and clusters of them.
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

/// The nodes of a service, of the mechanism of this name.
pub(super) fn cluster(slug: &str, setup: Setup) -> Option<Box<dyn Cluster>> {
    struct Found<'a>(&'a str, Option<Setup>, Option<Box<dyn Cluster>>);
    impl Visitor for Found<'_> {
        fn visit<P: Protocol>(&mut self) {
            if P::CARD.slug == self.0
                && let Some(setup) = self.1.take()
            {
                self.2 = Some(Box::new(TypedCluster::<P>::new(setup)));
            }
        }
    }
    let mut found = Found(slug, Some(setup), None);
    each(&mut found);
    found.2
}
