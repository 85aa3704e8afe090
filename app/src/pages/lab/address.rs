//! Keeps in the page's address what the run is: to load the page again is to come back to it.
use crate::browser::replace_run_query;
use crate::hooks::{LabProps, use_watch};
use crate::state::Interest;
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
        replace_run_query(&lab.session().opening().query());
    }));
    html! {}
}
