//! Numbers as the browser reads them: the table that Rust needs for it is not in the page.

/// A decimal number; nothing if it is none, or not finite.
#[cfg(target_arch = "wasm32")]
pub fn number(text: &str) -> Option<f64> {
    // Browsers read more than that: nothing as 0, hexadecimals, spaces.
    let is_decimal = text.bytes().all(|sign| sign.is_ascii_digit() || b"+-.eE".contains(&sign));
    let read = wasm_bindgen::JsValue::from_str(text).unchecked_into_f64();
    (is_decimal && !text.is_empty() && read.is_finite()).then_some(read)
}

/// The same where there is no browser.
#[cfg(not(target_arch = "wasm32"))]
pub fn number(text: &str) -> Option<f64> {
    text.parse().ok().filter(|number: &f64| number.is_finite())
}
