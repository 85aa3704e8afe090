//! The question, or the answer to it, or nothing.
use super::ask::Ask;
use super::reveal::reveal;
use crate::hooks::use_watch;
use crate::state::{Focus, Interest, Lab, Prediction, Predictions};
use yew::prelude::*;

/// What predictions get.
#[derive(Clone, PartialEq, Properties)]
pub struct PredictProps {
    /// The run.
    pub lab: Lab,
    /// What is looked at.
    pub focus: UseReducerHandle<Focus>,
    /// What was said so far.
    pub kept: Predictions,
    /// The reader wants to be asked without having called for it.
    pub unasked: bool,
    /// The reader has called for it.
    pub called: bool,
    /// Something is said of a stage.
    pub on_say: Callback<(usize, Prediction)>,
    /// Enough of it.
    pub on_close: Callback<()>,
}

/// Asks once per stage at its beginning; tells once the run has come to where it shows.
#[component]
pub fn Predict(props: &PredictProps) -> Html {
    use_watch(&props.lab, Interest::Step);
    let told = use_state_eq(|| None::<usize>);
    let session = props.lab.session();
    let place = session.stage();
    let scenario = session.scenario();
    let Some(stage) = scenario.stages.get(place).filter(|stage| !stage.choices.is_empty()) else {
        return html! {};
    };
    let fresh = session.now() == session.beginning() && !session.is_changed();
    match props.kept.of(place) {
        None if fresh && props.unasked || props.called => html! {
            <Ask key={place} lab={props.lab.clone()} {place} on_say={props.on_say.clone()}
                on_close={props.on_close.clone()} />
        },
        Some(Prediction::Choice(choice)) => {
            let shown = session.now() >= stage.look;
            let done = *told == Some(place) && !props.called;
            if done || !shown && !props.called {
                return html! {};
            }
            let close = {
                let (told, on_close) = (told.clone(), props.on_close.clone());
                Callback::from(move |_: MouseEvent| {
                    told.set(Some(place));
                    on_close.emit(());
                })
            };
            reveal(stage, choice, shown, close)
        }
        _ => html! {},
    }
}
