//! Styles that a page of text names and does not load: those of labs.
use super::places;
use gloo::utils::document;
use js_sys::{Array, Promise};
use std::cell::RefCell;
use web_sys::Element;

thread_local! {
    /// They are on their way, or there.
    static COMING: RefCell<Option<Promise>> = const { RefCell::new(None) };
}

/// Adds the styles of labs, if the page has not loaded them; the answer is what to wait for.
pub(super) fn add_lab_styles() -> Option<Promise> {
    if let Some(named) = places("meta[name=lab-styles]").into_iter().next() {
        let all = named.get_attribute("content").unwrap_or_default();
        let all: Array = all.split_whitespace().map(|address| sheet(address, &named)).collect();
        named.remove();
        COMING.set(Some(Promise::all(&all)));
    }
    COMING.with_borrow(Clone::clone)
}

/// Adds a sheet before an element of the head: what stands behind it goes on to count for more. A
/// lab without it is better than none, so it is waited for until it is there or cannot be loaded.
fn sheet(address: &str, before: &Element) -> Promise {
    Promise::new(&mut |done, _| {
        let Ok(link) = document().create_element("link") else {
            let _ = done.call0(&done);
            return;
        };
        // These names are plain, so none is refused.
        let _ = link.set_attribute("rel", "stylesheet");
        let _ = link.set_attribute("href", address);
        for name in ["load", "error"] {
            let _ = link.add_event_listener_with_callback(name, &done);
        }
        let _ = before.before_with_node_1(&link);
    })
}
