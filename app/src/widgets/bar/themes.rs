//! The choice of colours, for the whole page.
use crate::browser::value_of;
use crate::hooks::{choose, use_settings};
use crate::marks::{Icon, icon};
use crate::state::Setting;
use yew::prelude::*;

/// A list of all themes.
#[component]
pub fn Themes() -> Html {
    let chosen = use_settings().of(Setting::Theme);
    let onchange = Callback::from(|event: Event| {
        choose(Setting::Theme, &value_of(&event));
    });
    let option = |(theme, name): &(&'static str, &'static str)| {
        html! { <option value={*theme} selected={chosen == *theme}>{ *name }</option> }
    };
    html! {
        <label class="theme">
            <span class="vh">{ Setting::Theme.label() }</span>
            <select {onchange}>{ for Setting::Theme.choices().iter().map(option) }</select>
            { icon(Icon::Down) }
        </label>
    }
}
