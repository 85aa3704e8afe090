//! The table as a whole.
use super::row::Row;
use super::sieve::Sieve;
use crate::browser::{Element, Key, focus_in, keep_in_view};
use crate::hooks::{LabProps, use_watch};
use crate::state::{Focus, Interest, Lab, ViewAction};
use yew::prelude::*;

/// The table. A row's button puts the playhead there, and asks why.
#[component]
pub fn Events(props: &LabProps) -> Html {
    use_watch(&props.lab, Interest::Step);
    let room = use_node_ref();
    let sieve = use_state_eq(|| Sieve { host: None, notable: true });
    let on_go = use_callback((props.lab.clone(), props.focus.dispatcher()), go);
    let session = props.lab.session();
    let sifted = sieve.sift(&session);
    {
        let room = room.clone();
        use_effect_with((sifted.current, *sieve), move |_| {
            if let Some(room) = room.cast::<Element>() {
                keep_in_view(&room, "[aria-current]");
            }
        });
    }
    let set = {
        let sieve = sieve.clone();
        Callback::from(move |next| sieve.set(next))
    };
    let (lab, cursor) = (props.lab.clone(), session.line().cursor());
    let stop = sifted.current.or(sifted.steps.first().copied());
    let row = |step: &usize| {
        let hash = session.line().trace().hash_at(step + 1);
        html! {
            <Row key={*step} lab={lab.clone()} step={*step} {hash} later={*step >= cursor}
                current={sifted.current == Some(*step)} stop={stop == Some(*step)}
                on_go={on_go.clone()} />
        }
    };
    let onkeydown = keys(&room, sifted.steps.clone());
    html! {
        <>
            { sieve.view(&session, &set) }
            <div ref={room} class="rolls" role="region" tabindex="0" aria-label="Events" {onkeydown}>
                { beyond(sifted.beyond.0, "earlier") }
                <table class="plain events">
                    <thead><tr>
                        <th scope="col">{ "step" }</th>
                        <th scope="col">{ "true time" }</th>
                        <th scope="col">{ "where" }</th>
                        <th scope="col">{ "what" }</th>
                    </tr></thead>
                    <tbody>{ for sifted.steps.iter().map(row) }</tbody>
                </table>
                { beyond(sifted.beyond.1, "later") }
            </div>
        </>
    }
}

fn beyond(count: usize, when: &str) -> Html {
    match count {
        0 => html! {},
        count => html! { <p class="i2">{ format!("{count} {when} ones are not shown.") }</p> },
    }
}

fn go(step: usize, (lab, focus): &(Lab, UseReducerDispatcher<Focus>)) {
    lab.set_playing(false);
    lab.change(|session| session.seek_step(step + 1));
    focus.dispatch(ViewAction::Ask(lab.session().topic_of_step(step)));
}

/// Arrows go from row to row.
fn keys(room: &NodeRef, steps: Vec<usize>) -> Callback<KeyboardEvent> {
    let room = room.clone();
    Callback::from(move |event: KeyboardEvent| {
        let target = event.target_dyn_into::<Element>();
        let row = target.and_then(|target| target.closest("[data-step]").ok().flatten());
        let step = row.and_then(|row| row.get_attribute("data-step")?.parse::<usize>().ok());
        let Some(place) = step.and_then(|step| steps.binary_search(&step).ok()) else { return };
        let last = steps.len() - 1;
        let next = match Key::of(&event) {
            Key::Up => place.saturating_sub(1),
            Key::Down => last.min(place + 1),
            Key::Home => 0,
            Key::End => last,
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        if let Some(room) = room.cast::<Element>() {
            focus_in(&room, &format!("[data-step=\"{}\"] button", steps[next]));
        }
    })
}
