//! A field for a number: its name before it, its unit behind it, what may stand in it below.
use crate::browser::value_of;
use yew::prelude::*;

/// What a field gets.
#[derive(Clone, PartialEq, Properties)]
pub struct FieldProps {
    /// Its name in the page, one that no other has.
    pub id: AttrValue,
    /// What it is for.
    pub label: AttrValue,
    /// What stands in it.
    pub value: AttrValue,
    /// The unit of a bare number.
    #[prop_or_default]
    pub unit: AttrValue,
    /// What may stand in it.
    #[prop_or_default]
    pub hint: AttrValue,
    /// What is wrong with what stands in it.
    #[prop_or_default]
    pub wrong: Option<String>,
    /// It has the focus first.
    #[prop_or_default]
    pub first: bool,
    /// Something else is typed.
    pub on_input: Callback<String>,
    /// What is typed is meant.
    #[prop_or_default]
    pub on_done: Callback<()>,
}

/// A field.
#[component]
pub fn Field(props: &FieldProps) -> Html {
    let oninput = props.on_input.reform(|event: InputEvent| value_of(&event));
    let onchange = props.on_done.reform(|_: Event| ());
    let said = format!("{}-said", props.id);
    let wrong = props.wrong.is_some();
    let class = if wrong { "said red" } else { "said i2" };
    let below = match &props.wrong {
        Some(sentence) => AttrValue::from(sentence.clone()),
        None => props.hint.clone(),
    };
    html! {
        <div class="field">
            <label for={props.id.clone()}>{ &props.label }</label>
            <input id={props.id.clone()} value={props.value.clone()} autofocus={props.first}
                autocomplete="off" spellcheck="false" aria-describedby={said.clone()}
                aria-invalid={wrong.then_some("true")} {oninput} {onchange} />
            <span class="unit">{ &props.unit }</span>
            <p id={said} {class} role="status">{ below }</p>
        </div>
    }
}
