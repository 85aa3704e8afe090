//! What lies over every page: cards, dialogs, notices, and what is read aloud when a page comes.
use super::desk;
use crate::browser::{FULL, on_root, on_window, tell_window};
use crate::hooks::SETTINGS;
use crate::widgets::cards::Cards;
use std::cell::RefCell;
use yew::prelude::*;

/// What somebody wants of it.
pub(super) enum Wish {
    /// Read this aloud.
    Say(String),
    /// Show that something went wrong.
    Trouble(String),
    /// Open the search.
    Search,
    /// Open the settings.
    Settings,
    /// A new release is there.
    Released,
    /// Shut what is open.
    Shut,
}

/// What is open, and what is said.
#[derive(Clone, Default)]
struct State {
    said: String,
    trouble: Option<String>,
    released: bool,
    search: bool,
    settings: bool,
}

thread_local! {
    static STATE: RefCell<State> = RefCell::default();
    static DRAW: RefCell<Option<UseForceUpdateHandle>> = const { RefCell::new(None) };
}

/// The root element says so too, for whoever listens late.
const RELEASE: &str = "release-waiting";

/// Storage is full, or switched off.
const KEEPS_NOTHING: &str = "This browser keeps nothing more: its storage is full or switched off. \
                             What you change holds until you load a page afresh; Settings exports \
                             it as a file.";

/// Wishes something.
pub(super) fn wish(wish: Wish) {
    STATE.with_borrow_mut(|state| state.take(wish));
    let draw = DRAW.with_borrow(Clone::clone);
    if let Some(draw) = draw {
        draw.force_update();
    }
}

impl State {
    fn take(&mut self, wish: Wish) {
        match wish {
            Wish::Say(title) => {
                self.said = title;
                self.trouble = None;
            }
            Wish::Trouble(sentence) => self.trouble = Some(sentence),
            Wish::Search => self.search = true,
            Wish::Settings => self.settings = true,
            Wish::Released => self.released = true,
            Wish::Shut => {
                *self = State { said: std::mem::take(&mut self.said), ..State::default() }
            }
        }
    }
}

/// It is there as long as the program is.
#[component]
pub(super) fn Over() -> Html {
    let draw = use_force_update();
    use_effect_with((), move |()| {
        DRAW.set(Some(draw));
        on_window(SETTINGS, |_| wish(Wish::Settings)).for_ever();
        on_window(RELEASE, |_| wish(Wish::Released)).for_ever();
        on_window(FULL, |_| wish(Wish::Trouble(KEEPS_NOTHING.into()))).for_ever();
        if on_root("data-release-waiting").is_some() {
            wish(Wish::Released);
        }
    });
    let state = STATE.with_borrow(State::clone);
    let shut = Callback::from(|()| wish(Wish::Shut));
    let on_shut = shut.reform(|_: MouseEvent| ());
    let on_take = Callback::from(|_: MouseEvent| tell_window("release-take"));
    html! {
        <>
            <p class="vh" role="status">{ state.said }</p>
            <Cards />
            if state.search { { desk::search(shut.clone()) } }
            if state.settings { { desk::settings(shut) } }
            <div role="status" class="notices">
                if let Some(sentence) = state.trouble {
                    <div class="over-notice">
                        <p>{ sentence }</p>
                        <button class="btn-line" onclick={on_shut.clone()}>{ "Close" }</button>
                    </div>
                }
                if state.released {
                    <div class="over-notice">
                        <p>{ "A new release of the book is there." }</p>
                        <button class="btn-solid" onclick={on_take}>{ "Load it now" }</button>
                        <button class="btn-line" onclick={on_shut}>{ "Later" }</button>
                    </div>
                }
            </div>
        </>
    }
}
