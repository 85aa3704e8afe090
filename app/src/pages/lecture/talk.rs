//! The lecture in its window: what keys and other windows want is done, and all are told.
use super::address::{channel_name, keep_address, session_name};
use crate::browser::{Channel, clock, guard_for_window, random_name, read_for_window};
use crate::state::Interest;
use crate::state::lecture::{Command, Lecture, Word};
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// A handle on the lecture.
#[derive(Clone)]
pub(super) struct Talk {
    /// The lecture.
    pub lecture: Rc<RefCell<Lecture>>,
    /// Its name.
    pub session: AttrValue,
    channel: Rc<Option<Channel>>,
    redraw: UseForceUpdateHandle,
}

impl PartialEq for Talk {
    fn eq(&self, other: &Talk) -> bool {
        Rc::ptr_eq(&self.lecture, &other.lecture)
    }
}

impl Talk {
    /// Does what the presenter wants, and tells everybody.
    pub(super) fn take(&self, command: Command) {
        self.lecture.borrow_mut().take(command, clock());
        self.tell();
    }

    /// Tells the other windows how it stands, keeps it, and draws it.
    pub(super) fn tell(&self) {
        let told = {
            let lecture = self.lecture.borrow();
            keep_address(&lecture, &self.session);
            Word::Tell(lecture.told()).write()
        };
        guard_for_window(&channel_name(&self.session), &told);
        if let Some(channel) = &*self.channel {
            channel.say(&told);
        }
        self.redraw.force_update();
    }

    /// Tells the other windows that the room has left.
    pub(super) fn left(&self) {
        self.channel.iter().for_each(|channel| channel.say(&Word::Left.write()));
    }

    /// Can other windows hear of it?
    pub(super) fn is_heard(&self) -> bool {
        self.channel.is_some()
    }

    fn is_playing(&self) -> bool {
        self.lecture.borrow().lab().is_playing()
    }
}

/// A lecture that is given in this window.
#[hook]
pub(super) fn use_talk(lecture: &Rc<RefCell<Lecture>>) -> Talk {
    let redraw = use_force_update();
    let session = use_memo((), |()| AttrValue::from(session_name().unwrap_or_else(random_name)));
    let wish = use_mut_ref(|| None::<Talk>);
    let channel = {
        let (wish, session) = (wish.clone(), session.clone());
        use_memo((), move |()| {
            Channel::open(&channel_name(&session), move |text| {
                let talk = wish.borrow().clone();
                match (talk, Word::parse(&text)) {
                    (Some(talk), Some(Word::Do(command))) => talk.take(command),
                    (Some(talk), Some(Word::Ask)) => talk.tell(),
                    _ => (),
                }
            })
        })
    };
    let session = (*session).clone();
    let talk = Talk { lecture: lecture.clone(), session, channel, redraw };
    *wish.borrow_mut() = Some(talk.clone());
    {
        let (talk, wish) = (talk.clone(), wish.clone());
        use_effect_with((), move |()| {
            let kept = read_for_window(&channel_name(&talk.session));
            if let Some(Word::Tell(told)) = kept.and_then(|text| Word::parse(&text)) {
                talk.lecture.borrow_mut().take_up(&told);
            }
            talk.tell();
            let lab = talk.lecture.borrow().lab().clone();
            let teller = {
                let talk = talk.clone();
                Callback::from(move |()| {
                    // While a wish is being done, it tells when it is.
                    if talk.lecture.try_borrow_mut().is_ok() && !talk.is_playing() {
                        talk.tell();
                    }
                })
            };
            let id = lab.listen(Interest::Run, teller);
            move || {
                lab.leave(id);
                *wish.borrow_mut() = None;
            }
        });
    }
    talk
}
