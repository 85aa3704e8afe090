//! Keeps in the page's address what the run is: to load the page again is to come back to it.
use crate::browser::{query, replace_query};
use crate::hooks::{LabProps, use_watch};
use crate::state::{Interest, Session};
use engine::scenario::encode;
use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// So many milliseconds after the last change the address follows.
const AFTER: u32 = 300;

/// Draws nothing. While the run plays the address rests.
#[component]
pub(super) fn Address(props: &LabProps) -> Html {
    use_watch(&props.lab, Interest::Tick);
    let waiting = use_mut_ref(|| None::<Timeout>);
    let first = use_mut_ref(|| true);
    if first.replace(false) || props.lab.is_playing() {
        return html! {};
    }
    let lab = props.lab.clone();
    *waiting.borrow_mut() = Some(Timeout::new(AFTER, move || {
        let theme = query("theme").map(|theme| format!("&theme={theme}")).unwrap_or_default();
        replace_query(&format!("{}{theme}", code(&lab.session())));
    }));
    html! {}
}

/// The stage as it is prepared, or the whole run as a link carries it.
fn code(session: &Session) -> String {
    match session.is_changed() || session.now() != session.beginning() {
        true => format!("run={}", encode(&session.link())),
        false => format!("stage={}", session.stage() + 1),
    }
}
