//! Keys that work anywhere in a lab that has the focus.
use crate::browser::{Element, Key, begin_at, give_focus_back, is_for_a_control, is_hosted};
use crate::hooks::settings;
use crate::state::{Lab, Part, Session, Setting};
use yew::prelude::*;

/// The line that tells of them, while the focus is inside; not every lab can be shared.
pub(in crate::pages) fn help(lab: &Lab, shares: bool) -> Html {
    html! {
        <p class="keyline" id={lab.id("keys")}>
            <span><kbd>{ "Space" }</kbd>{ " plays" }</span>
            <span class="signs"><kbd>{ "," }</kbd><kbd>{ "." }</kbd>{ " step" }</span>
            if !lab.hides(Part::Undo) {
                <span class="signs"><kbd>{ "u" }</kbd>{ " undoes" }</span>
                <span class="signs"><kbd>{ "r" }</kbd>{ " redoes" }</span>
            }
            if shares {
                <span class="signs"><kbd>{ "s" }</kbd>{ " shares" }</span>
            }
            <span><kbd>{ "Esc" }</kbd>{ " leaves the lab" }</span>
        </p>
    }
}

/// Out of a lab: to what stands after its place in the text, or to the page that it is; on a page
/// of others, to that page.
fn leave(event: &KeyboardEvent) {
    if is_hosted() {
        return give_focus_back();
    }
    let lab = event.target_dyn_into::<Element>().and_then(|at| at.closest(".lab").ok().flatten());
    let Some(lab) = lab else { return };
    let place = lab.parent_element();
    begin_at(&place.and_then(|place| place.next_element_sibling()).unwrap_or(lab));
}

/// Escape leaves, space plays, comma and full stop step, u and r undo and redo, l begins a
/// lecture, s shares: only while the focus is inside, and signs only where the reader has not
/// switched single keys off.
pub(in crate::pages) fn keys(
    lab: &Lab,
    on_lecture: Option<Callback<()>>,
    on_share: Option<Callback<()>>,
) -> Callback<KeyboardEvent> {
    let lab = lab.clone();
    Callback::from(move |event: KeyboardEvent| {
        let key = Key::of(&event);
        if key == Key::Space && !is_for_a_control(&event) {
            event.prevent_default();
            return lab.toggle();
        }
        if key == Key::Escape {
            return leave(&event);
        }
        let does: fn(&mut Session) = match key {
            Key::Sign(',') => Session::step_back,
            Key::Sign('.') => Session::step_on,
            Key::Sign('u') if !lab.hides(Part::Undo) => Session::undo,
            Key::Sign('r') if !lab.hides(Part::Undo) => Session::redo,
            Key::Sign('s' | 'S') if on_share.is_some() && settings().0.is_on(Setting::Keys) => {
                event.prevent_default();
                return on_share.iter().for_each(|on_share| on_share.emit(()));
            }
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
