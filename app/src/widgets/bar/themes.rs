//! The choice of colours, for the whole page.
use crate::browser::{apply, read, value_of, write};
use crate::marks::{Icon, icon};
use crate::state::{Settings, Theme};
use yew::prelude::*;

/// A list of all themes.
#[component]
pub fn Themes() -> Html {
    let kept = use_state(|| Settings::parse(&read(Settings::NAME).unwrap_or_default()).0);
    let onchange = {
        let kept = kept.clone();
        Callback::from(move |event: Event| {
            let theme = Theme::of(&value_of(&event)).unwrap_or_default();
            let stored = Settings::parse(&read(Settings::NAME).unwrap_or_default()).0;
            let settings = Settings { theme, ..stored };
            apply(theme.slug());
            // Where nothing can be kept, the choice lasts as long as the page.
            write(Settings::NAME, &settings.write());
            kept.set(settings);
        })
    };
    let option = |theme: &Theme| {
        html! {
            <option value={theme.slug()} selected={kept.theme == *theme}>{ theme.name() }</option>
        }
    };
    html! {
        <label class="theme">
            <span class="vh">{ "Theme" }</span>
            <select {onchange}>{ for Theme::ALL.iter().map(option) }</select>
            { icon(Icon::Down) }
        </label>
    }
}
