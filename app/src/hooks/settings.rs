//! What the reader has chosen, the same wherever it is asked for, in this window and in others.
use super::keep;
use crate::browser::{self, on_window, tell_window};
use crate::state::{Setting, Settings};
use yew::prelude::*;

/// What the window is told when something else is chosen.
const CHANGED: &str = "settings";

/// What is chosen, and what was stored and cannot be read.
pub fn settings() -> (Settings, Option<String>) {
    Settings::parse(&browser::read(Settings::NAME).unwrap_or_default())
}

/// What the window is told when somebody wants to choose.
pub const SETTINGS: &str = "settings-wanted";

/// Chooses, keeps it, and tells everybody.
pub fn choose(setting: Setting, choice: &str) {
    let (before, _) = settings();
    let mut after = before;
    after.set(setting, choice);
    keep(Settings::NAME, &after.write());
    // A theme that the address asks for holds until the reader chooses another.
    let kept = before.of(Setting::Theme) == after.of(Setting::Theme);
    apply(&after, asked_theme().filter(|_| kept).as_deref());
    tell_settings();
}

/// Tells everybody in this window that something else is kept.
pub fn tell_settings() {
    tell_window(CHANGED);
}

/// Puts what is chosen onto the root element, where styles read it. A theme that the address asks
/// for comes first.
pub fn apply_settings() {
    apply(&settings().0, asked_theme().as_deref());
}

fn asked_theme() -> Option<String> {
    browser::query("theme").filter(|theme| Setting::Theme.knows(theme))
}

fn apply(settings: &Settings, theme: Option<&str>) {
    for setting in Setting::ALL {
        let asked = theme.filter(|_| setting == Setting::Theme);
        let choice = asked.unwrap_or(settings.of(setting));
        browser::choose(setting.name(), (choice != setting.usual()).then_some(choice));
    }
}

/// What is chosen; what uses it is drawn anew when that changes.
#[hook]
pub fn use_settings() -> Settings {
    let again = use_force_update();
    use_effect_with((), move |()| {
        let listening = [CHANGED, "storage"].map(|name| {
            let again = again.clone();
            on_window(name, move |_| again.force_update())
        });
        move || drop(listening)
    });
    settings().0
}
