//! What is read aloud: changes of the situation, at most one every few seconds, and on demand.
use crate::hooks::{LabProps, use_watch};
use crate::state::Interest;
use crate::words::situation;
use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// So many milliseconds of the reader's time lie between two announcements.
const APART: u32 = 3_000;

/// A region that screen readers follow, and a button that has the situation told at once.
#[component]
pub fn Announce(props: &LabProps) -> Html {
    use_watch(&props.lab, Interest::Step);
    let told = use_state_eq(String::new);
    let waiting = use_mut_ref(|| None::<Timeout>);
    let now = in_words(props);
    if *told != now && waiting.borrow().is_none() {
        let (props, told, slot) = (props.clone(), told.clone(), waiting.clone());
        let timeout = Timeout::new(APART, move || {
            slot.borrow_mut().take();
            told.set(in_words(&props));
        });
        *waiting.borrow_mut() = Some(timeout);
    }
    let describe = {
        let (props, told) = (props.clone(), told.clone());
        Callback::from(move |_: MouseEvent| {
            told.set(String::new());
            told.set(in_full(&props));
        })
    };
    html! {
        <>
            <p class="vh" role="status" aria-live="polite">{ &*told }</p>
            <button class="vh describe" onclick={describe}>{ "Describe now" }</button>
        </>
    }
}

/// What changes only when something happens: no running numbers.
fn in_words(props: &LabProps) -> String {
    let say = situation(&props.lab.session());
    format!("{} {}", say.first, say.broken).trim().to_owned()
}

fn in_full(props: &LabProps) -> String {
    let session = props.lab.session();
    let say = situation(&session);
    let at = crate::words::seconds(session.now() - engine::kernel::Instant(0), 2);
    format!("At {at}: {} {} {}", say.first, say.then, say.broken).trim().to_owned()
}
