//! Colours and motion, as the root element and the system have them.
use gloo::utils::{document, window};

/// Puts a theme on the root element; the empty one leaves it to the system.
pub fn apply(slug: &str) {
    if let Some(root) = document().document_element() {
        // Setting an attribute of an element that is there cannot fail.
        let _ = match slug {
            "" => root.remove_attribute("data-theme"),
            slug => root.set_attribute("data-theme", slug),
        };
    }
}

/// Does the reader want less motion?
pub fn prefers_reduced_motion() -> bool {
    let query = window().match_media("(prefers-reduced-motion: reduce)").ok().flatten();
    query.is_some_and(|query| query.matches())
}
