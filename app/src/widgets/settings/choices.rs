//! One setting: its name, and all its choices in sight.
use crate::browser::value_of;
use crate::hooks::choose;
use crate::state::{Setting, Settings};
use yew::prelude::*;

/// A row of choices, of which one holds.
pub(super) fn choices(setting: Setting, settings: &Settings) -> Html {
    let chosen = settings.of(setting);
    let onchange = Callback::from(move |event: Event| {
        choose(setting, &value_of(&event));
    });
    let choice = |(choice, name): &(&'static str, &'static str)| {
        html! {
            <label>
                <input type="radio" name={setting.name()} value={*choice}
                    checked={chosen == *choice} onchange={onchange.clone()} />
                <span>{ *name }</span>
            </label>
        }
    };
    html! {
        <fieldset class="choices">
            <legend>{ setting.label() }</legend>
            <div>{ for setting.choices().iter().map(choice) }</div>
            if let Some(says) = says(setting) { <p class="i2">{ says }</p> }
        </fieldset>
    }
}

/// What a setting does, where its name does not say it.
fn says(setting: Setting) -> Option<&'static str> {
    match setting {
        Setting::Motion => Some("In steps, messages and clocks jump from place to place."),
        Setting::Depth => Some("A link to a pass that is left out shows it all the same."),
        Setting::Keys => Some(
            "The slash opens the search; comma, full stop, u and r work in a lab that has the \
             focus. Ctrl-K opens the search in any case.",
        ),
        _ => None,
    }
}
