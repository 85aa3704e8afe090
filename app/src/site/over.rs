//! What lies over every page: cards, dialogs, notices, and what is read aloud when a page comes.
use super::navigate;
use crate::browser::{on_root, on_window, tell_window};
use crate::widgets::cards::Cards;
use crate::widgets::settings::SettingsDialog;
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

thread_local! {
    static OVER: RefCell<Option<Callback<Wish>>> = RefCell::default();
}

/// Wishes something.
pub(super) fn wish(wish: Wish) {
    let over = OVER.with_borrow(Clone::clone);
    if let Some(over) = over {
        over.emit(wish);
    }
}

/// The root element says so too, for whoever listens late.
const RELEASE: &str = "release-waiting";

/// It is there as long as the program is.
pub(super) struct Over {
    said: String,
    trouble: Option<String>,
    released: bool,
    settings: bool,
}

impl Component for Over {
    type Message = Wish;
    type Properties = ();

    fn create(ctx: &Context<Over>) -> Over {
        OVER.set(Some(ctx.link().callback(|wish| wish)));
        let released = ctx.link().callback(|()| Wish::Released);
        on_window(RELEASE, move |_| released.emit(())).for_ever();
        let released = on_root("data-release-waiting").is_some();
        Over { said: String::new(), trouble: None, released, settings: false }
    }

    fn update(&mut self, _: &Context<Over>, wish: Wish) -> bool {
        match wish {
            Wish::Say(title) => {
                self.said = title;
                self.trouble = None;
            }
            Wish::Trouble(sentence) => self.trouble = Some(sentence),
            Wish::Search => {
                navigate::open("search/");
                return false;
            }
            Wish::Settings => self.settings = true,
            Wish::Released => self.released = true,
            Wish::Shut => {
                self.settings = false;
                self.released = false;
                self.trouble = None;
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Over>) -> Html {
        let shut = ctx.link().callback(|()| Wish::Shut);
        let on_shut = shut.reform(|_: MouseEvent| ());
        let on_take = Callback::from(|_: MouseEvent| tell_window("release-take"));
        html! {
            <>
                <p class="vh" role="status">{ &self.said }</p>
                <Cards />
                if self.settings { <SettingsDialog on_close={shut} /> }
                <div role="status" class="notices">
                    if let Some(sentence) = &self.trouble {
                        <div class="over-notice">
                            <p>{ sentence }</p>
                            <button class="btn-line" onclick={on_shut.clone()}>{ "Close" }</button>
                        </div>
                    }
                    if self.released {
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
}
