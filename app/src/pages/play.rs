//! A lab that takes the whole page.
use super::{LabView, Shared};
use crate::browser;
use crate::state::{Opening, Setting};
use engine::scenario::{Scenario, decode};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Which lab.
#[derive(PartialEq, Properties)]
pub struct PlayProps {
    /// The scenario's name.
    pub id: String,
}

#[derive(Clone)]
enum Loaded {
    Waiting,
    Failed(String),
    Ready(Rc<Scenario>, Opening, Option<String>),
}

/// Loads the scenario, and shows it.
#[component]
pub fn Play(props: &PlayProps) -> Html {
    let loaded = use_state(|| Loaded::Waiting);
    {
        let loaded = loaded.clone();
        use_effect_with(props.id.clone(), move |id| {
            let id = id.clone();
            spawn_local(async move {
                loaded.set(match browser::scenario(&id).await {
                    Ok(scenario) => {
                        let (opening, notice) = opening(&scenario);
                        Loaded::Ready(scenario, opening, notice)
                    }
                    Err(sentence) => Loaded::Failed(sentence),
                });
            });
        });
    }
    match &*loaded {
        Loaded::Waiting => html! { <p class="waiting" role="status">{ "Setting the stage …" }</p> },
        Loaded::Failed(sentence) => html! {
            <p class="notice" role="alert">{ sentence }</p>
        },
        Loaded::Ready(scenario, opening, notice) => html! {
            <LabView scenario={Shared(scenario.clone())} opening={opening.clone()}
                notice={notice.clone()} whole=true />
        },
    }
}

/// Where the address says that the run begins, and what of it could not be understood.
fn opening(scenario: &Scenario) -> (Opening, Option<String>) {
    let strange = browser::strange_query(&["run", "stage", "theme"]);
    let odd = strange
        .first()
        .map(|name| format!("The address says “{name}”, which means nothing here."))
        .or_else(|| Setting::strange_theme(&browser::query("theme")?));
    if let Some(code) = browser::query("run") {
        return match decode(&code) {
            Ok(link) if link.run.scenario != scenario.id => (
                Opening::Stage(0),
                Some("The link is for another lab; this one starts afresh.".into()),
            ),
            Ok(link) => match link.misfit(scenario) {
                None => (Opening::Link(Box::new(link)), odd),
                Some(sentence) => (Opening::Stage(0), Some(sentence)),
            },
            Err(sentence) => (Opening::Stage(0), Some(sentence)),
        };
    }
    let Some(stage) = browser::query("stage") else { return (Opening::Stage(0), odd) };
    let number = stage.parse::<usize>().ok().filter(|n| (1..=scenario.stages.len()).contains(n));
    match number {
        Some(number) => (Opening::Stage(number - 1), odd),
        None => {
            let known = scenario.stages.len();
            let said: String = stage.chars().take(20).collect();
            let sentence = format!(
                "There is no stage “{said}”; this lab has {known}. It starts with the first."
            );
            (Opening::Stage(0), Some(sentence))
        }
    }
}
