//! The question of a stage, and its choices.
use crate::browser::{Element, show_beside, value_of};
use crate::state::{Lab, Prediction};
use yew::prelude::*;

/// What the question gets.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct AskProps {
    /// The run.
    pub lab: Lab,
    /// The stage, counted from 0.
    pub place: usize,
    /// Something is said.
    pub on_say: Callback<Prediction>,
}

/// A form: one click answers and runs, one click skips.
#[component]
pub(super) fn Ask(props: &AskProps) -> Html {
    let chosen = use_state(|| None::<usize>);
    let session = props.lab.session();
    let stage = &session.scenario().stages[props.place];
    let onchange = {
        let chosen = chosen.clone();
        Callback::from(move |event: Event| chosen.set(value_of(&event).parse().ok()))
    };
    let onsubmit = {
        let (props, chosen) = (props.clone(), chosen.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(choice) = *chosen {
                props.on_say.emit(Prediction::Choice(choice));
                props.lab.set_playing(true);
                // What is to be watched is in sight, on small screens too.
                let form = event.target_dyn_into::<Element>();
                form.iter().for_each(|form| show_beside(form, ".lab", ".room"));
            }
        })
    };
    let skip = props.on_say.reform(|_: MouseEvent| Prediction::Skipped);
    let choice = |(place, choice): (usize, &engine::scenario::Choice)| {
        html! {
            <label>
                <input type="radio" name="prediction" value={place.to_string()}
                    checked={*chosen == Some(place)} onchange={onchange.clone()} />
                { &choice.text }
            </label>
        }
    };
    let (title, number) = (&session.scenario().title, props.place + 1);
    let label = format!("Prediction: {title}, stage {number}");
    html! {
        <form class="predict" aria-label={label} {onsubmit}>
            <div class="pq">
                <p class="lbl">{ "Before it runs" }</p>
                <p class="q">{ &stage.question }</p>
            </div>
            <div class="pa">
                <div role="radiogroup" aria-label="What happens?">
                    { for stage.choices.iter().enumerate().map(choice) }
                </div>
                <p class="pb">
                    <button type="submit" class="btn-solid" disabled={chosen.is_none()}>
                        { "Answer and run" }
                    </button>
                    <button type="button" class="skip-it" onclick={skip}>{ "Skip" }</button>
                    <span class="i3">{ "kept on this device only" }</span>
                </p>
            </div>
        </form>
    }
}
