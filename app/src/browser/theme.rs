//! What the reader has chosen, as attributes of the root element, and what the system prefers.
use gloo::utils::{document, window};

/// Puts a choice onto the root element; nothing takes it away.
pub fn choose(name: &str, choice: Option<&str>) {
    if let Some(root) = document().document_element() {
        let name = format!("data-{name}");
        // Setting an attribute of an element that is there cannot fail.
        let _ = match choice {
            None => root.remove_attribute(&name),
            Some(choice) => root.set_attribute(&name, choice),
        };
    }
}

/// An attribute of the root element.
pub fn on_root(name: &str) -> Option<String> {
    document().document_element()?.get_attribute(name)
}

/// Does the reader want less motion?
pub fn prefers_reduced_motion() -> bool {
    if let Some(motion) = on_root("data-motion") {
        return motion == "less";
    }
    holds("(prefers-reduced-motion: reduce)")
}

/// Does the reader point with a finger? Then a field with the focus brings up keys over the page.
pub fn points_with_fingers() -> bool {
    holds("(pointer: coarse)")
}

fn holds(query: &str) -> bool {
    window().match_media(query).ok().flatten().is_some_and(|query| query.matches())
}
