//! What runs on the page that is shown: it begins when the page comes, and ends before it goes.
use super::desk;
use super::tools::Tools;
use super::{exercises, labs, progress, spoilt};
use crate::browser::{Element, Listening, Sight, places};
use crate::hooks::apply_settings;
use crate::pages::{Play, prepare};
use crate::widgets::embedding::offers;
use gloo::timers::callback::Interval;
use std::cell::RefCell;
use yew::prelude::*;
use yew::{AppHandle, Renderer};

/// What ends with the page.
#[derive(Default)]
struct Running {
    roots: Vec<AppHandle<Root>>,
    sights: Vec<Sight>,
    listening: Vec<Listening>,
    timers: Vec<Interval>,
}

thread_local! {
    static RUNNING: RefCell<Running> = RefCell::default();
}

#[derive(PartialEq, Properties)]
struct RootProps {
    content: Html,
}

/// One kind of root for all that is mounted: each kind has its price in the page.
#[component]
fn Root(props: &RootProps) -> Html {
    props.content.clone()
}

/// Puts something that runs into a place of the page, instead of what stands there.
pub(super) fn mount(place: Element, content: Html) {
    let root = Renderer::<Root>::with_root_and_props(place, RootProps { content }).render();
    RUNNING.with_borrow_mut(|running| running.roots.push(root));
}

/// Puts something that outlives every page into its place.
pub(super) fn mount_for_ever(place: Element, content: Html) {
    Renderer::<Root>::with_root_and_props(place, RootProps { content }).render();
}

/// Something that is watched as long as the page is shown.
pub(super) fn watch(sight: Sight) {
    RUNNING.with_borrow_mut(|running| running.sights.push(sight));
}

/// Something that is listened to as long as the page is shown.
pub(super) fn listen(listening: Listening) {
    RUNNING.with_borrow_mut(|running| running.listening.push(listening));
}

/// Something that is done every second as long as the page is shown.
pub(super) fn every_second(does: impl FnMut() + 'static) {
    let timer = Interval::new(1_000, does);
    RUNNING.with_borrow_mut(|running| running.timers.push(timer));
}

/// A page has come: brings it to life.
pub(super) fn begin() {
    apply_settings();
    for place in places("[data-slot=tools]") {
        mount(place, html! { <Tools /> });
    }
    for place in places("[data-slot=play]") {
        if let Some(id) = place.get_attribute("data-id") {
            mount(place, html! { <Play {id} /> });
        }
    }
    for place in places("[data-slot=search]") {
        mount(place, desk::search_page());
    }
    for place in places("[data-slot=prepare]") {
        mount(place, prepare());
    }
    for place in places("[data-slot=embed]") {
        let labs = offers(&place);
        mount(place, desk::embedding(labs));
    }
    labs::begin();
    progress::begin();
    exercises::begin();
    spoilt::begin();
}

/// The page is about to go: ends what runs on it.
pub(super) fn end() {
    let ended = RUNNING.take();
    ended.roots.into_iter().for_each(AppHandle::destroy);
}
