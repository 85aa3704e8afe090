//! Pages that few readers see, in a part of the program that is fetched for them.
//!
//! They are the lecture with its windows, the comparison, the page that prepares lectures, and the
//! dialog that shares a run.
#![allow(unsafe_code, reason = "the mark at which the linked program is cut")]
use super::compare::{CompareView, CompareViewProps};
use super::lab::{Ask, Share, ShareProps};
use super::lecture::{AskProps, AskView, LectureView, LectureViewProps, NotesView};
use super::prepare::Prepare;
use crate::browser::{Kept, Part};
use crate::controls::later;
use wasm_split_helpers::SplitLoaderError;
use yew::prelude::*;

/// How each is drawn.
struct Rooms {
    lecture: fn(LectureViewProps) -> Html,
    ask: fn(AskProps) -> Html,
    notes: fn() -> Html,
    compare: fn(CompareViewProps) -> Html,
    prepare: fn() -> Html,
    share: fn(ShareProps) -> Html,
}

static ROOMS: Rooms = Rooms {
    lecture: |props| html! { <LectureView ..props /> },
    ask: |props| html! { <AskView ..props /> },
    notes: || html! { <NotesView /> },
    compare: |props| html! { <CompareView ..props /> },
    prepare: || html! { <Prepare /> },
    share: |props| html! { <Share ..props /> },
};

thread_local! {
    static KEPT: Kept<Rooms> = const { Kept::new(None) };
}

#[cfg(feature = "site")]
#[wasm_split_helpers::wasm_split(rooms, fallible)]
fn rooms() -> Result<&'static Rooms, SplitLoaderError> {
    Ok(&ROOMS)
}

/// Without the site nobody asks for them, and the linker leaves them out.
#[cfg(not(feature = "site"))]
async fn rooms() -> Result<&'static Rooms, SplitLoaderError> {
    Ok(&ROOMS)
}

const PART: Part<Rooms> = Part::new(&KEPT, || Box::pin(rooms()));

/// A lecture, as the room sees it.
pub(super) fn lecture(props: LectureViewProps) -> Html {
    later(PART, move |has| (has.lecture)(props.clone()), None)
}

/// A question of a lecture, on a phone.
pub(super) fn ask(props: AskProps) -> Html {
    later(PART, move |has| (has.ask)(props.clone()), None)
}

/// The speaker's window.
pub(super) fn notes() -> Html {
    later(PART, |has| (has.notes)(), None)
}

/// Two runs beside each other.
pub(super) fn compare(props: CompareViewProps) -> Html {
    later(PART, move |has| (has.compare)(props.clone()), None)
}

/// The page on which a lecture is prepared.
pub fn prepare() -> Html {
    later(PART, |has| (has.prepare)(), None)
}

/// The dialog that shares a run. A lab on a page of others never has it, nor loads it.
pub fn share() -> Ask {
    Ask::from(|props: ShareProps| {
        let shut = props.on_close.clone();
        later(PART, move |has| (has.share)(props.clone()), Some(shut))
    })
}
