//! The menu as a whole: its entries, or the form that one of them leads to.
use super::draft::Draft;
use super::form::Form;
use super::offers::{Way, offers};
use super::palette::{every_fault, listed, offered};
use super::script::script;
use crate::browser::{
    Element, Key, click_in, focus_beside, focus_in, hold_height, points_with_fingers,
};
use crate::controls::Dialog;
use crate::state::{Lab, MenuRequest, Subject};
use crate::words::subject;
use engine::faults::{Fault, FaultKind, Target};
use engine::kernel::{Cut, Instant};
use engine::timeline::Act;
use yew::prelude::*;

/// What a menu gets.
#[derive(Clone, PartialEq, Properties)]
pub struct MenuProps {
    /// The run.
    pub lab: Lab,
    /// For what, and where.
    pub request: MenuRequest,
    /// It is closed.
    pub on_close: Callback<()>,
}

/// What a menu shows.
#[derive(Clone, PartialEq)]
pub(super) enum Page {
    /// Its entries.
    Top,
    /// The form for a fault.
    Ask(Draft, Doing),
}

/// What becomes of a fault that is asked for.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Doing {
    /// It strikes now.
    Strike,
    /// It strikes now, and this cut is healed.
    Instead(Cut),
    /// It is put in the place of an act.
    Replace(usize),
}

/// What has the focus first on each page of a menu. Where a finger points, the field has not: it
/// would bring up keys over half of what is offered.
const FIRST: &str = ".offer, input, select, .btn-solid";

/// What the arrow keys walk through.
const WALK: &str = ".sift, .offer";

/// The menu.
#[component]
pub fn Menu(props: &MenuProps) -> Html {
    let MenuProps { lab, request, on_close } = props.clone();
    let page = use_state(|| first_page(&lab, &request.subject));
    let way = use_state(Way::default);
    let typed = use_state(String::new);
    let inside = use_node_ref();
    {
        let inside = inside.clone();
        let asks = matches!(*page, Page::Ask(..));
        use_effect_with(asks, move |_| {
            if let Some(inside) = inside.cast::<Element>() {
                hold_height(&inside, ".sift ~ .deeds");
                if points_with_fingers() || !focus_in(&inside, ".sift") {
                    focus_in(&inside, FIRST);
                }
            }
        });
    }
    let go = {
        let page = page.clone();
        Callback::from(move |to| page.set(to))
    };
    let heading = subject(&lab.session(), &request.subject);
    let title = match &*page {
        Page::Top => heading,
        Page::Ask(draft, Doing::Replace(_)) => draft.kind.card().title.to_owned(),
        Page::Ask(draft, _) => format!("{heading}: {}", draft.kind.card().title),
    };
    let wide = request.subject == Subject::Anything && *page == Page::Top;
    let class = if wide { "menu wide" } else { "menu" };
    html! {
        <Dialog {title} near={request.at} {class} on_close={on_close.clone()}>
            <div ref={inside.clone()} onkeydown={keys(&inside, &typed)}>
                {
                    match &*page {
                        Page::Top => top(props, &way, &typed, &go),
                        Page::Ask(draft, doing) => ask(props, draft, *doing, &go),
                    }
                }
            </div>
        </Dialog>
    }
}

fn first_page(lab: &Lab, subject: &Subject) -> Page {
    let session = lab.session();
    match *subject {
        Subject::Act(place) => match session.line().script().acts().get(place) {
            Some(act) => Page::Ask(Draft::of_act(act), Doing::Replace(place)),
            None => Page::Top,
        },
        _ => Page::Top,
    }
}

/// Arrow keys go from the field to the first entry and from entry to entry, and what is typed on
/// an entry goes into the field. Enter in the field takes the first entry that fits, Escape takes
/// back what was typed, and only then closes.
fn keys(inside: &NodeRef, typed: &UseStateHandle<String>) -> Callback<KeyboardEvent> {
    let (inside, typed) = (inside.clone(), typed.clone());
    Callback::from(move |event: KeyboardEvent| {
        let (Some(inside), Some(on)) =
            (inside.cast::<Element>(), event.target_dyn_into::<Element>())
        else {
            return;
        };
        let (seeks, is_entry) = (on.class_name() == "sift", on.class_name() == "offer");
        let walks = seeks || on.tag_name() == "BUTTON";
        match Key::of(&event) {
            Key::Up if walks => focus_beside(&inside, WALK, -1),
            Key::Down if walks => focus_beside(&inside, WALK, 1),
            Key::Enter if seeks && !typed.trim().is_empty() => click_in(&inside, ".offer"),
            Key::Enter if seeks => {}
            Key::Escape if !typed.is_empty() && focus_in(&inside, ".sift") => {
                typed.set(String::new());
                event.stop_propagation();
            }
            Key::Sign(_) if is_entry => {
                // The browser puts the sign where the focus is now.
                focus_in(&inside, ".sift");
                return;
            }
            _ => return,
        }
        event.prevent_default();
    })
}

