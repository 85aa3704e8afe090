//! Elements of the page: where they are, which has the focus, which dialog is open.
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, HtmlElement, SvgElement};

/// A place and a size, in pixels from the left and the top of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bounds {
    /// From the left.
    pub left: f64,
    /// From the top.
    pub top: f64,
    /// How wide.
    pub width: f64,
    /// How high.
    pub height: f64,
}

/// Where an element is.
pub fn bounds(element: &Element) -> Bounds {
    let found = element.get_bounding_client_rect();
    Bounds { left: found.left(), top: found.top(), width: found.width(), height: found.height() }
}

/// Gives the focus to the first element inside another that a selector finds.
pub fn focus_in(within: &Element, selector: &str) -> bool {
    let found = within.query_selector(selector).ok().flatten();
    found.is_some_and(|element| focus(&element))
}

/// Gives the focus to an element; the answer is whether it can have it.
pub fn focus(element: &Element) -> bool {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        return element.focus().is_ok();
    }
    element.dyn_ref::<SvgElement>().is_some_and(|element| element.focus().is_ok())
}

/// The lower left corner of an element: where a key opens what belongs to it, in pixels from the
/// left and the top of the window.
pub fn below(element: &Element) -> (f64, f64) {
    let around = bounds(element);
    (around.left, around.top + around.height)
}

/// Gives the focus to the first element of the page that can have it, by the selectors in their
/// order.
pub fn focus_one_of(selectors: &[String]) {
    let mut found = selectors.iter().flat_map(|selector| super::places(selector));
    // The order of the selectors says what is wanted most.
    let _ = found.find(focus);
}

/// Gives the focus to the first element that a selector finds, unless something has it already.
pub fn focus_if_free(selector: &str) {
    let body = document().body().map(Element::from);
    if document().active_element().is_none_or(|active| Some(active) == body) {
        focus_one_of(&[selector.to_owned()]);
    }
}

/// Does an element, or one inside it, have the focus?
pub fn has_focus(within: &Element) -> bool {
    document().active_element().is_some_and(|active| within.contains(Some(&active)))
}

/// Clicks the first element inside another that a selector finds.
pub fn click_in(within: &Element, selector: &str) {
    if let Ok(Some(element)) = within.query_selector(selector)
        && let Some(element) = element.dyn_ref::<HtmlElement>()
    {
        element.click();
    }
}

/// Opens a dialog; the rest of the page waits until it is closed.
pub fn open_dialog(element: &Element) {
    if let Some(dialog) = element.dyn_ref::<HtmlDialogElement>()
        && !dialog.open()
    {
        // One that is open already stays open.
        let _ = dialog.show_modal();
    }
}

/// Closes a dialog: the focus goes back to where it was, or to the lab if that is gone.
pub fn close_dialog(element: &Element) {
    if let Some(dialog) = element.dyn_ref::<HtmlDialogElement>() {
        dialog.close();
    }
    let nowhere = document().active_element().is_none_or(|active| active.tag_name() == "BODY");
    if nowhere {
        focus_lab_around(element);
    }
}

/// Gives the focus to the lab around an element.
pub fn focus_lab_around(element: &Element) {
    if let Ok(Some(lab)) = element.closest(".lab") {
        focus(&lab);
    }
}

/// Gives the focus to the next, or to one before, of those that a selector finds.
pub fn focus_beside(within: &Element, selector: &str, by: isize) {
    let Ok(found) = within.query_selector_all(selector) else { return };
    let nodes = (0..found.length()).filter_map(|place| found.get(place));
    let all: Vec<Element> = nodes.filter_map(|node| node.dyn_into().ok()).collect();
    let active = document().active_element();
    let here = all.iter().position(|one| Some(one) == active.as_ref());
    let next = here.map_or(0, |here| here.saturating_add_signed(by).min(all.len() - 1));
    if let Some(next) = all.get(next) {
        focus(next);
    }
}

