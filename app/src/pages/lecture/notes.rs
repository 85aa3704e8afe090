//! The speaker window: notes, what comes next, the time, and what the room sees.
use super::address::{channel_name, session_name};
use super::keys::{Wish, wish_of};
use super::load::slides;
use crate::browser::{Channel, before_document, clock};
use crate::state::lecture::{Command, Slide, Step, Told, Word, write_order};
use crate::words::seconds;
use engine::kernel::Instant;
use gloo::timers::callback::Interval;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// The window. It asks how the lecture stands as soon as it is there.
#[component]
pub fn NotesView() -> Html {
    let known = use_state(|| Rc::new(Vec::<Slide>::new()));
    let again = use_force_update();
    let Heard { told, left, channel } = use_heard();
    let say = {
        let channel = channel.clone();
        Callback::from(move |word: Word| {
            channel.iter().for_each(|channel| channel.say(&word.write()));
        })
    };
    {
        let say = say.clone();
        use_effect_with((), move |()| {
            say.emit(Word::Ask);
            let ticking = Interval::new(1_000, move || again.force_update());
            let keys = before_document("keydown", move |event| {
                let command = match wish_of(event) {
                    Some(Wish::Do(command)) => command,
                    Some(Wish::Digit(digit @ 1..)) => Command::Jump(digit - 1),
                    _ => return,
                };
                event.prevent_default();
                say.emit(Word::Do(command));
            });
            move || drop((ticking, keys))
        });
    }
    let order = told.as_ref().map(|told| write_order(&told.order)).unwrap_or_default();
    {
        let (known, told) = (known.setter(), told.clone());
        use_effect_with(order, move |_| {
            let order = told.as_ref().map(|told| told.order.clone()).unwrap_or_default();
            spawn_local(async move { known.set(Rc::new(slides(&order).await.0)) });
        });
    }
    let inside = match (channel.is_some(), &*told) {
        (false, _) => html! {
            <p class="notice" role="alert">
                { "The address names no lecture. Open the speaker window from the lecture, \
                   with s." }
            </p>
        },
        (true, None) => html! {
            <p class="notice" role="status">
                { "Waiting for the lecture: it must be open in this browser." }
            </p>
        },
        (true, Some(_)) if *left => html! {
            <p class="notice" role="alert">
                { "The room has left the lecture and sees the lab. Its Lecture button, or L,                    takes the lecture up again where it was." }
            </p>
        },
        (true, Some(told)) => in_step(told, &known, &say),
    };
    html! { <main class="notes" id="text" tabindex="-1"><h1 class="vh">{ "Speaker window" }</h1>
    { inside }</main> }
}

/// What the lecture has said last, and the way to it.
struct Heard {
    told: UseStateHandle<Option<Told>>,
    left: UseStateHandle<bool>,
    channel: Rc<Option<Channel>>,
}

/// Listens to the lecture that the address names.
#[hook]
fn use_heard() -> Heard {
    let told = use_state(|| None::<Told>);
    let left = use_state_eq(|| false);
    let channel = {
        let (told, left) = (told.setter(), left.setter());
        use_memo((), move |()| {
            Channel::open(&channel_name(&session_name()?), move |text| match Word::parse(&text) {
                Some(Word::Tell(news)) => {
                    told.set(Some(news));
                    left.set(false);
                }
                Some(Word::Left) => left.set(true),
                _ => (),
            })
        })
    };
    Heard { told, left, channel }
}

/// How the lecture stands.
fn in_step(told: &Told, slides: &[Slide], say: &Callback<Word>) -> Html {
    let Some(slide) = slides.get(told.at) else { return html! {} };
    let stage = slide.stage();
    let next = slides.get(told.at + 1);
    let button = |name: &'static str, command: Command| {
        let onclick = say.reform(move |_: MouseEvent| Word::Do(command));
        html! { <button class="btn-line" data-does={command.name()} {onclick}>{ name }</button> }
    };
    html! {
        <>
            <header>
                <p class="clock">
                    <b>{ minutes(clock() - told.since) }</b>{ planned(told, slides) }
                </p>
                <p>
                    { format!("{} of {}: ", told.at + 1, told.order.len()) }<b>{ &stage.title }</b>
                    <span class="i2">{ format!(" ({})", slide.scenario.title) }</span>
                </p>
                <p role="status" class={if told.black { "sees red" } else { "sees" }}>
                    { sees(told) }
                </p>
            </header>
            <section aria-label="Notes">
                <h2>{ &stage.headline }</h2>
                <p class="say">
                    { if stage.notes.is_empty() { "No notes." } else { &stage.notes } }
                </p>
                <h3 class="lbl">{ "The question" }</h3>
                <p>{ &stage.question }</p>
                { hands(told, slide) }
                <p class="i2">
                    { "Hands are counted in the room's window: Shift and A to D, then + − or a \
                       number. There ? lists all keys; most of them work here too." }
                </p>
                <h3 class="lbl">{ "What it shows" }</h3>
                <p>{ &stage.reveal }</p>
            </section>
            <section class="next" aria-label="Next">
                <h3 class="lbl">{ "Next" }</h3>
                if let Some(next) = next {
                    <p><b>{ &next.stage().title }</b>{ ". " }{ &next.stage().headline }</p>
                } else {
                    <p>{ "This is the last stage." }</p>
                }
            </section>
            <footer role="group" aria-label="Lecture">
                { button("Back", Command::Back) }
                { button("Next", Command::Next) }
                { button(if told.playing { "Pause" } else { "Play" }, Command::Play) }
                { button(if told.black { "Light" } else { "Black" }, Command::Black) }
                { button("Undo", Command::Undo) }
                { button("Reset", Command::Reset) }
                { button("Restart the clock", Command::Restart) }
            </footer>
        </>
    }
}

/// What the room sees.
fn sees(told: &Told) -> String {
    if told.black {
        return "The room sees: black.".into();
    }
    let what = match told.step {
        Step::Headline => "the headline",
        Step::Question => "the question and its choices",
        Step::Run => "the run",
        Step::Reveal => "what it showed",
    };
    let plays = if told.playing { ", playing" } else { "" };
    format!("The room sees: {what}, at {}{plays}.", seconds(told.now - Instant(0), 2))
}

fn hands(told: &Told, slide: &Slide) -> Html {
    let one = |(place, choice): (usize, &engine::scenario::Choice)| {
        let raised = told.hands[told.at].get(place).copied().unwrap_or_default();
        html! {
            <li class={choice.right.then_some("is")}>
                { &choice.text }
                if raised > 0 { <b>{ format!(" {raised}") }</b> }
                if choice.right { <span class="i2">{ " (right)" }</span> }
            </li>
        }
    };
    html! { <ol type="A">{ for slide.stage().choices.iter().enumerate().map(one) }</ol> }
}

/// "12:34".
pub(super) fn minutes(millis: f64) -> String {
    let seconds = (millis / 1_000.0).max(0.0) as u64;
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// When this stage should be over, and the whole talk, by the plan of the stages.
fn planned(told: &Told, slides: &[Slide]) -> String {
    let plan = |slides: &[Slide]| -> u64 {
        slides.iter().map(|slide| u64::from(slide.stage().minutes.unwrap_or(0))).sum()
    };
    let here = plan(&slides[..=told.at]);
    format!(" of {}:00 planned up to here, {}:00 in all", here, plan(slides))
}
