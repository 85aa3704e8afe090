//! What happened to an element, in plain values.
use wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, HtmlInputElement, HtmlSelectElement, KeyboardEvent, MouseEvent, PointerEvent,
};
use yew::TargetCast;

/// A key, by what it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// An arrow.
    Left,
    /// An arrow.
    Right,
    /// An arrow.
    Up,
    /// An arrow.
    Down,
    /// The first of several.
    Home,
    /// The last of several.
    End,
    /// One page back.
    PageUp,
    /// One page on.
    PageDown,
    /// Do it.
    Enter,
    /// Do it, or play.
    Space,
    /// Leave.
    Escape,
    /// Full screen, on a presenter's remote.
    F5,
    /// A letter, a digit, a sign.
    Sign(char),
    /// Anything else, or anything with Ctrl, Alt or Meta.
    Other,
}

impl Key {
    /// The key of an event; one that is pressed together with Ctrl, Alt or Meta is the browser's.
    pub fn of(event: &KeyboardEvent) -> Key {
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return Key::Other;
        }
        Key::named(&event.key())
    }

    /// The key of any event that may be one of the keyboard.
    pub fn pressed(event: &Event) -> Key {
        event.dyn_ref::<KeyboardEvent>().map_or(Key::Other, Key::of)
    }

    fn named(name: &str) -> Key {
        let mut signs = name.chars();
        match (name, signs.next(), signs.next()) {
            ("ArrowLeft", ..) => Key::Left,
            ("ArrowRight", ..) => Key::Right,
            ("ArrowUp", ..) => Key::Up,
            ("ArrowDown", ..) => Key::Down,
            ("Home", ..) => Key::Home,
            ("End", ..) => Key::End,
            ("PageUp", ..) => Key::PageUp,
            ("PageDown", ..) => Key::PageDown,
            ("Enter", ..) => Key::Enter,
            (" ", ..) => Key::Space,
            ("Escape", ..) => Key::Escape,
            ("F5", ..) => Key::F5,
            (_, Some(sign), None) => Key::Sign(sign),
            _ => Key::Other,
        }
    }
}

/// What stands in the field or the list that an event came from.
pub fn value_of(event: &Event) -> String {
    let field = event.target_dyn_into::<HtmlInputElement>().map(|field| field.value());
    let list = || event.target_dyn_into::<HtmlSelectElement>().map(|list| list.value());
    field.or_else(list).unwrap_or_default()
}

/// Is the box ticked that an event came from?
pub fn is_ticked(event: &Event) -> bool {
    event.target_dyn_into::<HtmlInputElement>().is_some_and(|field| field.checked())
}

/// Does a key belong to the element that has the focus: a field, a list, a button?
pub fn is_for_a_control(event: &KeyboardEvent) -> bool {
    let Some(element) = event.target_dyn_into::<web_sys::Element>() else { return false };
    let name = element.tag_name().to_ascii_lowercase();
    matches!(name.as_str(), "input" | "select" | "textarea" | "button" | "a" | "summary")
}

/// Is the pointer a finger, which cannot hover?
pub fn is_touch(event: &Event) -> bool {
    event.dyn_ref::<PointerEvent>().is_some_and(|event| event.pointer_type() == "touch")
}

/// Does a key ask for the search: Ctrl-K or Cmd-K anywhere, and a bare slash where single keys are
/// on and nothing is being written?
pub fn opens_search(event: &Event, single_keys: bool) -> bool {
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return false };
    if (key.ctrl_key() || key.meta_key()) && !key.alt_key() && !key.shift_key() {
        return key.key().eq_ignore_ascii_case("k");
    }
    let writes = "input, select, textarea, dialog, [contenteditable]";
    single_keys && Key::of(key) == Key::Sign('/') && super::at(event, writes).is_none()
}

/// Where a pointer is, in pixels from the left and the top of the window.
pub fn pointer(event: &MouseEvent) -> (f64, f64) {
    (f64::from(event.client_x()), f64::from(event.client_y()))
}

/// Where something that was clicked opens what it opens: at the pointer, or below itself where a
/// key did it.
pub fn place_of_click(event: &MouseEvent) -> (f64, f64) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    match target.and_then(|target| target.closest("button").ok().flatten()) {
        Some(button) if event.detail() == 0 => super::below(&button),
        _ => pointer(event),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_have_names() {
        assert_eq!((Key::named("ArrowLeft"), Key::named(" ")), (Key::Left, Key::Space));
        assert_eq!((Key::named("k"), Key::named("F7")), (Key::Sign('k'), Key::Other));
    }
}
