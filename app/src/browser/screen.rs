//! Windows, the full screen, the clock on the wall, and names that nobody else has.
use gloo::utils::{document, window};
use js_sys::Date;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Fills the screen with the page, or no longer does; where a browser refuses, nothing happens.
pub fn toggle_full_screen() {
    let page = document();
    if page.fullscreen_element().is_some() {
        return page.exit_fullscreen();
    }
    if let Some(root) = page.document_element() {
        // Where it is not allowed, the page keeps its size.
        let _ = root.request_fullscreen();
    }
}

/// Opens another window of this name. Was it allowed?
pub fn open_window(address: &str, name: &str) -> bool {
    let open = window().open_with_url_and_target_and_features(address, name, "popup");
    open.is_ok_and(|opened| opened.is_some())
}

/// Milliseconds of the system's clock.
pub fn clock() -> f64 {
    Date::now()
}

/// The day on the system's calendar, as in "2026-11-26"; everybody's, that of Greenwich.
pub fn today() -> String {
    let now = String::from(Date::new_0().to_iso_string());
    now.split('T').next().unwrap_or_default().to_owned()
}

/// Eight letters and digits.
pub fn random_name() -> String {
    const SIGNS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    let sign = |_| char::from(SIGNS[(js_sys::Math::random() * 32.0) as usize % 32]);
    (0..8).map(sign).collect()
}

/// Where the site is: "https://book.example".
pub fn origin() -> String {
    window().location().origin().unwrap_or_default()
}

/// Puts an element that lies over the page to a place of the window.
pub fn put_at(element: &Element, (x, y): (f64, f64)) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        // A style that a browser does not know changes nothing.
        let _ = element.style().set_property("translate", &format!("{x}px {y}px"));
    }
}
