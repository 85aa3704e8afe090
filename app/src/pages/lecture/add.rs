//! Adding a stage to the running order, from the list of all.
use super::super::offered::{Offered, offered_elsewhere};
use crate::browser::{base, value_of};
use crate::state::lecture::{Entry, write_order};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// All stages that can be added; none before they have come.
#[hook]
pub(super) fn use_known() -> UseStateHandle<Vec<Offered>> {
    let known = use_state(Vec::<Offered>::new);
    let set = known.setter();
    use_effect_with((), move |()| {
        spawn_local(async move { set.set(offered_elsewhere().await) });
    });
    known
}

/// A field that adds a stage at the end, by its name or by words of its title.
pub(super) fn adding(
    typed: &UseStateHandle<String>,
    known: &UseStateHandle<Vec<Offered>>,
    order: &[Entry],
    put: &Callback<String>,
) -> Html {
    let onadd = {
        let (put, typed, known) = (put.clone(), typed.clone(), known.clone());
        let order = write_order(order);
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            put.emit(format!("{order},{}", meant(&known, typed.trim())));
        })
    };
    let oninput = {
        let typed = typed.setter();
        Callback::from(move |event: InputEvent| typed.set(value_of(&event)))
    };
    html! {
        <>
            <form onsubmit={onadd}>
                <label>
                    { "Add" }
                    <input value={(**typed).clone()} placeholder="words of a title"
                        list="order-known" autocomplete="off" {oninput} />
                </label>
                <datalist id="order-known">
                    { for known.iter().flat_map(options).map(|(value, says)| {
                        html! { <option {value}>{ says }</option> }
                    }) }
                </datalist>
                <button class="btn-solid">{ "Add" }</button>
            </form>
            <p class="i2">
                { "A stage from the list, by words of its title or by its name; it comes last, \
                   and ↑ moves it. The page's own address is a link to this order, and " }
                <a target="_blank"
                    href={format!("{}prepare/?order={}", base(), write_order(order))}>
                    { "For teachers" }
                </a>
                { " changes it with more room." }
            </p>
        </>
    }
}

/// The stage that somebody means: the first that has these words in it, or else what was typed.
fn meant(known: &[Offered], typed: &str) -> String {
    let all = || known.iter().flat_map(options);
    let by_name = all().any(|(name, _)| name == typed) || known.iter().any(|lab| lab.id == typed);
    let words = typed.to_lowercase();
    let by_words = || all().find(|(_, says)| says.to_lowercase().contains(&words));
    let found = (!by_name && !words.is_empty()).then(by_words).flatten();
    found.map_or_else(|| typed.to_owned(), |(name, _)| name)
}

/// A lab's stages, as the list beside the field offers them: the name of each, and what it says.
fn options(lab: &Offered) -> Vec<(String, String)> {
    let one = |(place, title): (usize, &String)| {
        let stage = Some(place + 1);
        let name = Entry { scenario: lab.id.clone(), stage }.write();
        (name, format!("{}. {title} · {}", place + 1, lab.title))
    };
    lab.stages.iter().enumerate().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stage_is_meant_by_its_name_or_by_words_of_its_title() {
        let stages = vec!["Cut".to_owned(), "Ask before answering".to_owned()];
        let known = [Offered { id: "lab-a".into(), title: "One lab".into(), stages }];
        for (typed, wanted) in [
            ("lab-a:1", "lab-a:1"),
            ("lab-a", "lab-a"),
            ("ask BEFORE", "lab-a:2"),
            ("one lab", "lab-a:1"),
            ("nothing such", "nothing such"),
            ("", ""),
        ] {
            assert_eq!(meant(&known, typed), wanted);
        }
    }
}
