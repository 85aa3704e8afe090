//! What is drawn by a part of the program that may have to be fetched first.
use super::{Dialog, piece};
use crate::browser::{Element, Part, focus_lab_around, is_hosted};
use gloo::timers::callback::Timeout;
use std::future::Future;
use std::pin::Pin;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Draws with a part, at once if it is there. Whatever can be closed is a dialog.
pub fn later<T>(
    part: Part<T>,
    draw: impl Fn(&T) -> Html + 'static,
    on_close: Option<Callback<()>>,
) -> Html {
    let draw = Callback::from(move |()| part.get().map(&draw));
    let fetch = Callback::from(move |()| -> Coming { Box::pin(part.fetch()) });
    piece::<Later>(LaterProps { draw, fetch, on_close })
}

/// Before anything is said of a part that is under way: most come sooner.
const PATIENCE_MS: u32 = 400;

/// Whether a part comes.
type Coming = Pin<Box<dyn Future<Output = bool>>>;

#[derive(Clone, PartialEq, Properties)]
struct LaterProps {
    draw: Callback<(), Option<Html>>,
    fetch: Callback<(), Coming>,
    on_close: Option<Callback<()>>,
}

/// If the part does not come, one sentence says so.
#[component]
fn Later(props: &LaterProps) -> Html {
    let failed = use_state_eq(|| false);
    let drawn = props.draw.emit(());
    let again = use_force_update();
    let fetch = {
        let (failed, coming) = (failed.clone(), props.fetch.clone());
        Callback::from(move |()| {
            let (failed, again, coming) = (failed.clone(), again.clone(), coming.emit(()));
            failed.set(false);
            spawn_local(async move {
                match coming.await {
                    true => again.force_update(),
                    false => failed.set(true),
                }
            });
        })
    };
    let slow = use_state_eq(|| false);
    {
        let (fetch, is_here, slow) = (fetch.clone(), drawn.is_some(), slow.setter());
        use_effect_with((), move |()| {
            let waits = (!is_here).then(|| Timeout::new(PATIENCE_MS, move || slow.set(true)));
            if waits.is_some() {
                fetch.emit(());
            }
            move || drop(waits)
        });
    }
    match (drawn, *failed, props.on_close.clone()) {
        (Some(drawn), ..) => drawn,
        // A lab on a page of others gets its dialogs with what stands in them.
        (None, true, Some(on_close)) if !is_hosted() => html! {
            <Dialog title="Not at hand" {on_close}>{ did_not_come(fetch, None) }</Dialog>
        },
        (None, true, on_close) => did_not_come(fetch, on_close),
        (None, false, None) if *slow => html! { <p role="status">{ "Fetching …" }</p> },
        (None, false, _) => html! {},
    }
}

fn did_not_come(fetch: Callback<()>, on_close: Option<Callback<()>>) -> Html {
    let onclick = fetch.reform(|_: MouseEvent| ());
    let close = on_close.map(|on_close| {
        Callback::from(move |event: MouseEvent| {
            // The button that has the focus is about to go.
            event.target_dyn_into::<Element>().iter().for_each(focus_lab_around);
            on_close.emit(());
        })
    });
    html! {
        <p class="notice" role="alert">
            { "This part could not be fetched; are you offline? " }
            <button class="btn-line" {onclick}>{ "Try again" }</button>
            if let Some(onclick) = close {
                { " " }<button class="btn-line" {onclick}>{ "Close" }</button>
            }
        </p>
    }
}
