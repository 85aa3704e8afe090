//! At the head of every page: the search, the colours, and the settings.
use super::over::{Wish, wish};
use crate::browser::base;
use crate::hooks::use_settings;
use crate::marks::{Icon, icon};
use crate::state::Setting;
use crate::widgets::bar::Themes;
use yew::prelude::*;

/// The tools.
#[component]
pub(super) fn Tools() -> Html {
    let keys = use_settings().is_on(Setting::Keys);
    let search = Callback::from(|event: MouseEvent| {
        // Who opens it elsewhere means the page of the search.
        if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
            event.prevent_default();
            wish(Wish::Search);
        }
    });
    let settings = Callback::from(|_: MouseEvent| wish(Wish::Settings));
    html! {
        <span class="tools">
            <a class="btn find" href={format!("{}search/", base())} onclick={search}>
                { icon(Icon::Search) }<span class="wx">{ "Search" }</span>
                if keys { <kbd class="wx" aria-hidden="true">{ "/" }</kbd> }
            </a>
            <Themes />
            <button class="choose" aria-haspopup="dialog" onclick={settings}>
                { icon(Icon::Settings) }<span class="wx">{ "Settings" }</span>
            </button>
        </span>
    }
}
