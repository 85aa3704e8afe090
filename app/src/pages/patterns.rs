//! Patterns that marks refer to, once in a document: a page with still figures has them already.
use crate::browser::places;
use crate::marks::defs;
use yew::prelude::*;

/// Draws the patterns if nobody has.
#[hook]
pub(super) fn use_patterns() -> Html {
    let missing = use_memo((), |()| places("#pL").is_empty());
    if *missing {
        defs()
    } else {
        html! {}
    }
}
