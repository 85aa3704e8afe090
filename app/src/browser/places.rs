//! Where the text leaves room for what runs.
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// All elements that a selector finds.
pub fn places(selector: &str) -> Vec<Element> {
    let Ok(found) = document().query_selector_all(selector) else { return Vec::new() };
    let nodes = (0..found.length()).filter_map(|place| found.get(place));
    nodes.filter_map(|node| node.dyn_into().ok()).collect()
}

/// Takes everything out of an element.
pub fn clear(element: &Element) {
    element.set_text_content(None);
}

/// Adds a sentence to what stands in an element.
pub fn add_sentence(element: &Element, sentence: &str) {
    if let Ok(added) = document().create_element("p") {
        added.set_class_name("notice");
        added.set_text_content(Some(sentence));
        // An element that has just been made can be put anywhere.
        let _ = element.append_child(&added);
    }
}
