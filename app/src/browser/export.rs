//! A lab as one file that runs from a disk.
use super::{base, origin};
use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(module = "/src/browser/export.js")]
extern "C" {
    #[wasm_bindgen(catch)]
    async fn file(site: &str, options: &JsValue) -> Result<JsValue, JsValue>;
}

/// The text of the file of a lab, for `save`; in one sentence, why there is none. `more` are
/// options of a hosted lab: `run`, `seed`, `theme` and `hide`, each with what stands in an address.
pub async fn lab_file(
    scenario: &str,
    stage: usize,
    more: &[(&str, String)],
) -> Result<String, String> {
    let options = Object::new();
    let stage = u32::try_from(stage).unwrap_or(1).into();
    let more = more.iter().map(|(name, value)| (*name, JsValue::from_str(value)));
    for (name, value) in [("scenario", scenario.into()), ("stage", stage)].into_iter().chain(more) {
        // A new object takes every name.
        let _ = Reflect::set(&options, &name.into(), &value);
    }
    let made = file(&(origin() + &base()), &options).await.ok().and_then(|made| made.as_string());
    made.ok_or_else(|| "The file could not be put together; are you offline? Try again.".into())
}
