//! The running order: go to a stage, add, remove, move, save and load.
use super::super::ordered::at_place;
use super::add::{adding, use_known};
use super::load::slides;
use super::talk::Talk;
use crate::browser::{Chosen, Json, focus_one_of, save, to_json};
use crate::controls::Dialog;
use crate::state::lecture::{Command, Entry, FORMAT, MOST, Slide, parse_order, write_order};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// No file with an order is longer, in bytes.
const LONGEST: f64 = 16_000.0;

/// What the dialog gets.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct OrderProps {
    /// The lecture.
    pub talk: Talk,
    /// It is closed.
    pub on_close: Callback<()>,
}

/// The dialog. What is changed holds at once.
#[component]
pub(super) fn OrderDialog(props: &OrderProps) -> Html {
    let said = use_state(String::new);
    let typed = use_state(String::new);
    let known = use_known();
    let talk = &props.talk;
    let lecture = talk.lecture.borrow();
    let order: Vec<Entry> = lecture.slides().iter().map(Slide::entry).collect();
    let wanted = use_mut_ref(Vec::<String>::new);
    {
        let wanted = wanted.clone();
        use_effect_with(order.clone(), move |_| focus_one_of(&wanted.take()));
    }
    let put = {
        let (talk, said, typed) = (talk.clone(), said.setter(), typed.setter());
        Callback::from(move |text: String| {
            take(talk.clone(), text, (said.clone(), typed.clone()));
        })
    };
    let change = {
        let put = put.clone();
        Callback::from(move |(order, focused): (String, Vec<String>)| {
            wanted.replace(focused);
            put.emit(order);
        })
    };
    let row = |(place, slide): (usize, &Slide)| row(props, &order, place, slide, &change);
    let onsave = {
        let text = write_order(&order);
        Callback::from(move |_: MouseEvent| keep(&text))
    };
    let onload = loading(&put, &said);
    html! {
        <Dialog title="Running order" class="order" on_close={props.on_close.clone()}>
            <ol>{ for lecture.slides().iter().enumerate().map(row) }</ol>
            { adding(&typed, &known, &order, &put) }
            <div class="row">
                <button class="btn-line" onclick={onsave}>{ "Save as a file" }</button>
                <label class="btn btn-line import">
                    <input type="file" accept=".json,application/json" onchange={onload} />
                    { "Load a file" }
                </label>
            </div>
            <p class="said" role="status">{ (*said).clone() }</p>
        </Dialog>
    }
}

/// Has the browser save an order as a file.
fn keep(order: &str) {
    let file = [("format", FORMAT), ("version", "1"), ("order", order)];
    save("lecture.json", &to_json(&file.map(|(name, text)| (name.into(), text.into()))));
}

/// Takes an order from a file.
fn loading(put: &Callback<String>, said: &UseStateHandle<String>) -> Callback<Event> {
    let (put, said) = (put.clone(), said.setter());
    Callback::from(move |event: Event| {
        let (put, said) = (put.clone(), said.clone());
        if let Some(file) = Chosen::of(&event) {
            spawn_local(async move {
                match read(file).await {
                    Some(order) => put.emit(order),
                    None => said.set("This file is no running order.".into()),
                }
            });
        }
    })
}

fn row(
    props: &OrderProps,
    order: &[Entry],
    place: usize,
    slide: &Slide,
    on_change: &Callback<(String, Vec<String>)>,
) -> Html {
    let here = place == props.talk.lecture.borrow().at();
    let go = {
        let props = props.clone();
        Callback::from(move |_: MouseEvent| {
            props.talk.take(Command::Jump(place));
            props.on_close.emit(());
        })
    };
    let change = |name: &'static str,
                  sign: &'static str,
                  to: usize,
                  changed: Option<Vec<Entry>>| {
        let label = format!("{name}: {}", place + 1);
        let text = changed.as_deref().map(write_order);
        let disabled = text.is_none();
        let on_change = on_change.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            let changed = text.clone().into_iter();
            changed.for_each(|text| on_change.emit((text, at_place(name, to))));
        });
        html! { <button class="btn-line" aria-label={label} {disabled} {onclick}>{ sign }</button> }
    };
    let moved = |other: Option<usize>| {
        let other = other.filter(|other| *other < order.len())?;
        let mut changed = order.to_vec();
        changed.swap(place, other);
        Some(changed)
    };
    let (before, after) = (place.saturating_sub(1), place + 1);
    let stays = place.min(order.len().saturating_sub(2));
    let mut without = order.to_vec();
    without.remove(place);
    html! {
        <li key={place}>
            <button class="go-to" aria-current={here.then_some("step")} onclick={go}>
                <b>{ place + 1 }</b>
                <span>{ &slide.stage().title }<small>{ &slide.scenario.title }</small></span>
            </button>
            { change("Up", "↑", before, moved(place.checked_sub(1))) }
            { change("Down", "↓", after, moved(Some(after))) }
            { change("Remove", "×", stays, Some(without).filter(|rest| !rest.is_empty())) }
        </li>
    }
}

/// Another order, as far as it is known. What was typed and is not known stays to be mended.
fn take(talk: Talk, text: String, (said, typed): (UseStateSetter<String>, UseStateSetter<String>)) {
    let (order, odd) = parse_order(&text);
    spawn_local(async move {
        let (mut found, unknown) = slides(&order).await;
        found.truncate(MOST);
        if found.is_empty() {
            return said.set(odd.or(unknown).unwrap_or_else(|| "The order is empty.".into()));
        }
        talk.lecture.borrow_mut().set_slides(found);
        talk.tell();
        let odd = odd.or(unknown);
        if odd.is_none() {
            typed.set(String::new());
        }
        said.set(odd.unwrap_or_default());
    });
}

async fn read(file: Chosen) -> Option<String> {
    if file.bytes() > LONGEST {
        return None;
    }
    let json = Json::parse(&file.text().await?)?;
    json.text("format").filter(|format| format == FORMAT)?;
    json.text("order")
}
