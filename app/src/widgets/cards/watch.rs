//! When a card comes and goes: by hovering, by the focus, by a tap.
use super::card::{LINKS, card, has_card};
use crate::browser::{
    Element, Key, Listening, at, before_document, is_touch, on_document, put_beside, set_if,
    shows_focus,
};
use gloo::timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use yew::prelude::*;

/// So many milliseconds a pointer rests on a link before the card comes.
const COMES: u32 = 350;

/// So many milliseconds a card stays for a pointer that is on its way to it.
const STAYS: u32 = 300;

/// What is shown, and what is about to happen.
struct Watch {
    draw: Callback<()>,
    shown: RefCell<Option<Element>>,
    /// What a timer waits for: a link whose card will come, or nothing if the card will go.
    coming: RefCell<Option<Element>>,
    timer: RefCell<Option<Timeout>>,
    /// The last pointer that was pressed is a finger.
    touch: Cell<bool>,
}

/// The link with a card that an event is about.
fn link(event: &Event) -> Option<Element> {
    at(event, LINKS).filter(has_card)
}

impl Watch {
    fn new(draw: Callback<()>) -> Rc<Watch> {
        Rc::new(Watch {
            draw,
            shown: RefCell::default(),
            coming: RefCell::default(),
            timer: RefCell::default(),
            touch: Cell::new(false),
        })
    }

    fn show(&self, link: Option<Element>) {
        self.timer.take();
        self.shown.replace(link);
        self.draw.emit(());
    }

    /// Shows a card, or none, after a while.
    fn later(self: &Rc<Watch>, millis: u32, link: Option<Element>) {
        let waits = self.timer.borrow().is_some();
        if waits && *self.coming.borrow() == link {
            return;
        }
        self.coming.replace(link);
        let watch = self.clone();
        let timer = Timeout::new(millis, move || watch.show(watch.coming.take()));
        self.timer.replace(Some(timer));
    }

    fn is_shown(&self, link: Option<&Element>) -> bool {
        self.shown.borrow().as_ref() == link
    }

    /// A pointer is over something.
    fn over(self: &Rc<Watch>, event: &Event) {
        if is_touch(event) {
            return;
        }
        let link = link(event);
        match &link {
            Some(_) if !self.is_shown(link.as_ref()) => self.later(COMES, link),
            // On the link or on its card: it stays.
            _ if link.is_some() || at(event, ".card").is_some() => drop(self.timer.take()),
            _ if self.is_shown(None) => drop(self.timer.take()),
            _ => self.later(STAYS, None),
        }
    }

    /// The focus is on something.
    fn focused(&self, event: &Event) {
        let link = link(event).filter(shows_focus);
        if link.is_some() || (!self.is_shown(None) && at(event, ".card").is_none()) {
            self.show(link);
        }
    }

    /// A click: the first tap on a link shows its card, and does not follow it.
    fn clicked(&self, event: &Event) {
        let link = link(event);
        if self.touch.get() && link.is_some() && !self.is_shown(link.as_ref()) {
            event.prevent_default();
            return self.show(link);
        }
        let leads_on = at(event, "a").is_some();
        if leads_on || at(event, ".card").is_none() {
            self.show(None);
        }
    }

    fn listen(self: &Rc<Watch>) -> [Listening; 5] {
        let with = |does: fn(&Rc<Watch>, &Event)| {
            let watch = self.clone();
            move |event: &Event| does(&watch, event)
        };
        [
            on_document("pointerover", with(Watch::over)),
            on_document("focusin", with(|watch, event| watch.focused(event))),
            before_document("click", with(|watch, event| watch.clicked(event))),
            on_document("pointerdown", with(|watch, event| watch.touch.set(is_touch(event)))),
            before_document(
                "keydown",
                with(|watch, event| {
                    if Key::pressed(event) == Key::Escape && !watch.is_shown(None) {
                        watch.show(None);
                    }
                }),
            ),
        ]
    }
}

/// The card of the link that the reader is at, if there is one. While it is there, the link is
/// described by it.
#[component]
pub fn Cards() -> Html {
    let again = use_force_update();
    let watch = use_mut_ref(|| Watch::new(Callback::from(move |()| again.force_update())));
    let watch = watch.borrow().clone();
    {
        let watch = watch.clone();
        use_effect_with((), move |()| {
            let listening = watch.listen();
            move || drop(listening)
        });
    }
    let place = use_node_ref();
    let shown = watch.shown.borrow().clone();
    {
        let place = place.clone();
        use_effect_with(shown.clone(), move |shown| {
            let link = shown.clone();
            if let (Some(link), Some(card)) = (&link, place.cast::<Element>()) {
                put_beside(&card, link);
                set_if(link, "aria-describedby", "card-says", true);
            }
            move || link.iter().for_each(|link| set_if(link, "aria-describedby", "", false))
        });
    }
    shown.map_or_else(Html::default, |link| card(&link, place))
}
