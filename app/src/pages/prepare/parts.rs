//! Parts of the form: choices in a row, a list to choose from, and boxes for what is hidden.
use crate::browser::{is_ticked, value_of};
use crate::state::{Hidden, Part};
use yew::prelude::*;

/// A row of choices, of which one holds. They are told by their place.
pub(super) fn choices(
    legend: &'static str,
    name: &'static str,
    (all, chosen): (&[&'static str], usize),
    on_choose: &Callback<usize>,
) -> Html {
    let choice = |(place, says): (usize, &&'static str)| {
        let onchange = on_choose.reform(move |_: Event| place);
        html! {
            <label>
                <input type="radio" {name} checked={place == chosen} {onchange} />
                <span>{ *says }</span>
            </label>
        }
    };
    html! {
        <fieldset class="choices">
            <legend>{ legend }</legend>
            <div>{ for all.iter().enumerate().map(choice) }</div>
        </fieldset>
    }
}

/// A list of which one is chosen, by its place, and what can be done with it.
pub(super) fn list(
    (id, label): (&'static str, &'static str),
    all: &[String],
    chosen: usize,
    on_choose: &Callback<usize>,
    does: Html,
) -> Html {
    let onchange = on_choose.reform(|event: Event| value_of(&event).parse().unwrap_or_default());
    let option = |(place, says): (usize, &String)| {
        html! {
            <option value={place.to_string()} selected={place == chosen}>{ says.clone() }</option>
        }
    };
    html! {
        <p class="pick">
            <label for={id}>{ label }</label>
            <select {id} {onchange}>{ for all.iter().enumerate().map(option) }</select>
            { does }
        </p>
    }
}

/// A box for each part that can be hidden.
pub(super) fn boxes(hidden: Hidden, on_hide: &Callback<Hidden>) -> Html {
    let one = |part: Part| {
        let onchange = on_hide.reform(move |event: Event| {
            if is_ticked(&event) == hidden.has(part) { hidden } else { hidden.toggled(part) }
        });
        html! {
            <label class="tick">
                <input type="checkbox" name={part.name()} checked={hidden.has(part)} {onchange} />
                <span>{ part.label() }</span>
            </label>
        }
    };
    html! {
        <fieldset class="hide">
            <legend>{ "Hide" }</legend>
            <div>{ for Part::ALL.into_iter().map(one) }</div>
        </fieldset>
    }
}
