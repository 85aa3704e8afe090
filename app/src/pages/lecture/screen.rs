//! The lecture as the room sees it.
use super::super::Shared;
use super::super::lab::menu;
use super::super::patterns::use_patterns;
use super::address::notes_address;
use super::answers::{answers, question, reveal, tally};
use super::dialogs::dialogs;
use super::hands::{Over, use_over};
use super::join::join;
use super::load::{all_stages, slides};
use super::notes::minutes;
use super::side::{strip_view, telling};
use super::talk::{Talk, use_talk};
use crate::browser::{choose, clock, query};
use crate::controls::piece;
use crate::hooks::{LabProps, apply_settings, settings};
use crate::state::lecture::{Command, Lecture, Step, parse_order};
use crate::state::{Focus, Opening, Setting};
use crate::widgets::stage::{FAR_WIDTH, Stage, StageProps};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// What a lecture gets.
#[derive(Clone, PartialEq, Properties)]
pub struct LectureViewProps {
    /// The scenario of the page.
    pub scenario: Shared,
    /// Where it begins.
    pub opening: Opening,
    /// What could not be understood.
    pub notice: Option<String>,
    /// The presenter goes back to the lab.
    pub on_leave: Callback<(Shared, Opening)>,
}

type Loaded = (Rc<RefCell<Lecture>>, Option<String>);

/// Puts the slides together, and gives the lecture.
#[component]
pub fn LectureView(props: &LectureViewProps) -> Html {
    let loaded = use_state(|| None::<Loaded>);
    {
        let (loaded, props) = (loaded.setter(), props.clone());
        use_effect_with((), move |()| {
            spawn_local(async move { loaded.set(load(&props).await) });
        });
    }
    match &*loaded {
        None => html! { <p class="waiting" role="status">{ "Setting the stage …" }</p> },
        Some((lecture, notice)) => html! {
            <Room lecture={Given(lecture.clone())} notice={notice.clone()}
                on_leave={props.on_leave.clone()} />
        },
    }
}

/// The slides that the address asks for; those of the scenario where it asks for none, or for none
/// that is known.
async fn load(props: &LectureViewProps) -> Option<Loaded> {
    let mut notice = props.notice.clone();
    if let Some(text) = query("order") {
        let (order, odd) = parse_order(&text);
        let (found, unknown) = slides(&order).await;
        let empty = found.is_empty().then(|| "The running order is empty.".to_owned());
        notice = odd.or(unknown).or(empty).or(notice);
        let at = query("stage").and_then(|stage| stage.parse::<usize>().ok()).unwrap_or(1);
        if let Some(lecture) = Lecture::new(found, at.saturating_sub(1), clock()) {
            return Some((Rc::new(RefCell::new(lecture)), notice));
        }
    }
    let (slides, at) = all_stages(&props.scenario.0, &props.opening);
    Some((Rc::new(RefCell::new(Lecture::new(slides, at, clock())?)), notice))
}

/// A lecture, the same if it is the very same.
#[derive(Clone)]
struct Given(Rc<RefCell<Lecture>>);