fn top(
    props: &MenuProps,
    way: &UseStateHandle<Way>,
    typed: &UseStateHandle<String>,
    go: &Callback<Page>,
) -> Html {
    let MenuProps { lab, request, on_close } = props;
    let strike = {
        let (lab, on_close) = (lab.clone(), on_close.clone());
        Callback::from(move |fault| {
            lab.change(|session| session.act(&[fault]));
            on_close.emit(());
        })
    };
    let entries = || {
        let offers = offers(&lab.session(), &request.subject, **way);
        listed(offered(lab, offers, go, &strike), typed)
    };
    match request.subject {
        Subject::Anything => {
            html! { <>{ script(lab, go) }{ listed(every_fault(lab, go), typed) }</> }
        }
        Subject::Link(..) => html! { <>{ ways(lab, &request.subject, way) }{ entries() }</> },
        Subject::Cut(cut) => {
            let move_it = {
                let go = go.clone();
                Callback::from(move |_: MouseEvent| {
                    go.emit(Page::Ask(Draft::of_cut(&cut), Doing::Instead(cut)));
                })
            };
            html! {
                <>
                    { entries() }
                    <button class="offer" onclick={move_it}>
                        <b>{ "Move it …" }</b><span>{ "Other hosts fall on its sides." }</span>
                    </button>
                </>
            }
        }
        Subject::Message(name) => {
            let frame = lab.session().frame();
            let found = frame.messages.iter().find(|message| message.name == name);
            let doom = found.and_then(|message| message.doom);
            html! {
                <>
                    if let Some(doom) = doom {
                        <p class="i2">{ format!("It will not arrive: {}.", doom.name()) }</p>
                    }
                    { entries() }
                </>
            }
        }
        Subject::Host(_) | Subject::Act(_) => entries(),
    }
}

/// In which direction a link is to be struck.
fn ways(lab: &Lab, of: &Subject, way: &UseStateHandle<Way>) -> Html {
    let Subject::Link(a, b) = *of else { return html! {} };
    let session = lab.session();
    let [a, b] = [a, b].map(|host| session.scenario().cast.host_name(host).to_owned());
    let choice = |(to, name): (Way, String)| {
        let way = way.clone();
        let checked = *way == to;
        let onchange = Callback::from(move |_: Event| way.set(to));
        html! {
            <label class="tick">
                <input type="radio" name="way" {checked} {onchange} />{ name }
            </label>
        }
    };
    let names = [
        (Way::Both, "Both ways".to_owned()),
        (Way::There, format!("{a} → {b}")),
        (Way::Back, format!("{b} → {a}")),
    ];
    html! {
        <fieldset class="ticks"><legend>{ "Direction" }</legend>{ for names.map(choice) }</fieldset>
    }
}

fn ask(props: &MenuProps, draft: &Draft, doing: Doing, go: &Callback<Page>) -> Html {
    let MenuProps { lab, request, on_close } = props.clone();
    let (is_act, back) =
        (matches!(request.subject, Subject::Act(_)), go.reform(|_: MouseEvent| Page::Top));
    let on_apply = {
        let (lab, draft, go, on_close) = (lab.clone(), draft.clone(), go.clone(), on_close.clone());
        Callback::from(move |(fault, at, done): (Fault, Option<Instant>, bool)| {
            let place = carry_out(&lab, doing, fault, at);
            match (done, place) {
                (false, Some(place)) => go.emit(Page::Ask(draft.clone(), Doing::Replace(place))),
                _ => on_close.emit(()),
            }
        })
    };
    let on_remove = match doing {
        Doing::Replace(place) => {
            let lab = lab.clone();
            Some(Callback::from(move |()| {
                lab.change(|session| session.remove(place));
                on_close.emit(());
            }))
        }
        _ => None,
    };
    html! {
        <>
            if !is_act { <button class="btn-line back" onclick={back}>{ "Back" }</button> }
            <Form {lab} draft={draft.clone()} {on_apply} {on_remove} />
        </>
    }
}

/// Does what a form asks for. The answer is the act's place, where it stands in for another.
fn carry_out(lab: &Lab, doing: Doing, fault: Fault, at: Option<Instant>) -> Option<usize> {
    lab.change(|session| match (doing, at) {
        (Doing::Replace(place), Some(at)) => Some(session.replace(place, Act { at, fault })),
        (Doing::Instead(cut), _) => {
            let healed = match cut.one_way {
                true => Target::OneWay(cut.from, cut.to),
                false => Target::Sides(cut.from, cut.to),
            };
            session.act(&[Fault::new(FaultKind::Heal, healed), fault]);
            None
        }
        _ => {
            session.act(&[fault]);
            None
        }
    })
}