/// Puts a dialog beside a place, wholly inside the window.
pub fn put_near(element: &Element, (x, y): (f64, f64)) {
    let Some(dialog) = element.dyn_ref::<HtmlElement>() else { return };
    let size = bounds(element);
    let inside = |at: f64, size: f64, room: f64| at.min(room - size - 8.0).max(8.0);
    let [width, height] = [window().inner_width(), window().inner_height()]
        .map(|side| side.ok().and_then(|side| side.as_f64()).unwrap_or(800.0));
    let put = |name: &str, at: f64| {
        dialog.style().set_property(name, &format!("{}px", at.round() as i64))
    };
    // A style that a browser does not know changes nothing.
    let _ = put("left", inside(x + 8.0, size.width, width));
    let _ = put("top", inside(y + 8.0, size.height, height));
}

/// What a selector finds inside an element stays at least as high as it is now, also when less
/// will stand in it.
pub fn hold_height(within: &Element, selector: &str) {
    if let Ok(Some(element)) = within.query_selector(selector)
        && let Some(held) = element.dyn_ref::<HtmlElement>()
    {
        // A style that a browser does not know changes nothing.
        let _ = held.style().set_property("min-height", &format!("{}px", held.offset_height()));
    }
}

/// Puts an element below a line of text, or above it where there is more room, wholly inside the
/// width of the window; it stays there when the page is scrolled.
pub fn put_beside(element: &Element, line: &Element) {
    const APART: f64 = 7.0;
    let Some(put) = element.dyn_ref::<HtmlElement>() else { return };
    let first = line.get_client_rects().get(0).unwrap_or_else(|| line.get_bounding_client_rect());
    let last = line.get_bounding_client_rect();
    let size = bounds(element);
    let page = window();
    let [across, down] =
        [page.page_x_offset(), page.page_y_offset()].map(Result::unwrap_or_default);
    let height = page.inner_height().ok().and_then(|side| side.as_f64()).unwrap_or(800.0);
    let width = document().document_element().map_or(800.0, |root| f64::from(root.client_width()));
    let below = last.bottom() + APART;
    let above = last.top() - APART - size.height;
    let top = if below + size.height > height && above > 0.0 { above } else { below };
    let left = first.left().min(width - size.width - 8.0).max(8.0);
    let set =
        |name: &str, at: f64| put.style().set_property(name, &format!("{}px", at.round() as i64));
    // A style that a browser does not know changes nothing.
    let _ = set("left", left + across);
    let _ = set("top", top + down);
}

/// Holds a pointer: what it does next is told to this element.
pub fn hold_pointer(element: &Element, pointer: i32) {
    // A pointer that is gone already cannot be held.
    let _ = element.set_pointer_capture(pointer);
}

/// Brings an element into view inside what scrolls around it.
pub fn scroll_to(within: &Element, selector: &str) {
    if let Ok(Some(element)) = within.query_selector(selector) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Scrolls the page to the first element that a selector finds in what surrounds both, if its upper
/// edge lies above the window.
pub fn show_beside(element: &Element, around: &str, selector: &str) {
    let around = element.closest(around).ok().flatten();
    let found = around.and_then(|around| around.query_selector(selector).ok().flatten());
    if let Some(found) = found.filter(|found| bounds(found).top < 0.0) {
        found.scroll_into_view();
    }
}

/// Scrolls an element, and nothing around it, until the first inside it that a selector finds can
/// be seen below a heading that stays.
pub fn keep_in_view(within: &Element, selector: &str) {
    const HEADING: f64 = 24.0;
    let Ok(Some(element)) = within.query_selector(selector) else { return };
    let (room, found) = (bounds(within), bounds(&element));
    let above = (found.top - room.top - HEADING).min(0.0);
    let below = (found.top + found.height - room.top - room.height + HEADING).max(0.0);
    within.set_scroll_top(within.scroll_top() + (above + below) as i32);
}
