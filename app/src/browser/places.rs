//! Where the text leaves room for what runs.
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node, NodeList};

/// All elements that a selector finds.
pub fn places(selector: &str) -> Vec<Element> {
    document().query_selector_all(selector).map(elements).unwrap_or_default()
}

/// All elements inside another that a selector finds.
pub fn places_in(within: &Element, selector: &str) -> Vec<Element> {
    within.query_selector_all(selector).map(elements).unwrap_or_default()
}

fn elements(found: NodeList) -> Vec<Element> {
    let nodes = (0..found.length()).filter_map(|place| found.get(place));
    nodes.filter_map(|node| node.dyn_into().ok()).collect()
}

/// Adds an element with a class and a text behind what stands in another.
pub fn add(within: &Element, tag: &str, class: &str, text: &str) -> Option<Element> {
    let added = document().create_element(tag).ok()?;
    added.set_class_name(class);
    added.set_text_content(Some(text));
    // An element that has just been made can be put anywhere.
    let _ = within.append_child(&added);
    Some(added)
}

/// Adds a sentence to what stands in an element.
pub fn add_sentence(element: &Element, sentence: &str) {
    add(element, "p", "notice", sentence);
}

/// Gives an element an attribute, or takes it away.
pub fn set_if(element: &Element, name: &str, value: &str, on: bool) {
    // These names are plain, so none is refused.
    let _ = match on {
        true => element.set_attribute(name, value),
        false => element.remove_attribute(name),
    };
}

/// The element that a hash names.
pub fn named(hash: &str) -> Option<Element> {
    let name = js_sys::decode_uri_component(hash.strip_prefix('#')?).ok()?.as_string()?;
    document().get_element_by_id(&name)
}

/// Is the window behind others, or another page before it?
pub fn is_away() -> bool {
    document().hidden()
}

/// Is it there, but not to be seen?
pub fn is_hidden(hash: &str) -> bool {
    named(hash).is_some_and(|element| element.get_client_rects().length() == 0)
}

/// What a note in the text says, copied; its label and names that may not be there twice are left
/// out.
pub fn note_of(note: &Element) -> Option<Node> {
    let copy = note.clone_node_with_deep(true).ok()?.dyn_into::<Element>().ok()?;
    copy.set_class_name("copy");
    copy.remove_attribute("id").ok()?;
    for inside in places_in(&copy, "[id]") {
        inside.remove_attribute("id").ok()?;
    }
    for label in places_in(&copy, ".lbl") {
        label.remove();
    }
    Some(copy.into())
}
