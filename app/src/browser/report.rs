//! Tells the console what stopped the program; the page itself is told by its guard script.
use wasm_bindgen::JsValue;

/// Writes every panic to the console before the program stops.
pub fn report_panics() {
    std::panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&JsValue::from_str(&info.to_string()));
    }));
}
