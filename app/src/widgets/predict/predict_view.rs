//! The question, or the answer to it, or nothing.
use super::ask::Ask;
use super::reveal::{Told, reveal};
use crate::browser::{Element, Key, focus, focus_in};
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
    /// How the predictions went: "1 of 2 right".
    pub score: String,
    /// Something is said of a stage.
    pub on_say: Callback<(usize, Prediction)>,
    /// Enough of it.
    pub on_close: Callback<()>,
}

/// Asks once per stage at its beginning; tells once the run has come to where it shows.
#[component]
pub fn Predict(props: &PredictProps) -> Html {
    use_watch(&props.lab, Interest::Step);
    let root = use_node_ref();
    // The stage whose question or answer was put away.
    let away = use_state_eq(|| None::<usize>);
    {
        let root = root.clone();
        use_effect_with(props.called, move |called| {
            if *called && let Some(root) = root.cast::<Element>() {
                focus_in(&root, "input, button");
            }
        });
    }
    let session = props.lab.session();
    let place = session.stage();
    let close = |to: &'static str| {
        let (root, away, on_close) = (root.clone(), away.clone(), props.on_close.clone());
        Callback::from(move |()| {
            leave(&root, to);
            away.set(Some(place));
            on_close.emit(());
        })
    };
    let on_say = {
        let (root, away, props) = (root.clone(), away.clone(), props.clone());
        Callback::from(move |said| {
            leave(&root, ".go");
            away.set(None);
            props.on_say.emit((place, said));
            props.on_close.emit(());
        })
    };
    let fresh = session.now() == session.beginning() && !session.is_changed();
    let put_away = *away == Some(place) && !props.called;
    let stage = session.scenario().stages.get(place).filter(|stage| !stage.choices.is_empty());
    let content = stage.filter(|_| !put_away).and_then(|stage| match props.kept.of(place) {
        Some(Prediction::Choice(said)) => {
            let shown = session.now() >= stage.look;
            let told = Told { said, score: shown.then_some(&props.score) };
            (shown || props.called).then(|| reveal(stage, &told, close(".predict-open")))
        }
        known if props.called || known.is_none() && fresh && props.unasked => Some(html! {
            <Ask key={place} lab={props.lab.clone()} {place} {on_say} />
        }),
        _ => None,
    });
    html! {
        <div ref={root.clone()} class="predicts" onkeydown={escape(close(".predict-open"))}>
            { content.unwrap_or_default() }
        </div>
    }
}

/// Escape puts the question away.
fn escape(close: Callback<()>) -> Callback<KeyboardEvent> {
    Callback::from(move |event: KeyboardEvent| {
        if Key::of(&event) == Key::Escape {
            event.stop_propagation();
            close.emit(());
        }
    })
}

/// Gives the focus to another part of the lab, or to its frame: what has it is about to go.
fn leave(root: &NodeRef, to: &str) {
    let lab = root.cast::<Element>().and_then(|root| root.closest(".lab").ok().flatten());
    if let Some(lab) = lab
        && !focus_in(&lab, to)
    {
        focus(&lab);
    }
}
