//! Lines to take along.
use crate::browser::copy;
use yew::prelude::*;

/// What a box of lines needs.
#[derive(PartialEq, Properties)]
pub(super) struct LinesProps {
    /// What they are for.
    pub title: &'static str,
    /// The lines.
    pub text: String,
}

/// A box of lines, and a button that copies them.
#[component]
pub(super) fn Lines(props: &LinesProps) -> Html {
    // What was copied, and whether the browser allowed it.
    let copied = use_state(|| None::<(String, bool)>);
    let onclick = {
        let (copied, text) = (copied.clone(), props.text.clone());
        Callback::from(move |_: MouseEvent| {
            let (copied, text) = (copied.clone(), text.clone());
            copy(&text.clone(), move |done| copied.set(Some((text, done))));
        })
    };
    let says = match &*copied {
        Some((text, true)) if *text == props.text => "Copied.",
        Some((text, false)) if *text == props.text => {
            "Copying is not allowed here: mark the lines."
        }
        _ => "",
    };
    html! {
        <div class="lines">
            <label>
                <span>{ props.title }</span>
                <textarea class="mono" readonly=true spellcheck="false" wrap="off"
                    rows={props.text.lines().count().to_string()} value={props.text.clone()} />
            </label>
            <p>
                <button class="btn-line" {onclick}>{ "Copy" }</button>
                <span role="status">{ says }</span>
            </p>
        </div>
    }
}
