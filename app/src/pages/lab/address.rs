//! Keeps in the page's address what the run is: to load the page again is to come back to it.
use crate::browser::replace_run_query;
use crate::hooks::use_watch;
use crate::state::{Interest, Lab};
use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// So many milliseconds after the last change the address follows.
const AFTER: u32 = 300;

/// What the address is kept for.
#[derive(Clone, PartialEq, Properties)]
pub(in crate::pages) struct AddressProps {
    /// The run.
    pub lab: Lab,
    /// What stands behind the run, "&" before it.
    pub more: AttrValue,
}

impl AddressProps {
    /// Nothing stands behind the run.
    pub(in crate::pages) fn of(lab: &Lab) -> AddressProps {
        AddressProps { lab: lab.clone(), more: AttrValue::default() }
    }
}

/// Draws nothing. While the run plays the address rests.
#[component]
pub(in crate::pages) fn Address(props: &AddressProps) -> Html {
    use_watch(&props.lab, Interest::Tick);
    let waiting = use_mut_ref(|| None::<Timeout>);
    let first = use_mut_ref(|| true);
    if first.replace(false) || props.lab.is_playing() {
        return html! {};
    }
    let AddressProps { lab, more } = props.clone();
    *waiting.borrow_mut() = Some(Timeout::new(AFTER, move || {
        replace_run_query(&format!("{}{more}", lab.session().opening().query()));
    }));
    html! {}
}
