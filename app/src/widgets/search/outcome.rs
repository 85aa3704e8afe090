//! What becomes of a search: it waits, it fails, it finds.
use super::groups::{Group, groups};
use crate::browser::{base, search};
use gloo::timers::callback::Timeout;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// More letters than anybody means; what comes behind them is not looked for.
const LONGEST: usize = 100;
/// Who types is not answered at each letter.
const PAUSE_MS: u32 = 150;
/// Pages that are looked into, the best first.
const PAGES: u32 = 12;

/// How it stands with a search.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Outcome {
    /// Nothing is looked for.
    Idle,
    /// The engine is being fetched.
    Waiting,
    /// There is no search, in a sentence.
    Failed(String),
    /// What these words have led to.
    Found(String, Vec<Group>),
}

/// The words that are looked for: without what separates them twice, and not without end.
pub(super) fn wish(typed: &str) -> String {
    let words: Vec<&str> = typed.split_whitespace().collect();
    words.join(" ").chars().take(LONGEST).collect()
}

/// Looks for what is typed, anew whenever that or the number of attempts changes.
#[hook]
pub(super) fn use_search(typed: &str, attempt: u32) -> Outcome {
    let outcome = use_state_eq(|| Outcome::Idle);
    let result = (*outcome).clone();
    use_effect_with((wish(typed), attempt), move |(wish, _)| {
        let wanted = Rc::new(Cell::new(true));
        let timer = begin(wish.clone(), outcome, wanted.clone());
        move || {
            wanted.set(false);
            drop(timer);
        }
    });
    result
}

fn begin(
    wish: String,
    outcome: UseStateHandle<Outcome>,
    wanted: Rc<Cell<bool>>,
) -> Option<Timeout> {
    if wish.is_empty() {
        outcome.set(Outcome::Idle);
        return None;
    }
    // What was found for fewer letters stays until there is something better.
    if !matches!(*outcome, Outcome::Found(..)) {
        outcome.set(Outcome::Waiting);
    }
    Some(Timeout::new(PAUSE_MS, move || {
        spawn_local(async move {
            let found = search(&wish, PAGES).await;
            if wanted.get() {
                outcome.set(match found {
                    Ok(pages) => {
                        let groups = groups(&pages, &base(), &wish);
                        Outcome::Found(wish, groups)
                    }
                    Err(sentence) => Outcome::Failed(sentence),
                });
            }
        });
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wish_has_an_end() {
        assert_eq!(wish("  a \n lease "), "a lease");
        assert_eq!(wish(&"ü".repeat(10_000)).chars().count(), LONGEST);
        assert_eq!(wish(" \t"), "");
    }
}
