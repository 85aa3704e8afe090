//! Files of the site: scenarios, what labs look like, and scripts that only some pages need.
use super::base;
use super::mechanisms::{with_mechanism, with_mechanisms};
use super::styles::add_lab_styles;
use super::tree::Found;
use engine::scenario::{Bare, Scenario, check_bare, read_raw};
use gloo::utils::{document, head, window};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlScriptElement, Response};

/// Why there is no scenario.
pub struct NoScenario {
    /// In one sentence.
    pub text: String,
    /// The site has none of that name; it is no use to try again.
    pub is_unknown: bool,
}

/// Fetches a scenario, and waits for the styles of labs.
pub async fn scenario(id: &str) -> Result<Rc<Scenario>, NoScenario> {
    let address = format!("{}scenario/{id}.json", base());
    let fails = |text| NoScenario { text, is_unknown: false };
    let missing = || missing(id);
    let odd =
        || fails(format!("The scenario {id} does not fit this edition; load the page again."));
    let styles = add_lab_styles();
    let answer = JsFuture::from(window().fetch_with_str(&address)).await.map_err(|_| missing())?;
    let answer: Response = answer.dyn_into().map_err(|_| missing())?;
    if answer.status() == NOT_FOUND {
        let text = format!("There is no lab “{id}” in this book.");
        return Err(NoScenario { text, is_unknown: true });
    }
    if !answer.ok() {
        return Err(missing());
    }
    let json = JsFuture::from(answer.json().map_err(|_| odd())?).await.map_err(|_| odd())?;
    if let Some(styles) = styles {
        // Each of its parts ends well, whatever happens.
        let _ = JsFuture::from(styles).await;
    }
    let scenario = read(json).ok_or_else(odd)?;
    brought(scenario).await
}

/// Brings its mechanisms to a scenario.
pub async fn brought(scenario: Bare) -> Result<Rc<Scenario>, NoScenario> {
    let id = scenario.id().to_owned();
    with_mechanisms(scenario).await.map(Rc::new).ok_or_else(|| missing(&id))
}

/// Brings a mechanism to a scenario that can take the place of one of its own.
pub async fn also_brought(
    scenario: Rc<Scenario>,
    slug: &'static str,
) -> Result<Rc<Scenario>, NoScenario> {
    let id = scenario.id.clone();
    with_mechanism(scenario, slug).await.ok_or_else(|| missing(&id))
}

fn missing(id: &str) -> NoScenario {
    let text = format!("The scenario {id} could not be loaded; are you offline? Try again.");
    NoScenario { text, is_unknown: false }
}

/// The scenario that a page brings itself, still without its mechanisms; in one sentence, why it is
/// none.
pub fn given_scenario(json: JsValue) -> Result<Bare, String> {
    read(json).ok_or_else(|| "The scenario that was given does not fit this edition.".into())
}

fn read(json: JsValue) -> Option<Bare> {
    check_bare(&read_raw(&Found(json)).ok()?).ok()
}

/// What a host answers where it has no such file.
const NOT_FOUND: u16 = 404;

/// Loads a script of the site, once for all pages.
pub fn load_script(path: &str) {
    let address = base() + path;
    let selector = format!("script[src=\"{address}\"]");
    let is_there = document().query_selector(&selector).is_ok_and(|found| found.is_some());
    let made = document().create_element("script").ok();
    let made =
        made.filter(|_| !is_there).and_then(|made| made.dyn_into::<HtmlScriptElement>().ok());
    if let Some(script) = made {
        script.set_src(&address);
        // An element that has just been made can be put anywhere.
        let _ = head().append_child(&script);
    }
}
