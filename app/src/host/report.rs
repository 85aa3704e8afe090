//! What becomes of a run, told to its host: not more often than anybody can follow.
use super::message::{LabState, Message, seconds};
use crate::state::{Interest, Lab, Session};
use crate::words::{breach, breach_at};
use engine::consistency::Verdict;
use gloo::timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use yew::Callback;

/// So many milliseconds lie between two reports.
const APART: u32 = 200;

/// Reports as long as it lives.
pub(super) struct Report {
    lab: Lab,
    listening: u32,
    /// It ends with this.
    _waiting: Rc<RefCell<Option<Timeout>>>,
}

impl Report {
    /// Tells of changes from now on.
    pub(super) fn start(lab: &Lab, tell: Callback<Message>) -> Report {
        let waiting = Rc::new(RefCell::new(None::<Timeout>));
        let broken = Rc::new(RefCell::new(broken(&lab.session())));
        let is_due = Rc::new(Cell::new(false));
        let (later, looked) = (waiting.clone(), lab.clone());
        let on_change = Callback::from(move |()| {
            if is_due.replace(true) {
                return;
            }
            let (is_due, lab) = (is_due.clone(), looked.clone());
            let (broken, tell) = (broken.clone(), tell.clone());
            let told = Timeout::new(APART, move || {
                is_due.set(false);
                report(&lab, &broken, &tell);
            });
            *later.borrow_mut() = Some(told);
        });
        let listening = lab.listen(Interest::Tick, on_change);
        Report { lab: lab.clone(), listening, _waiting: waiting }
    }
}

impl Drop for Report {
    fn drop(&mut self) {
        self.lab.leave(self.listening);
        self._waiting.take();
    }
}

fn broken(session: &Session) -> Vec<bool> {
    session.conclusions().iter().map(|(.., verdict)| verdict.witness().is_some()).collect()
}

fn report(lab: &Lab, known: &RefCell<Vec<bool>>, tell: &Callback<Message>) {
    let messages = {
        let session = lab.session();
        let before = known.replace(broken(&session));
        let state = LabState::of(&session, lab.is_playing());
        let mut messages = vec![Message::State { state }];
        for (place, (service, check, verdict)) in session.conclusions().iter().enumerate() {
            if let Verdict::Violated(found) = verdict
                && !before.get(place).copied().unwrap_or_default()
            {
                let service = &session.scenario().cast.info(*service).name;
                messages.push(Message::Violation {
                    invariant: format!("{service}.{}", check.slug()),
                    at: seconds(breach_at(&session, found)),
                    text: breach(&session, found),
                });
            }
        }
        messages
    };
    // What the host does then may be a command to this lab.
    messages.into_iter().for_each(|message| tell.emit(message));
}
