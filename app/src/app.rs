//! Mounts what the page's address asks for beside the text that is there already.
use crate::browser::{self, Element};
use crate::pages::{LabView, LabViewProps, Play, PlayProps, mount_diagram};
use crate::route::Route;
use crate::state::{Opening, Settings, Theme};
use crate::widgets::bar::Themes;
use crate::widgets::search::SearchPage;
use wasm_bindgen_futures::spawn_local;

/// Starts the page.
pub fn start() {
    browser::report_panics();
    apply_settings();
    for place in browser::places("[data-themes]") {
        yew::Renderer::<Themes>::with_root(place).render();
    }
    if let Route::Play(id) = Route::here() {
        for mount in browser::places("#app") {
            let props = PlayProps { id: id.clone() };
            yew::Renderer::<Play>::with_root_and_props(mount, props).render();
        }
    }
    for place in browser::places("[data-slot=search]") {
        browser::clear(&place);
        yew::Renderer::<SearchPage>::with_root(place).render();
    }
    browser::places("[data-lab]").into_iter().for_each(mount_in_text);
    browser::places("[data-compass], [data-flow]").into_iter().for_each(mount_diagram);
}

fn apply_settings() {
    let kept = browser::read(Settings::NAME).unwrap_or_default();
    let (settings, _) = Settings::parse(&kept);
    let asked = browser::query("theme").and_then(|slug| Theme::of(&slug));
    browser::apply(asked.unwrap_or(settings.theme).slug());
}

/// Puts a lab where the text leaves room for it; what stands there stays until it can run.
fn mount_in_text(place: Element) {
    let Some(id) = place.get_attribute("data-lab") else { return };
    let stage = place.get_attribute("data-stage").and_then(|stage| stage.parse::<usize>().ok());
    let opening = Opening::Stage(stage.unwrap_or(1).saturating_sub(1));
    spawn_local(async move {
        match browser::scenario(&id).await {
            Ok(scenario) => {
                browser::clear(&place);
                let props =
                    LabViewProps { whole: false, scenario: scenario.into(), opening, notice: None };
                yew::Renderer::<LabView>::with_root_and_props(place, props).render();
            }
            Err(sentence) => browser::add_sentence(&place, &sentence),
        }
    });
}
