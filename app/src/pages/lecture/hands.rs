//! The hands of the presenter: keys, the pointer, and what they open.
use super::super::Shared;
use super::address::{keep_left, notes_address};
use super::dialogs::Open;
use super::keys::{COUNT, Wish, wish_of};
use super::talk::Talk;
use crate::browser::{
    Element, Frames, at, before_document, focus, open_window, places, pointer, put_at,
    toggle_full_screen,
};
use crate::hooks::use_watch;
use crate::state::lecture::{Command, Lecture, Step};
use crate::state::{Interest, MenuRequest, Opening};
use gloo::timers::callback::Interval;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// What lies over the lecture, and is seen in no other window.
pub(super) struct Over {
    /// The dialog that is open.
    pub open: Option<Open>,
    /// The menu that is open.
    pub menu: Option<MenuRequest>,
    /// The choice whose hands are being counted.
    pub counted: Option<usize>,
    /// A dot follows the mouse.
    pub pointer: bool,
    /// The time is shown.
    pub timer: bool,
    /// The speaker window was not allowed to open.
    pub blocked: bool,
    /// What was said of the address has been read: the presenter has gone on.
    pub read: bool,
    /// What is said.
    pub notice: Option<String>,
    /// The dot.
    pub dot: NodeRef,
    /// The mouse moves.
    pub on_move: Callback<PointerEvent>,
    /// Opens a menu.
    pub on_menu: Callback<MenuRequest>,
    /// Shuts the dialog or the menu.
    pub on_shut: Callback<()>,
}

/// What is over the lecture now.
#[derive(Clone, Copy, Default)]
struct Now {
    open: Option<Open>,
    menu: Option<MenuRequest>,
    pointer: bool,
    timer: bool,
    blocked: bool,
    unheard: bool,
    read: bool,
    /// The choice that had the last hand.
    last: Option<usize>,
    /// Its hands as they are typed, while they are.
    typed: Option<u16>,
    /// Whoever leaves once more leaves.
    leaving: bool,
}

/// What is over the lecture, for those who change it between two drawings.
#[derive(Clone)]
struct Held {
    set: UseStateSetter<Now>,
    here: Rc<RefCell<Now>>,
}

impl Held {
    fn change(&self, change: impl FnOnce(&mut Now)) {
        change(&mut self.here.borrow_mut());
        self.set.set(*self.here.borrow());
    }
}

/// What lies over the lecture.
#[hook]
pub(super) fn use_over(talk: &Talk, on_leave: &Callback<(Shared, Opening)>) -> Over {
    let now = use_state(Now::default);
    let held = Held { set: now.setter(), here: use_mut_ref(Now::default) };
    use_keys(talk, on_leave, &held);
    use_passing(talk);
    use_ticking(now.timer);
    let dot = use_node_ref();
    let on_move = {
        let dot = dot.clone();
        Callback::from(move |event: PointerEvent| {
            dot.cast::<Element>().iter().for_each(|dot| put_at(dot, pointer(&event)));
        })
    };
    let on_menu = {
        let (held, talk) = (held.clone(), talk.clone());
        Callback::from(move |request: MenuRequest| {
            talk.lecture.borrow().lab().set_playing(false);
            held.change(|now| now.menu = Some(request));
        })
    };
    let on_shut = Callback::from(move |()| {
        held.change(|now| {
            uncover(now);
        });
    });
    let Now { open, menu, pointer, timer, blocked, read, last: counted, .. } = *now;
    Over {
        open,
        menu,
        counted,
        pointer,
        timer,
        blocked,
        read,
        notice: notice(&now).map(ToOwned::to_owned),
        dot,
        on_move,
        on_menu,
        on_shut,
    }
}

/// Listens to the keys wherever the focus is.
#[hook]
fn use_keys(talk: &Talk, on_leave: &Callback<(Shared, Opening)>, held: &Held) {
    let (talk, on_leave, held) = (talk.clone(), on_leave.clone(), held.clone());
    use_effect_with((), move |()| {
        let listening = before_document("keydown", move |event| {
            let black = talk.lecture.borrow().is_black();
            let Some(wish) = (if black { Some(Wish::Do(Command::Black)) } else { wish_of(event) })
            else {
                return;
            };
            event.prevent_default();
            event.stop_propagation();
            if at(event, COUNT).is_some() && wish != Wish::Nothing {
                // The keys belong to the lecture again.
                places("main.lecture").first().map(focus);
            }
            let mut next = *held.here.borrow();
            next.read = true;
            let leaving = std::mem::take(&mut next.leaving);
            match wish {
                Wish::Leave if next.blocked || next.unheard => {
                    (next.blocked, next.unheard) = (false, false);
                }
                Wish::Leave if leaving => return leave(&talk, &on_leave),
                Wish::Leave => next.leaving = true,
                _ => next = does(&talk, wish, next),
            }
            held.change(|now| *now = next);
        });
        move || drop(listening)
    });
}

