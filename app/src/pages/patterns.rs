//! Patterns that marks refer to, once in a document: a page with still figures has them already.
use crate::browser::{is_hosted, places};
use crate::marks::defs;
use yew::prelude::*;

/// Draws the patterns if nobody has.
#[hook]
pub(super) fn use_patterns() -> Html {
    // Beside other labs on a page of others, one may go before the rest: each has its own there.
    let missing = use_memo((), |()| is_hosted() || places("#pL").is_empty());
    if *missing {
        defs()
    } else {
        html! {}
    }
}
