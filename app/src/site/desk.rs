//! What lies in a drawer of the site until somebody opens it: search, settings, lines for blogs.
#![allow(unsafe_code, reason = "the mark at which the linked program is cut")]
use crate::browser::{Kept, Part};
use crate::controls::later;
use crate::widgets::embedding::{Embedding, Offer};
use crate::widgets::search::{SearchDialog, SearchPage};
use crate::widgets::settings::SettingsDialog;
use wasm_split_helpers::SplitLoaderError;
use yew::prelude::*;

/// How each is drawn.
struct Desk {
    search: fn(Callback<()>) -> Html,
    search_page: fn() -> Html,
    settings: fn(Callback<()>) -> Html,
    embedding: fn(Vec<Offer>) -> Html,
}

static DESK: Desk = Desk {
    search: |on_close| html! { <SearchDialog {on_close} /> },
    search_page: || html! { <SearchPage /> },
    settings: |on_close| html! { <SettingsDialog {on_close} /> },
    embedding: |labs| html! { <Embedding {labs} /> },
};

thread_local! {
    static KEPT: Kept<Desk> = const { Kept::new(None) };
}

#[cfg(feature = "site")]
#[wasm_split_helpers::wasm_split(desk, fallible)]
fn desk() -> Result<&'static Desk, SplitLoaderError> {
    Ok(&DESK)
}

/// Without the site nobody asks for it, and the linker leaves it out.
#[cfg(not(feature = "site"))]
async fn desk() -> Result<&'static Desk, SplitLoaderError> {
    Ok(&DESK)
}

const PART: Part<Desk> = Part::new(&KEPT, || Box::pin(desk()));

/// The search over any page.
pub(super) fn search(on_close: Callback<()>) -> Html {
    let shut = on_close.clone();
    later(PART, move |has| (has.search)(shut.clone()), Some(on_close))
}

/// The search on its own page.
pub(super) fn search_page() -> Html {
    later(PART, |has| (has.search_page)(), None)
}

/// What readers choose.
pub(super) fn settings(on_close: Callback<()>) -> Html {
    let shut = on_close.clone();
    later(PART, move |has| (has.settings)(shut.clone()), Some(on_close))
}

/// The builder of lines for other pages.
pub(super) fn embedding(labs: Vec<Offer>) -> Html {
    later(PART, move |has| (has.embedding)(labs.clone()), None)
}
