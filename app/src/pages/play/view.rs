//! A lab that takes the whole page.
use super::super::compare::CompareViewProps;
use super::super::lecture::{AskProps, LectureViewProps, left_at};
use super::super::{LabView, Shared, rooms, share};
use super::asked::{PLAYS, compared, hidden, opening};
use crate::browser::{self, NoScenario};
use crate::state::{Opening, Shown};
use engine::scenario::Scenario;
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
                loaded.set(match scenario(&id).await {
                    Ok(scenario) => {
                        let (opening, notice) = opening(&scenario);
                        Loaded::Ready(scenario, opening, notice)
                    }
                    Err(why) => Loaded::Failed(why.text),
                });
            });
        });
    }
    let view = use_state(|| {
        browser::query("view").and_then(|name| Shown::named(&name)).unwrap_or_default()
    });
    // The keys of a lab that is the page work from the first.
    use_effect_with((matches!(*loaded, Loaded::Ready(..)), *view), |_| {
        browser::focus_if_free("main.lab");
    });
    match &*loaded {
        Loaded::Waiting => html! { <p class="waiting" role="status">{ "Setting the stage …" }</p> },
        Loaded::Failed(sentence) => html! {
            <p class="notice" role="alert">{ sentence }</p>
        },
        Loaded::Ready(scenario, opening, notice) => {
            let scenario = Shared(scenario.clone());
            shown(&view, scenario, opening.clone(), notice.clone(), &loaded)
        }
    }
}

/// The scenario, with the mechanism that the address wants beside it.
async fn scenario(id: &str) -> Result<Rc<Scenario>, NoScenario> {
    let scenario = browser::scenario(id).await?;
    let beside = compared(&scenario).ok().flatten();
    match beside.and_then(|difference| difference.mechanism()) {
        Some(slug) => browser::also_brought(scenario, slug).await,
        None => Ok(scenario),
    }
}

/// The run in the view that is chosen.
fn shown(
    view: &UseStateHandle<Shown>,
    scenario: Shared,
    opening: Opening,
    notice: Option<String>,
    loaded: &UseStateHandle<Loaded>,
) -> Html {
    match **view {
        Shown::Lab if compared(&scenario.0).is_ok_and(|with| with.is_some()) => {
            rooms::compare(CompareViewProps { scenario, opening, notice })
        }
        Shown::Lab => {
            let (view, loaded, again) = (view.clone(), loaded.clone(), scenario.0.clone());
            let on_lecture = Callback::from(move |opening: Opening| {
                // A lecture that was left here goes on where it was.
                if let Some(address) = left_at(&again.id) {
                    return browser::load(&address);
                }
                loaded.set(Loaded::Ready(again.clone(), opening, None));
                view.set(Shown::Lecture);
            });
            let plays = browser::query("play").is_some_and(|word| word == PLAYS);
            let hidden = hidden().0;
            html! {
                <LabView {scenario} {opening} {notice} {plays} {hidden} whole=true {on_lecture}
                    share={share()} />
            }
        }
        Shown::Lecture => {
            let (view, loaded, page) = (view.clone(), loaded.clone(), scenario.0.id.clone());
            let on_leave = Callback::from(move |(scenario, opening): (Shared, Opening)| {
                let query = opening.query();
                if scenario.0.id != page {
                    return browser::load(&format!(
                        "{}play/{}/?{query}",
                        browser::base(),
                        scenario.0.id
                    ));
                }
                browser::replace_run_query(&query);
                loaded.set(Loaded::Ready(scenario.0, opening, None));
                view.set(Shown::Lab);
            });
            rooms::lecture(LectureViewProps { scenario, opening, notice, on_leave })
        }
        Shown::Ask => rooms::ask(AskProps { scenario, stage: opening.stage(), notice }),
        Shown::Notes => rooms::notes(),
    }
}
