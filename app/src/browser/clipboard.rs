//! What the reader takes along.
use gloo::utils::window;
use wasm_bindgen_futures::{JsFuture, spawn_local};

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
