//! The form, and what comes of it.
use super::super::offered::{Offered, offered};
use super::asked::{asked, take_up};
use super::order::{add, order, use_order};
use super::parts::{boxes, choices, list};
use super::result::result;
use crate::browser::{is_ticked, value_of};
use crate::state::{Hidden, Prepared, Setting, Shown};
use std::rc::Rc;
use yew::prelude::*;

/// The ways to show a run that an address can ask for, as they are called.
const WAYS: [(Shown, &str); 3] = [
    (Shown::Lab, "The lab"),
    (Shown::Lecture, "Lecture view"),
    (Shown::Ask, "The question, for phones"),
];

/// The form.
#[component]
pub fn Prepare() -> Html {
    let all = use_memo((), |()| offered());
    let begins = use_memo((), |()| asked(&all));
    let prepared = use_state(|| begins.0.clone());
    let said = use_state_eq(|| begins.1.clone());
    let wanted = use_order(&prepared);
    let now = (*prepared).clone();
    html! {
        <form class="prepare" onsubmit={|event: SubmitEvent| event.prevent_default()}>
            { what(&all, &prepared) }
            { order(&all, &prepared, &wanted) }
            { pasted(&all, &prepared, &said) }
            { how(&prepared) }
            { result(&now) }
        </form>
    }
}

/// What is prepared, as the form keeps it.
pub(super) type Kept = UseStateHandle<Prepared>;

/// Changes what is prepared by something that was chosen.
pub(super) fn changes<T: 'static>(
    prepared: &Kept,
    change: impl Fn(&mut Prepared, T) + 'static,
) -> Callback<T> {
    let prepared = prepared.clone();
    Callback::from(move |chosen| {
        let mut next = (*prepared).clone();
        change(&mut next, chosen);
        prepared.set(next);
    })
}

/// Which lab, and which stage of it. To choose is to leave a pasted run.
fn what(all: &[Offered], prepared: &Kept) -> Html {
    let place = all.iter().position(|lab| lab.id == prepared.scenario).unwrap_or_default();
    let Some(lab) = all.get(place) else { return html! {} };
    let ids: Vec<String> = all.iter().map(|lab| lab.id.clone()).collect();
    let on_lab = changes(prepared, move |next, place: usize| {
        next.scenario = ids.get(place).cloned().unwrap_or_default();
        (next.stage, next.run) = (0, None);
    });
    let on_stage = changes(prepared, |next, stage| (next.stage, next.run) = (stage, None));
    let titles: Vec<String> = all.iter().map(|lab| lab.title.clone()).collect();
    let stages = lab.stages.iter().enumerate();
    let stages: Vec<String> = stages.map(|(n, title)| format!("{}. {title}", n + 1)).collect();
    html! {
        <>
            { list(("prepare-lab", "Lab"), &titles, place, &on_lab, Html::default()) }
            { list(
                ("prepare-stage", "Stage"),
                &stages,
                prepared.stage,
                &on_stage,
                add(prepared),
            ) }
        </>
    }
}

/// A run of somebody's own instead of a stage, or a lecture of before.
fn pasted(all: &Rc<Vec<Offered>>, prepared: &Kept, said: &UseStateHandle<Option<String>>) -> Html {
    let oninput = {
        let (all, prepared, said) = (all.clone(), prepared.clone(), said.clone());
        Callback::from(move |event: InputEvent| {
            let (next, sentence) = take_up(&all, &prepared, &value_of(&event));
            said.set(sentence);
            next.into_iter().for_each(|next| prepared.set(next));
        })
    };
    let taken = prepared.run.is_some();
    let (class, says) = match &**said {
        Some(sentence) => ("said red", sentence.as_str()),
        None if taken => ("said i2", "The address opens this run where you left it."),
        None => (
            "said i2",
            "Instead of the stage as the book prepares it; or the address of a lecture, to change its \
                 running order.",
        ),
    };
    html! {
        <p class="pick">
            <label for="prepare-run">{ "Or paste one" }</label>
            <input id="prepare-run" type="text" autocomplete="off" spellcheck="false"
                placeholder="Paste the address of a lab or a lecture" aria-describedby="prepare-run-said"
                aria-invalid={said.is_some().then_some("true")} {oninput} />
            <span id="prepare-run-said" {class} role="status">{ says }</span>
        </p>
    }
}

/// How it is shown.
fn how(prepared: &Kept) -> Html {
    let way = WAYS.iter().position(|(shown, _)| *shown == prepared.shown).unwrap_or_default();
    let on_way = changes(prepared, |next, way: usize| {
        next.shown = WAYS.get(way).map(|(shown, _)| *shown).unwrap_or_default();
    });
    let themes = Setting::Theme.choices();
    let mut names: Vec<&'static str> = themes.iter().map(|(_, name)| *name).collect();
    names[0] = "The reader's own";
    let theme = themes.iter().position(|(theme, _)| prepared.theme == Some(*theme));
    let on_theme = changes(prepared, move |next, place: usize| {
        next.theme = themes.get(place).filter(|_| place > 0).map(|(theme, _)| *theme);
    });
    let on_play = changes(prepared, |next, plays| next.plays = plays);
    let on_hide = changes(prepared, |next, hidden| next.hidden = hidden);
    html! {
        <>
            { choices("Show", "prepare-way", (&WAYS.map(|(_, name)| name), way), &on_way) }
            { choices("Colours", "prepare-theme", (&names, theme.unwrap_or_default()), &on_theme) }
            if prepared.shown == Shown::Lab {
                <label class="tick plays">
                    <input type="checkbox" name="play" checked={prepared.plays}
                        onchange={on_play.reform(|event: Event| is_ticked(&event))} />
                    <span>{ "Plays as soon as it is open" }</span>
                </label>
                { boxes(prepared.hidden, &on_hide) }
            } else if prepared.plays || prepared.hidden != Hidden::default() {
                <p class="i2">
                    { "What plays by itself and what is hidden belongs to the lab: it is not in \
                       this address, and is kept here for the lab's." }
                </p>
            }
        </>
    }
}
