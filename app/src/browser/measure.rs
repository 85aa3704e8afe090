//! How wide texts are, measured by the browser, each once.
use gloo::utils::document;
use std::cell::RefCell;
use std::collections::BTreeMap;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Element;
#[cfg(target_arch = "wasm32")]
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

thread_local! {
    static KNOWN: RefCell<BTreeMap<(u16, bool, String), f64>> = RefCell::default();
}

#[cfg(target_arch = "wasm32")]
thread_local! {
    static PEN: Option<CanvasRenderingContext2d> = pen();
}

#[cfg(target_arch = "wasm32")]
fn pen() -> Option<CanvasRenderingContext2d> {
    let canvas = document().create_element("canvas").ok()?.dyn_into::<HtmlCanvasElement>().ok()?;
    canvas.get_context("2d").ok()??.dyn_into().ok()
}

/// The width of a text in the sans face, in pixels; `tenths` is its size in tenths of a pixel.
pub fn text_width(text: &str, tenths: u16, bold: bool) -> f64 {
    let key = (tenths, bold, text.to_owned());
    KNOWN.with_borrow_mut(|known| {
        if known.len() > 4_000 {
            known.clear();
        }
        *known.entry(key).or_insert_with(|| measured(text, tenths, bold))
    })
}

/// Forgets what was measured before the fonts of the page came, and says so once they are there.
pub fn when_fonts_are_there(tell: impl FnOnce() + 'static) {
    let fonts = document().fonts();
    let wanted = ["400 16px \"Book Sans\"", "600 16px \"Book Sans\""].map(|font| fonts.load(font));
    spawn_local(async move {
        for font in wanted {
            // A font that does not come is replaced by one that is there.
            let _ = JsFuture::from(font).await;
        }
        KNOWN.with_borrow_mut(BTreeMap::clear);
        tell();
    });
}

/// Where there is no browser, by the letters of the face.
#[cfg(not(target_arch = "wasm32"))]
fn measured(text: &str, tenths: u16, bold: bool) -> f64 {
    super::advances::width(text, tenths, bold)
}

#[cfg(target_arch = "wasm32")]
fn measured(text: &str, tenths: u16, bold: bool) -> f64 {
    let size = f64::from(tenths) / 10.0;
    let weight = if bold { 600 } else { 400 };
    PEN.with(|pen| {
        let pen = pen.as_ref()?;
        pen.set_font(&format!("{weight} {size}px \"Book Sans\", system-ui, sans-serif"));
        Some(pen.measure_text(text).ok()?.width())
    })
    .unwrap_or(text.chars().count() as f64 * size * 0.55)
}

/// The width of an element, in pixels.
pub fn width_of(element: &Element) -> f64 {
    element.get_bounding_client_rect().width()
}
