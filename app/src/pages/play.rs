//! A lab that takes the whole page.
use super::compare::CompareView;
use super::lecture::{AskView, LectureView, NotesView, left_at};
use super::{LabView, Shared, share};
use crate::browser;
use crate::state::{Hidden, Opening, Setting, Shown};
use engine::scenario::{Difference, Scenario, decode};
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
                    Err(why) => Loaded::Failed(why.text),
                });
            });
        });
    }
    let view = use_state(|| {
        browser::query("view").and_then(|name| Shown::named(&name)).unwrap_or_default()
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
            html! { <CompareView {scenario} {opening} {notice} /> }
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
            html! { <LectureView {scenario} {opening} {notice} {on_leave} /> }
        }
        Shown::Ask => {
            html! { <AskView {scenario} stage={opening.stage()} {notice} /> }
        }
        Shown::Notes => html! { <NotesView /> },
    }
}

/// What the address hides, and what of that could not be understood.
fn hidden() -> (Hidden, Option<String>) {
    browser::query("hide").map(|names| Hidden::parse(&names)).unwrap_or_default()
}

/// In what the run beside this one differs, if the address asks for one.
fn compared(scenario: &Scenario) -> Result<Option<Difference>, String> {
    let Some(text) = browser::query("with") else { return Ok(None) };
    let read = Difference::parse(scenario, &text).map(Some);
    read.map_err(|why| {
        let said: String = why.replace('`', "").chars().take(160).collect();
        format!("There is no run to compare with: {said}. The lab stands alone.")
    })
}

/// What `play` has to be, if anything is to play.
const PLAYS: &str = "1";

/// Words that are known, and say nothing as they stand.
fn idle() -> Option<String> {
    if browser::query("play").is_some_and(|word| word != PLAYS) {
        return Some("The address says “play”, but not “play=1”; nothing plays by itself.".into());
    }
    let lecture = browser::query("view").is_some_and(|name| name == "lecture");
    let order = browser::query("order").filter(|_| !lecture);
    order.map(|_| {
        "The address carries a running order, but not “view=lecture”; this is the lab alone.".into()
    })
}

fn strange_view() -> Option<String> {
    let name = browser::query("view").filter(|name| Shown::named(name).is_none())?;
    let said: String = name.chars().take(20).collect();
    Some(format!("There is no view “{said}”; lecture, ask and notes are known."))
}

/// Where the address says that the run begins, and what of it could not be understood.
fn opening(scenario: &Scenario) -> (Opening, Option<String>) {
    let known = ["run", "stage", "theme", "play", "view", "order", "session", "hide", "with"];
    let strange = browser::strange_query(&known);
    let odd = strange
        .first()
        .map(|name| format!("The address says “{name}”, which means nothing here."))
        .or_else(|| Setting::strange_theme(&browser::query("theme")?))
        .or_else(strange_view)
        .or_else(|| hidden().1)
        .or_else(idle)
        .or_else(|| compared(scenario).err());
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
