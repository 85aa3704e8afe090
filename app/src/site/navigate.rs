//! From one page to the next: links, back and forward, and where the reader was on each.
use super::life;
use super::link::{Way, way};
use super::over::{self, Over, Wish};
use super::trail::{Entry, Place, Trail};
use crate::browser::{
    self, Arrived, Link, base, before_document, on_document, on_window, opens_search, places,
};
use crate::hooks::{apply_settings, settings};
use crate::state::Setting;
use std::cell::{Cell, RefCell};
use wasm_bindgen_futures::spawn_local;
use yew::html;

thread_local! {
    static TRAIL: RefCell<Trail> = RefCell::default();
    /// How often a page was asked for: only the last wish counts.
    static WISHES: Cell<u32> = const { Cell::new(0) };
    /// The path of the page that is shown; the address is ahead of it while another is fetched.
    static SHOWN: RefCell<String> = RefCell::default();
}

/// Takes the page over that the browser has loaded, and all that follow.
pub fn start() {
    let kept = browser::read_for_window(Trail::NAME).unwrap_or_default();
    TRAIL.set(Trail::parse(&kept));
    for place in places("#over") {
        life::mount_for_ever(place, html! { <Over /> });
    }
    life::begin();
    take_over();
    on_document("click", |event| {
        if let Some(link) = Link::clicked(event) {
            follow(&link, || event.prevent_default());
        }
    })
    .for_ever();
    // Some browsers tell of a place on the page by the one, some by the other.
    for name in ["popstate", "hashchange"] {
        on_window(name, |_| turned()).for_ever();
    }
    on_window("pagehide", |_| {
        remember();
        // Whoever comes back finds the browser in charge until the program is there.
        browser::scroll_by_ourselves(false);
    })
    .for_ever();
    on_window("pageshow", |_| browser::scroll_by_ourselves(true)).for_ever();
    on_window("storage", |_| apply_settings()).for_ever();
    before_document("keydown", |event| {
        if opens_search(event, settings().0.is_on(Setting::Keys)) {
            event.prevent_default();
            over::wish(Wish::Search);
        }
    })
    .for_ever();
}

/// The first page: a new entry, or one that was loaded again.
fn take_over() {
    browser::scroll_by_ourselves(true);
    SHOWN.set(Link::here().path);
    let known = browser::entry().and_then(|entry| Entry::parse(&entry));
    let place = known.and_then(|entry| TRAIL.with_borrow_mut(|trail| trail.turn_to(entry).1));
    match (known, place) {
        (_, Some(place)) => browser::scroll_block_to(place.block, place.below),
        (None, None) => mark(TRAIL.with_borrow_mut(Trail::onward)),
        _ => {}
    }
    let hash = Link::here().hash;
    if browser::is_hidden(&hash) {
        // The browser could not go there while it was hidden.
        browser::reveal(&hash);
        browser::go_to(&hash);
        mark(TRAIL.with_borrow(Trail::here));
    }
}

fn mark(entry: Entry) {
    browser::mark_entry(&entry.write());
}

/// Keeps where the reader is on the page.
fn remember() {
    let (block, below) = browser::first_block().unwrap_or_default();
    let place = Place { block, below, link: browser::focused_link() };
    let kept = TRAIL.with_borrow_mut(|trail| {
        trail.leave(place);
        trail.write()
    });
    browser::write_for_window(Trail::NAME, &kept);
}

/// A link is followed; if the program does it, the browser must be kept from it.
fn follow(link: &Link, prevent: impl FnOnce()) {
    match way(link, &Link::here(), &base()) {
        Way::Browser => {}
        Way::Here => {
            remember();
            browser::reveal(&link.hash);
        }
        Way::Page => {
            prevent();
            show(link.clone(), None);
        }
    }
}

/// The browser went to another entry, or made one for a place on the page.
fn turned() {
    let here = Link::here();
    let Some(entry) = browser::entry().and_then(|entry| Entry::parse(&entry)) else {
        return unmarked(here);
    };
    if entry == TRAIL.with_borrow(Trail::here) {
        return;
    }
    remember();
    let (same, place) = TRAIL.with_borrow_mut(|trail| trail.turn_to(entry));
    match same {
        true => stand(&here.hash, place),
        false => show(here, Some(place)),
    }
}

/// An entry that we have not marked: a place on the page, or another page if a mark was spoilt.
fn unmarked(here: Link) {
    if SHOWN.with_borrow(|path| *path == here.path) {
        // Not every browser lets the next stop be the first one behind a place that it went to.
        browser::reveal(&here.hash).iter().for_each(browser::begin_at);
        return mark(TRAIL.with_borrow_mut(Trail::within));
    }
    remember();
    mark(TRAIL.with_borrow_mut(Trail::onward));
    show(here, Some(None));
}

/// Fetches a page and shows it. `back` is where the reader was on it, if the browser went back or
/// forward to it.
fn show(link: Link, back: Option<Option<Place>>) {
    let wish = WISHES.get().wrapping_add(1);
    WISHES.set(wish);
    spawn_local(async move {
        let arrived = browser::page(&link.address()).await;
        if wish != WISHES.get() {
            return;
        }
        match arrived {
            Arrived::Page(fetched) => {
                if back.is_none() {
                    remember();
                    let entry = TRAIL.with_borrow_mut(Trail::onward).write();
                    browser::add_entry(&entry, &format!("{}{}", fetched.address, link.hash));
                }
                life::end();
                if !browser::exchange(&fetched) {
                    return browser::load_again();
                }
                SHOWN.set(Link::here().path);
                life::begin();
                over::wish(Wish::Say(browser::title()));
                stand(&link.hash, back.flatten());
            }
            // The address says already where the reader wants to be.
            _ if back.is_some() => browser::load_again(),
            Arrived::Other => browser::load(&format!("{}{}", link.address(), link.hash)),
            Arrived::Nothing => over::wish(Wish::Trouble(
                "That page could not be loaded; are you offline? This one stays.".into(),
            )),
        }
    });
}

/// Scrolls to where the reader was or wants to be, and lets reading begin there.
fn stand(hash: &str, place: Option<Place>) {
    let target = browser::reveal(hash);
    match (&target, place) {
        (_, Some(place)) => browser::scroll_block_to(place.block, place.below),
        (Some(_), None) => {
            // Only the browser can make it the target that styles know.
            browser::go_to(hash);
            mark(TRAIL.with_borrow(Trail::here));
        }
        (None, None) => browser::scroll_to_top(),
    }
    let link = place.and_then(|place| place.link);
    if link.is_some_and(browser::focus_link) {
        return;
    }
    let begin = target.or_else(|| places("#text, [data-slot=play]").into_iter().next());
    begin.iter().for_each(browser::begin_at);
}
