//! A question on a student's phone: the answer stays there, and is explained when it is asked for.
use super::answers::letter;
use crate::browser::{base, read};
use crate::hooks::keep;
use crate::pages::Shared;
use crate::state::{Prediction, Predictions};
use engine::scenario::Choice;
use yew::prelude::*;

/// What the page gets.
#[derive(Clone, PartialEq, Properties)]
pub struct AskProps {
    /// The scenario.
    pub scenario: Shared,
    /// Which of its stages.
    pub stage: usize,
    /// What could not be understood.
    pub notice: Option<String>,
}

/// The question. What happens is not in the page before the student wants to see it.
#[component]
pub fn AskView(props: &AskProps) -> Html {
    let scenario = &props.scenario.0;
    let name = Predictions::name(&scenario.id);
    let said = use_state(|| {
        let (kept, _) = Predictions::parse(&read(&name).unwrap_or_default());
        match kept.of(props.stage) {
            Some(Prediction::Choice(choice)) => Some(choice),
            _ => None,
        }
    });
    let shown = use_state_eq(|| false);
    let Some(stage) = scenario.stages.get(props.stage) else { return html! {} };
    let one = |(place, choice): (usize, &Choice)| {
        let now = *said == Some(place);
        let said = said.clone();
        let (name, number) = (name.clone(), props.stage);
        let on_say = Callback::from(move |_: MouseEvent| {
            let (mut kept, _) = Predictions::parse(&read(&name).unwrap_or_default());
            kept.set(number, Prediction::Choice(place));
            keep(&name, &kept.write());
            said.set(Some(place));
        });
        answer(place, choice, (now, *shown), on_say)
    };
    let onshow = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.set(true))
    };
    let chosen = said.filter(|place| *place < stage.choices.len());
    html! {
        <main class="ask" id="text" tabindex="-1">
            if let Some(notice) = &props.notice { <p class="notice" role="alert">{ notice }</p> }
            <p class="lbl">{ &scenario.title }{ ", stage " }{ props.stage + 1 }</p>
            <h1>{ &stage.question }</h1>
            <ol class="ans">{ for stage.choices.iter().enumerate().map(one) }</ol>
            <div role="status">
                if let Some(place) = chosen.filter(|_| !*shown) {
                    <p>
                        { format!("You say {}. It is kept on this phone alone: ", letter(place)) }
                        { "raise your hand when it is counted, and watch the run." }
                    </p>
                }
                if *shown { <p class="shows">{ &stage.reveal }</p> }
            </div>
            if chosen.is_some() && !*shown {
                <button class="btn-solid" onclick={onshow}>{ "After the run: what happened" }</button>
            }
            { onward(props, *shown, chosen.is_some()) }
        </main>
    }
}

/// Where one can go from here: to the lab when all is told, to its next question when one is
/// answered.
fn onward(props: &AskProps, shown: bool, answered: bool) -> Html {
    let scenario = &props.scenario.0;
    let page = format!("{}play/{}/", base(), scenario.id);
    let number = props.stage + 1;
    html! {
        <>
            if shown {
                <a class="btn btn-line" href={format!("{page}?stage={number}")}>
                    { "Run it yourself" }
                </a>
            }
            if answered && number < scenario.stages.len() {
                <p>
                    <a href={format!("{page}?view=ask&stage={}", number + 1)}>
                        { "The next question of this lab" }
                    </a>
                </p>
            }
        </>
    }
}

/// One choice; whether it was said, and whether it is told what is right.
fn answer(
    place: usize,
    choice: &Choice,
    (said, shown): (bool, bool),
    onclick: Callback<MouseEvent>,
) -> Html {
    html! {
        <li class={(shown && choice.right).then_some("is")}>
            <button aria-pressed={said.to_string()} disabled={shown} {onclick}>
                <b>{ letter(place) }</b><span>{ &choice.text }</span>
            </button>
            if shown && (said || choice.right) {
                <p>{ if choice.right { "So it is. " } else { "Not so. " } }{ &choice.why }</p>
            }
        </li>
    }
}
