//! Files of the site: scenarios.
use super::base;
use engine::scenario::{RawScenario, Scenario, check};
use gloo::utils::window;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// Fetches a scenario; in one sentence, why not.
pub async fn scenario(id: &str) -> Result<Rc<Scenario>, String> {
    let address = format!("{}scenario/{id}.json", base());
    let missing = || format!("The scenario {id} could not be loaded; are you offline? Try again.");
    let odd = || format!("The scenario {id} does not fit this edition; load the page again.");
    let answer = JsFuture::from(window().fetch_with_str(&address)).await.map_err(|_| missing())?;
    let answer: Response = answer.dyn_into().map_err(|_| missing())?;
    if !answer.ok() {
        return Err(missing());
    }
    let json = JsFuture::from(answer.json().map_err(|_| odd())?).await.map_err(|_| odd())?;
    let raw: RawScenario = serde_wasm_bindgen::from_value(json).map_err(|_| odd())?;
    check(&raw).map(Rc::new).map_err(|_| odd())
}
