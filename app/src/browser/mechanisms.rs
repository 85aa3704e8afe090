//! Mechanisms, each a file of its own that is fetched when a scenario first plays it.
#![allow(unsafe_code, reason = "the marks at which the linked program is cut")]
use engine::node::{Mechanism, Protocol, mechanism};
use engine::protocols::agreement::raft::Raft;
use engine::protocols::replication::dynamo_quorum::DynamoQuorum;
use engine::protocols::time::lease_fence::LeaseFence;
use engine::scenario::{Bare, Scenario};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// Makes a split point of each, and finds it by its slug.
macro_rules! mechanisms {
    ($($part:ident: $mechanism:ty),* $(,)?) => {
        $(
            #[wasm_split($part, fallible)]
            fn $part() -> Result<&'static dyn Mechanism, SplitLoaderError> {
                Ok(mechanism::<$mechanism>())
            }
        )*

        async fn fetch(slug: &str) -> Option<&'static dyn Mechanism> {
            $(
                if slug == const { <$mechanism as Protocol>::CARD.slug } {
                    return $part().await.ok();
                }
            )*
            None
        }
    };
}

mechanisms! {
    raft: Raft,
    dynamo_quorum: DynamoQuorum,
    lease_fence: LeaseFence,
}

/// Brings to a scenario what it plays; nothing where one of it could not be fetched.
pub(super) async fn with_mechanisms(scenario: Bare) -> Option<Scenario> {
    for slug in scenario.mechanisms() {
        // All are under way before the first is waited for.
        spawn_local(async move {
            let _ = fetch(slug).await;
        });
    }
    let mut brought = Vec::new();
    for slug in scenario.mechanisms() {
        brought.push(fetch(slug).await?);
    }
    scenario.with(brought)
}

/// The same scenario with one mechanism more; nothing if it could not be fetched.
pub(super) async fn with_mechanism(
    scenario: Rc<Scenario>,
    slug: &'static str,
) -> Option<Rc<Scenario>> {
    let mechanism = fetch(slug).await?;
    let mut scenario = Rc::unwrap_or_clone(scenario);
    scenario.bring(mechanism);
    Some(Rc::new(scenario))
}

#[cfg(test)]
mod tests {
    use super::fetch;
    use engine::scenario::cards;
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    #[test]
    fn every_mechanism_can_be_fetched() {
        for card in cards() {
            let fetched = pin!(fetch(card.slug)).poll(&mut Context::from_waker(Waker::noop()));
            assert!(matches!(fetched, Poll::Ready(Some(_))), "{} is not listed", card.slug);
        }
    }
}
