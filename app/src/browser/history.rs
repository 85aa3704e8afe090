//! The browser's history: what is written into its entries, and how far a page is scrolled.
use super::Element;
use gloo::utils::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{History, HtmlElement, ScrollRestoration};

/// Blocks of a text, labs and diagrams apart: they are the same each time that the page is opened.
const BLOCKS: &str = "#text :is(h1, h2, h3, h4, p, li, dt, dd, pre, tr, summary)\
    :not(.inpage *, [data-slot] *, .mark *)";

fn history() -> Option<History> {
    window().history().ok()
}

/// What is written into the entry that is shown.
pub fn entry() -> Option<String> {
    history()?.state().ok()?.as_string()
}

/// Writes into the entry that is shown.
pub fn mark_entry(text: &str) {
    if let Some(history) = history() {
        // A browser that refuses, as some do when asked too often, keeps the old one.
        let _ = history.replace_state(&JsValue::from_str(text), "");
    }
}

/// Adds an entry.
pub fn add_entry(text: &str, address: &str) {
    if let Some(history) = history() {
        let _ = history.push_state_with_url(&JsValue::from_str(text), "", Some(address));
    }
}

/// Who scrolls when the browser goes back to an entry: the program or, while it is not there, the
/// browser itself.
pub fn scroll_by_ourselves(ourselves: bool) {
    if let Some(history) = history() {
        let by = if ourselves { ScrollRestoration::Manual } else { ScrollRestoration::Auto };
        let _ = history.set_scroll_restoration(by);
    }
}

/// The first block that can be seen, and how far below the top of the window it begins.
pub fn first_block() -> Option<(usize, i32)> {
    let blocks = super::places(BLOCKS).into_iter().enumerate();
    let mut bounds = blocks.map(|(place, block)| (place, super::bounds(&block)));
    let first = bounds.find(|(_, bounds)| bounds.height > 0.0 && bounds.top + bounds.height > 0.0);
    first.map(|(place, bounds)| (place, bounds.top as i32))
}

/// Scrolls until a block begins so far below the top of the window.
pub fn scroll_block_to(place: usize, below: i32) {
    if let Some(block) = super::places(BLOCKS).get(place) {
        let by = super::bounds(block).top - f64::from(below);
        window().scroll_by_with_x_and_y(0.0, by);
    }
}

/// Scrolls to the top of the page.
pub fn scroll_to_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Has the browser go to a place on the page that is shown, as if the reader had followed a link
/// to it, without an entry of its own.
pub fn go_to(hash: &str) {
    let _ = window().location().replace(hash);
}

/// The element that a hash names; what hides it is opened.
pub fn reveal(hash: &str) -> Option<Element> {
    let found = super::named(hash)?;
    let mut around = Some(found.clone());
    while let Some(element) = around {
        if element.tag_name() == "DETAILS" {
            let _ = element.set_attribute("open", "");
        }
        if element.class_list().contains("pass") {
            let _ = element.set_attribute("data-shown", "");
        }
        around = element.parent_element();
    }
    Some(found)
}

/// Gives the focus to an element that is read, not used, and leaves the page where it is.
pub fn begin_at(element: &Element) {
    if !element.has_attribute("tabindex") && !element.has_attribute("href") {
        let _ = element.set_attribute("tabindex", "-1");
    }
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus_with_options(&options);
    }
}

/// Links of a page, labs apart.
const LINKS: &str = "#page a[href]:not(.inpage *, [data-slot] *)";

/// Which link has the focus, counted from the first.
pub fn focused_link() -> Option<usize> {
    let active = document().active_element()?;
    super::places(LINKS).iter().position(|link| *link == active)
}

/// Gives the focus to a link, and leaves the page where it is. Is there one?
pub fn focus_link(place: usize) -> bool {
    super::places(LINKS).get(place).inspect(|link| begin_at(link)).is_some()
}
