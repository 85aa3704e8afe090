//! Predictions of one lab: read once, kept with every word.
use crate::browser::read;
use crate::hooks::{keep, settings};
use crate::state::{Lab, Prediction, Predictions, Setting};
use yew::prelude::*;

/// What was said, and how to say more.
pub(super) struct Predicting {
    /// What was said.
    pub kept: Predictions,
    /// Whether the reader wants to be asked.
    pub wanted: bool,
    /// "1 of 2 right"; nothing before the first answer.
    pub score: String,
    /// What was stored and cannot be read.
    pub odd: Option<String>,
    /// Something is said of a stage.
    pub on_say: Callback<(usize, Prediction)>,
    /// Whether the reader has called for the question.
    pub called: bool,
    /// The reader calls for it, or has enough of it.
    pub on_call: Callback<bool>,
}

/// Reads what is stored, and stores what is said.
#[hook]
pub(super) fn use_predictions(lab: &Lab) -> Predicting {
    let name = Predictions::name(&lab.session().scenario().id);
    let known = {
        let name = name.clone();
        use_memo((), move |()| Predictions::parse(&read(&name).unwrap_or_default()))
    };
    let kept = use_state(|| known.0.clone());
    let called = use_state_eq(|| false);
    let on_call = {
        let called = called.clone();
        Callback::from(move |now| called.set(now))
    };
    let (settings, odd) = settings();
    let on_say = {
        let kept = kept.clone();
        Callback::from(move |(stage, said)| {
            let mut next = (*kept).clone();
            next.set(stage, said);
            keep(&name, &next.write());
            kept.set(next);
        })
    };
    let score = score(lab, &kept);
    let odd = odd.or_else(|| known.1.clone());
    Predicting {
        kept: (*kept).clone(),
        wanted: settings.is_on(Setting::Predictions),
        score,
        odd,
        on_say,
        called: *called,
        on_call,
    }
}

fn score(lab: &Lab, kept: &Predictions) -> String {
    let session = lab.session();
    let stages = &session.scenario().stages;
    let right = |(stage, choice): (usize, usize)| {
        stages.get(stage).and_then(|stage| stage.choices.get(choice)).map(|choice| choice.right)
    };
    let all: Vec<bool> = kept.choices().filter_map(right).collect();
    match all.len() {
        0 => String::new(),
        said => format!("{} of {said} right", all.iter().filter(|right| **right).count()),
    }
}
