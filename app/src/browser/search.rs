//! The search: what the index of the site knows of some words.
use super::base;
use gloo::utils::window;
use serde::Deserialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(module = "/src/browser/search.js")]
extern "C" {
    #[wasm_bindgen(catch)]
    async fn pages(base: &str, words: &str, most: u32) -> Result<JsValue, JsValue>;
}

/// A page that speaks of the words.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct FoundPage {
    /// Its address.
    pub url: String,
    /// Its first heading.
    pub title: String,
    /// Where on it, in its order.
    pub parts: Vec<FoundPart>,
}

/// What stands under one heading of a page.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct FoundPart {
    /// The address of the heading.
    pub url: String,
    /// The heading.
    pub title: String,
    /// Words around what was found, as HTML in which nothing but `mark` is an element.
    pub excerpt: String,
    /// How much it speaks of them.
    pub score: f64,
}

/// Pages that speak of some words, the best first; in one sentence, why that is not to be had.
pub async fn search(words: &str, most: u32) -> Result<Vec<FoundPage>, String> {
    let found = pages(&base(), words, most).await.map_err(|_| missing())?;
    serde_wasm_bindgen::from_value(found).map_err(|_| missing())
}

fn missing() -> String {
    match window().navigator().on_line() {
        true => "The search could not be loaded. The text and the labs need nothing of it.".into(),
        false => "You are offline, and this browser has not kept the search yet.".into(),
    }
}
