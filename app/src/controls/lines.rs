//! Lines to take along.
use crate::browser::copy;
use yew::prelude::*;

/// What a box of lines needs.
#[derive(PartialEq, Properties)]
pub struct LinesProps {
    /// What they are for.
    pub title: AttrValue,
    /// The lines.
    pub text: String,
    /// How many of them are in sight; all, where nothing is said.
    #[prop_or_default]
    pub rows: Option<usize>,
    /// The id of the box in the page, where somebody needs one.
    #[prop_or_default]
    pub id: Option<AttrValue>,
}

/// A box of lines, and a button that copies them.
#[component]
pub fn Lines(props: &LinesProps) -> Html {
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
    let rows = props.rows.unwrap_or_else(|| props.text.lines().count());
    html! {
        <div class="lines">
            <label>
                <span>{ &props.title }</span>
                <textarea id={props.id.clone()} class="mono" readonly=true spellcheck="false"
                    wrap={if props.rows.is_some() { "soft" } else { "off" }}
                    rows={rows.to_string()} value={props.text.clone()} />
            </label>
            <p>
                <button type="button" class="btn-line" {onclick}>{ "Copy" }</button>
                <span role="status">{ says }</span>
            </p>
        </div>
    }
}
