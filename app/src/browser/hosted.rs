//! Where labs are that stand on pages of others: what belongs to the whole page is not theirs.
use super::{Element, HeightWatch};
use gloo::utils::document;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

thread_local! {
    /// The site that the module came from; nothing on the book's own pages.
    static SITE: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// This module runs labs on pages of others, and came from this site.
pub fn be_hosted(site: String) {
    SITE.set(Some(site));
}

/// The site that a hosted module came from, with a slash at its end.
pub fn hosted_site() -> Option<String> {
    SITE.with_borrow(Clone::clone)
}

/// Is this the program for pages of others? There nothing is kept, and addresses are left alone;
/// what is for the site alone is not even in it.
pub const fn is_hosted() -> bool {
    !cfg!(feature = "site")
}

/// Takes the focus from whatever has it, so that keys belong to the page again.
pub fn give_focus_back() {
    let active = document().active_element();
    if let Some(element) = active.and_then(|active| active.dyn_into::<HtmlElement>().ok()) {
        // It has the focus, so it can lose it.
        let _ = element.blur();
    }
}

/// Makes room for a lab inside an element of the page.
pub fn make_room(within: &Element, id: &str, theme: Option<&str>, hide: &str) -> Option<Element> {
    within.class_list().add_1("dst").ok()?;
    set_theme(within, theme);
    within.set_attribute("data-hide", hide).ok()?;
    let room = super::add(within, "div", "inpage", "")?;
    room.set_attribute("data-lab", id).ok()?;
    Some(room)
}

/// Says in the element of a lab why it is not there, with a way on: an address and its name.
pub fn say_instead(
    within: &Element,
    theme: Option<&str>,
    sentence: &str,
    (page, name): (&str, &str),
) {
    let says = make_room(within, "", theme, "").and_then(|room| {
        room.set_class_name("");
        let says = super::add(&room, "p", "notice", &format!("{sentence} "))?;
        says.set_attribute("role", "alert").ok()?;
        super::add(&says, "a", "", name)
    });
    let Some(way) = says else { return };
    for (name, value) in [("href", page), ("target", "_blank"), ("rel", "noopener")] {
        // Attributes with plain names can always be set.
        let _ = way.set_attribute(name, value);
    }
}

/// Gives the element of a lab its theme; without one it takes after the reader's system.
pub fn set_theme(within: &Element, theme: Option<&str>) {
    // Attributes with plain names can always be set.
    let _ = match theme {
        Some(theme) => within.set_attribute("data-theme", theme),
        None => within.remove_attribute("data-theme"),
    };
}

/// Says how large a lab is, as its styles need to know.
pub fn has_many_rows(room: &Element) {
    // A plain name of a class is never refused.
    let _ = room.class_list().add_1("many");
}

/// Leaves the element as it was; what else stands in it is the host's.
pub fn clear_room(within: &Element) {
    if let Ok(Some(room)) = within.query_selector(":scope > [data-lab]") {
        room.remove();
    }
    // Attributes and classes with plain names are never refused.
    let _ = within.class_list().remove_1("dst");
    let names: &[&str] = match within.class_list().length() {
        0 => &["class", "data-theme", "data-hide"],
        _ => &["data-theme", "data-hide"],
    };
    names.iter().for_each(|name| drop(within.remove_attribute(name)));
}

/// Tells the height of an element whenever it changes.
pub fn watch_height(of: &Element, tell: impl Fn(f64) + 'static) -> HeightWatch {
    HeightWatch::start_with(of, |element| super::bounds(element).height, tell)
}
