//! Mounts what the page's address asks for beside the text that is there already.
use crate::browser;
use crate::pages::Play;
use crate::route::Route;
use crate::state::{Settings, Theme};
use gloo::utils::document;
use yew::prelude::*;

/// Starts the page.
pub fn start() {
    apply_settings();
    let mount = document().query_selector("#app").ok().flatten();
    let (Some(mount), Route::Play(id)) = (mount, Route::here()) else { return };
    yew::Renderer::<Whole>::with_root_and_props(mount, WholeProps { id }).render();
}

fn apply_settings() {
    let kept = browser::read(Settings::NAME).unwrap_or_default();
    let (settings, _) = Settings::parse(&kept);
    let asked = browser::query("theme").and_then(|slug| Theme::of(&slug));
    browser::apply(asked.unwrap_or(settings.theme).slug());
}

#[derive(PartialEq, Properties)]
struct WholeProps {
    id: String,
}

#[component]
fn Whole(props: &WholeProps) -> Html {
    html! { <Play id={props.id.clone()} /> }
}
