//! What the reader takes along.
use super::Element;
use gloo::utils::window;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{HtmlInputElement, HtmlTextAreaElement};

/// Copies a text, and says whether that was allowed.
pub fn copy(text: &str, tell: impl FnOnce(bool) + 'static) {
    let clipboard = window().navigator().clipboard();
    // Browsers have none for pages that came without encryption.
    if clipboard.is_undefined() {
        return tell(false);
    }
    let copied = clipboard.write_text(text);
    spawn_local(async move { tell(JsFuture::from(copied).await.is_ok()) });
}

/// Selects all that stands in a field, for where copying is not allowed: the keys for copying then
/// take it.
pub fn select_all(field: &Element) {
    if let Some(field) = field.dyn_ref::<HtmlTextAreaElement>() {
        // The focus makes the selection visible, and the keys go where it is.
        let _ = field.focus();
        field.select();
    } else if let Some(field) = field.dyn_ref::<HtmlInputElement>() {
        let _ = field.focus();
        field.select();
    }
}