impl PartialEq for Given {
    fn eq(&self, other: &Given) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[derive(Clone, PartialEq, Properties)]
struct RoomProps {
    lecture: Given,
    notice: Option<String>,
    on_leave: Callback<(Shared, Opening)>,
}

/// The projector's colours, unless the presenter has chosen others.
#[hook]
fn use_projector() {
    use_effect_with((), |()| {
        let usual = settings().0.of(Setting::Theme) == Setting::Theme.usual();
        if usual && query("theme").is_none_or(|theme| !Setting::Theme.knows(&theme)) {
            choose("theme", Some("projector"));
        }
        apply_settings
    });
}

#[component]
fn Room(props: &RoomProps) -> Html {
    use_projector();
    let talk = use_talk(&props.lecture.0);
    let over = use_over(&talk, &props.on_leave);
    let focus = use_reducer(Focus::default);
    let patterns = use_patterns();
    let lecture = talk.lecture.borrow();
    let lab = lecture.lab().clone();
    let looked = LabProps { lab: lab.clone(), focus };
    let on_menu = over.on_menu.clone();
    let stage = StageProps { lab: lab.clone(), width: FAR_WIDTH, on_menu };
    html! {
        <main class={classes!("lab", "lecture", over.pointer.then_some("points"))} id="text"
            tabindex="-1" aria-label="Lecture" data-step={lecture.step().name()}
            onpointermove={over.on_move.clone()}>
            { patterns }
            { head(&talk, &lecture, &over) }
            <section class="st" aria-label="The run">
                { piece::<Stage>(stage) }
            </section>
            <section class="sd" aria-label="What is told">
                { side((&talk, over.counted), &lecture, &looked) }
            </section>
            <section class="tl2" aria-label="The time of the run">{ strip_view(&looked) }</section>
            { join(&lecture) }
            { odd(&talk, &lecture, &over, props.notice.as_ref()) }
            if over.pointer {
                <div ref={over.dot.clone()} class="pointer" aria-hidden="true"></div>
            }
            if lecture.is_black() {
                <div class="black" role="status">
                    <span class="vh">{ "The screen is black. Any key wakes it." }</span>
                </div>
            }
            { dialogs(over.open, &talk, over.on_shut.clone()) }
            if let Some(request) = over.menu {
                { menu(lab.clone(), request, over.on_shut.clone()) }
            }
        </main>
    }
}

/// What could not be understood or done, and how to do it by hand.
fn odd(talk: &Talk, lecture: &Lecture, over: &Over, notice: Option<&String>) -> Html {
    let Some(says) = over.notice.as_ref().or(notice.filter(|_| !over.read)) else {
        return html! {};
    };
    let address = over.blocked.then(|| AttrValue::from(notes_address(lecture, &talk.session)));
    html! {
        <div class="odd" role="alert">
            <p>
                { says }
                if let Some(href) = address {
                    { " " }<a href={href.clone()} target="_blank">{ href }</a>
                }
            </p>
        </div>
    }
}

/// The headline, where the talk is, and the time if it is wanted.
fn head(talk: &Talk, lecture: &Lecture, over: &Over) -> Html {
    let headline = &lecture.slide().stage().headline;
    let size = match headline.len() {
        0..=52 => "",
        53..=66 => "long",
        _ => "longer",
    };
    let count = lecture.slides().len();
    let one = |place: usize| {
        let talk = talk.clone();
        let here = place == lecture.at();
        let onclick = Callback::from(move |_: MouseEvent| talk.take(Command::Jump(place)));
        html! {
            <li>
                <button aria-current={here.then_some("step")} tabindex="-1" {onclick}
                    aria-label={format!("Stage {}", place + 1)}>{ place + 1 }</button>
            </li>
        }
    };
    html! {
        <header>
            <h1 class={size}>{ headline }</h1>
            <div class="where">
                if !over.read { <span class="hint">{ "? keys" }</span> }
                { step(talk, "Back", "‹", Command::Back) }{ step(talk, "On", "›", Command::Next) }
                if over.timer { <span class="timer">{ minutes(clock() - lecture.since()) }</span> }
                if count <= 5 { <ol>{ for (0..count).map(one) }</ol> }
                <span>{ format!("{} of {count}", lecture.at() + 1) }</span>
            </div>
        </header>
    }
}

/// A step for fingers, which have no keys.
fn step(talk: &Talk, name: &'static str, sign: &'static str, command: Command) -> Html {
    let talk = talk.clone();
    let onclick = Callback::from(move |_: MouseEvent| talk.take(command));
    html! { <button class="step" aria-label={name} tabindex="-1" {onclick}>{ sign }</button> }
}

fn side(counting: (&Talk, Option<usize>), lecture: &Lecture, looked: &LabProps) -> Html {
    let stage = lecture.slide().stage();
    match lecture.step() {
        Step::Headline => html! {
            <>
                <p class="of">{ &lecture.slide().scenario.title }</p>
                <p class="q">{ &stage.title }</p>
                { telling(looked) }
            </>
        },
        Step::Question => {
            html! { <>{ question(&stage.question) }{ answers(counting, lecture) }</> }
        }
        Step::Run => html! {
            <>{ question(&stage.question) }{ tally(lecture) }{ telling(looked) }</>
        },
        Step::Reveal => html! { <>{ answers(counting, lecture) }{ reveal(&stage.reveal) }</> },
    }
}
