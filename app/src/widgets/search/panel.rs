//! A field with the results below it: the focus stays in the field, arrows choose.
use super::outcome::{Outcome, use_search, wish};
use super::results::{Results, said};
use crate::browser::{Element, Key, click_in, scroll_to, value_of};
use yew::prelude::*;

/// What the panel gets.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct PanelProps {
    /// Its name in the page, one that no other has.
    pub id: AttrValue,
    /// What is looked for at first.
    #[prop_or_default]
    pub typed: String,
    /// Something else is typed.
    #[prop_or_default]
    pub on_typed: Callback<String>,
    /// A result was chosen.
    #[prop_or_default]
    pub on_leave: Callback<()>,
}

/// The panel.
#[component]
pub(super) fn Panel(props: &PanelProps) -> Html {
    let typed = use_state(|| props.typed.clone());
    let attempt = use_state(|| 0);
    let chosen = use_state_eq(|| None::<usize>);
    let panel = use_node_ref();
    let outcome = use_search(&typed, *attempt);
    let results = Results { id: props.id.clone(), outcome: outcome.clone(), chosen: *chosen };
    {
        let (panel, active) = (panel.clone(), results.active());
        use_effect_with(active, move |active| {
            if let (Some(panel), Some(active)) = (panel.cast::<Element>(), active) {
                scroll_to(&panel, &format!("#{active}"));
            }
        });
    }
    let oninput = {
        let (typed, chosen, on_typed) = (typed.clone(), chosen.clone(), props.on_typed.clone());
        Callback::from(move |event: InputEvent| {
            let text = value_of(&event);
            on_typed.emit(text.clone());
            chosen.set(None);
            typed.set(text);
        })
    };
    let onkeydown = keys(&panel, &typed, &chosen, &outcome);
    let again = Callback::from(move |_: MouseEvent| attempt.set(*attempt + 1));
    let (count, list) = (results.count(), format!("{}-list", props.id));
    html! {
        <div class="find" ref={panel}>
            <input type="search" role="combobox" aria-label="Search the book" autofocus=true
                placeholder="A word, a mechanism, a failure" value={(*typed).clone()}
                autocomplete="off" autocapitalize="off" spellcheck="false" maxlength="200"
                aria-expanded={if count > 0 { "true" } else { "false" }} aria-autocomplete="list"
                aria-controls={list.clone()} aria-activedescendant={results.active()}
                {oninput} {onkeydown} />
            <p class="said" role="status">{ said(&outcome) }</p>
            if let Outcome::Failed(_) = outcome {
                <p><button class="btn-line" onclick={again}>{ "Try again" }</button></p>
            }
            { results.list(&list, &props.on_leave) }
        </div>
    }
}

/// Arrows choose, and go around; Enter opens what is chosen, or the first.
fn keys(
    panel: &NodeRef,
    typed: &UseStateHandle<String>,
    chosen: &UseStateHandle<Option<usize>>,
    outcome: &Outcome,
) -> Callback<KeyboardEvent> {
    let (panel, typed, chosen) = (panel.clone(), typed.clone(), chosen.clone());
    let (count, words) = match outcome {
        Outcome::Found(words, groups) => {
            (groups.iter().map(|group| group.entries.len()).sum::<usize>(), words.clone())
        }
        _ => (0, String::new()),
    };
    Callback::from(move |event: KeyboardEvent| {
        match Key::of(&event) {
            Key::Down if count > 0 => chosen.set(Some(chosen.map_or(0, |at| (at + 1) % count))),
            Key::Up if count > 0 => {
                chosen.set(Some(chosen.map_or(count, |at| at).checked_sub(1).unwrap_or(count - 1)));
            }
            // What is shown may still be for fewer letters: then there is nothing to open yet.
            Key::Enter if chosen.is_some() || words == wish(&typed) => {
                let place = chosen.unwrap_or(0);
                if let Some(panel) = panel.cast::<Element>() {
                    click_in(&panel, &format!("[data-result=\"{place}\"]"));
                }
            }
            Key::Enter => {}
            _ => return,
        }
        event.prevent_default();
    })
}
