//! Keys that work anywhere in a lab that has the focus.
use crate::browser::{Key, is_for_a_control};
use crate::hooks::settings;
use crate::state::{Lab, Session, Setting};
use yew::prelude::*;

/// Space plays, comma and full stop step, u and r undo and redo, l begins a lecture: only while the
/// focus is inside, and signs only where the reader has not switched single keys off.
pub(super) fn keys(lab: &Lab, on_lecture: Option<Callback<()>>) -> Callback<KeyboardEvent> {
    let lab = lab.clone();
    Callback::from(move |event: KeyboardEvent| {
        let key = Key::of(&event);
        if key == Key::Space && !is_for_a_control(&event) {
            event.prevent_default();
            return lab.toggle();
        }
        let does: fn(&mut Session) = match key {
            Key::Sign(',') => Session::step_back,
            Key::Sign('.') => Session::step_on,
            Key::Sign('u') => Session::undo,
            Key::Sign('r') => Session::redo,
            Key::Sign('l' | 'L') if on_lecture.is_some() && settings().0.is_on(Setting::Keys) => {
                event.prevent_default();
                return on_lecture.iter().for_each(|on_lecture| on_lecture.emit(()));
            }
            _ => return,
        };
        if !settings().0.is_on(Setting::Keys) {
            return;
        }
        event.prevent_default();
        lab.set_playing(false);
        lab.change(does);
    })
}
