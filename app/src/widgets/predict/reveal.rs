//! What happened, beside what the reader said.
use crate::marks::{Icon, icon};
use engine::scenario::Stage;
use yew::prelude::*;

/// What is told of a prediction.
pub(super) struct Told<'a> {
    /// The choice that was taken, by its place.
    pub said: usize,
    /// How all predictions went, once the run has come to where it shows.
    pub score: Option<&'a String>,
}

/// The answer to a stage's question; before the run has come to it, what was said.
pub(super) fn reveal(stage: &Stage, told: &Told, close: Callback<()>) -> Html {
    let Some(choice) = stage.choices.get(told.said) else { return html! {} };
    let right = stage.choices.iter().find(|choice| choice.right);
    let sign = icon(if choice.right { Icon::Tick } else { Icon::Cross });
    html! {
        <section class="predict reveal" aria-label="Prediction" role="status">
            <div class="pq">
                <p class="lbl">{ format!("You said: {}", choice.text) }</p>
                if told.score.is_none() {
                    <p class="q">{ "Play on: it shows a little later." }</p>
                } else if choice.right {
                    <p class="q">{ sign }{ " Right. " }{ &choice.why }</p>
                } else {
                    <p class="q">{ sign }{ " Not so. " }{ &choice.why }</p>
                }
            </div>
            <div class="pa">
                if told.score.is_some() {
                    if let Some(right) = right.filter(|_| !choice.right) {
                        <p><b>{ &right.text }{ "." }</b>{ " " }{ &right.why }</p>
                    }
                    <p>{ &stage.reveal }</p>
                }
                <p class="pb">
                    <button class="btn-line" onclick={close.reform(|_: MouseEvent| ())}>
                        { "Go on" }
                    </button>
                    if let Some(score) = told.score {
                        <span class="i2">{ "In this lab: " }{ score }</span>
                    }
                </p>
            </div>
        </section>
    }
}