fn notice(now: &Now) -> Option<&'static str> {
    match (now.blocked, now.unheard, now.leaving) {
        (true, ..) => Some("The browser did not let the speaker window open. Open it by hand:"),
        (_, true, _) => Some("This browser has no channel between windows: no speaker window."),
        (.., true) => Some("Escape once more leaves the lecture; any other key stays in it."),
        _ => None,
    }
}

fn does(talk: &Talk, wish: Wish, now: Now) -> Now {
    let mut next = now;
    next.typed = None;
    match wish {
        Wish::Do(command) => {
            // Whoever goes on while something lies over the slide sees the slide first.
            let covered = uncover(&mut next);
            if !(covered && matches!(command, Command::Next | Command::Back)) {
                go(talk, command, &mut next);
            }
        }
        Wish::Raise(choice) => {
            (next.last, next.typed) = (Some(choice), Some(0));
            talk.take(Command::Raise(choice, 1));
        }
        Wish::Digit(digit) => match (now.typed, digit) {
            (Some(typed), _) if talk.lecture.borrow().step() == Step::Question => {
                let wanted = (typed * 10 + digit as u16).min(999);
                next.typed = Some(wanted);
                let last = now.last.unwrap_or_default();
                let now = raised(&talk.lecture.borrow(), last);
                talk.take(Command::Raise(last, wanted as i16 - now as i16));
            }
            (_, 0) => (),
            _ => go(talk, Command::Jump(digit - 1), &mut next),
        },
        Wish::Again(by) => {
            let last = *next.last.get_or_insert_default();
            talk.take(Command::Raise(last, by));
        }
        Wish::FullScreen => toggle_full_screen(),
        Wish::Notes => {
            let address = notes_address(&talk.lecture.borrow(), &talk.session);
            next.unheard = !talk.is_heard();
            let name = format!("notes-{}", talk.session);
            next.blocked = talk.is_heard() && !open_window(&address, &name);
        }
        Wish::Pointer => next.pointer = !now.pointer,
        Wish::Timer => next.timer = !now.timer,
        Wish::Help => next.open = Some(Open::Help),
        Wish::Order => next.open = Some(Open::Order),
        Wish::Code => next.open = Some(Open::Code),
        Wish::Leave | Wish::Return | Wish::Nothing => (),
    }
    next
}

/// Shuts what lies over the slide. Was there anything?
fn uncover(now: &mut Now) -> bool {
    now.open.take().is_some() | now.menu.take().is_some()
}

/// Does it; where another slide comes of it, nothing of the one before stays in hand.
fn go(talk: &Talk, command: Command, next: &mut Now) {
    let before = talk.lecture.borrow().at();
    talk.take(command);
    if talk.lecture.borrow().at() != before {
        next.last = None;
        places("main.lecture").first().map(focus);
    }
}

fn raised(lecture: &Lecture, choice: usize) -> u16 {
    lecture.hands().get(choice).copied().unwrap_or_default()
}

/// Back to the lab, which stands as the lecture stood.
fn leave(talk: &Talk, on_leave: &Callback<(Shared, Opening)>) {
    talk.left();
    let (scenario, opening) = {
        let lecture = talk.lecture.borrow();
        keep_left(&lecture, &talk.session);
        lecture.lab().set_playing(false);
        let session = lecture.lab().session();
        (Shared(session.scenario().clone()), session.opening())
    };
    on_leave.emit((scenario, opening));
}

/// Time passes while the run plays.
#[hook]
fn use_passing(talk: &Talk) {
    let lab = talk.lecture.borrow().lab().clone();
    use_watch(&lab, Interest::Run);
    let lecture = talk.lecture.clone();
    use_effect_with(lab.is_playing(), move |playing| {
        let pass = move |seconds| {
            if let Ok(lecture) = lecture.try_borrow() {
                lecture.pass(seconds);
            }
        };
        let frames = playing.then(|| Frames::start(pass));
        move || drop(frames)
    });
}

/// The time goes on where it is shown.
#[hook]
fn use_ticking(shown: bool) {
    let again = use_force_update();
    use_effect_with(shown, move |shown| {
        let ticking = shown.then(|| Interval::new(1_000, move || again.force_update()));
        move || drop(ticking)
    });
}
