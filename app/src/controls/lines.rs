//! Lines to take along.
use crate::browser::{Element, copy, select_all};
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
    let field = use_node_ref();
    let onclick = {
        let (copied, text, field) = (copied.clone(), props.text.clone(), field.clone());
        Callback::from(move |_: MouseEvent| {
            let (copied, text, field) = (copied.clone(), text.clone(), field.clone());
            copy(&text.clone(), move |done| {
                if let Some(field) = field.cast::<Element>().filter(|_| !done) {
                    select_all(&field);
                }
                copied.set(Some((text, done)));
            });
        })
    };
    let says = match &*copied {
        Some((text, true)) if *text == props.text => "Copied.",
        Some((text, false)) if *text == props.text => {
            "The browser does not let this page copy; the text is selected, so copy it with your keys."
        }
        _ => "",
    };
    // Lines that do not wrap may need a bar to move them, which covers one.
    let rows = props.rows.unwrap_or_else(|| props.text.lines().count() + 1);
    html! {
        <div class="lines">
            <label>
                <span>{ &props.title }</span>
                <textarea ref={field} id={props.id.clone()} class="mono" readonly=true
                    spellcheck="false"
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
