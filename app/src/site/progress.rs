//! How far the reader is: what has been read to its end, and where on the page one stands.
use super::life;
use crate::browser::{self, Element, Sight, add, places, places_in, set_if};
use crate::hooks::keep;
use crate::state::{Progress, Read, is_enough};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// Everything above a line through the upper third of the window, however far.
const ABOVE: &str = "10000000px 0px -66% 0px";

/// A strip at that line.
const LINE: &str = "-33% 0px -66% 0px";

/// Begins to follow the reader.
pub(super) fn begin() {
    watch_ends();
    mark_links();
    follow(places("nav.here a[href^='#']"), ABOVE, target);
    follow(places("nav.side a[data-item]"), LINE, section);
    for nav in places("nav.pass") {
        follow(places_in(&nav, "a[href^='#']"), LINE, target);
    }
}

fn kept() -> Read {
    Read::parse(&browser::read(Read::NAME).unwrap_or_default()).0
}

/// A section or a pass, and how it stands with it.
struct Stretch {
    /// What is kept for it.
    word: String,
    element: Element,
    /// For so many seconds some of it was to be seen.
    seconds: Cell<u32>,
    is_seen: Cell<bool>,
    /// Its end was to be seen.
    is_ended: Cell<bool>,
    /// It has been read, and that is kept.
    is_counted: Cell<bool>,
}

impl Stretch {
    fn new(word: String, element: Element) -> Stretch {
        let (seconds, is_seen, is_ended, is_counted) = Default::default();
        Stretch { word, element, seconds, is_seen, is_ended, is_counted }
    }

    /// A second goes by.
    fn wait(&self) {
        self.seconds.set(self.seconds.get() + u32::from(self.is_seen.get()));
    }

    /// Has it been read since it was counted?
    fn is_read(&self) -> bool {
        let may = self.is_ended.get() && !self.is_counted.get();
        may && is_enough(self.seconds.get(), words(&self.element))
    }
}

/// How many words the paragraphs of an element have.
fn words(element: &Element) -> usize {
    let text = |one: &Element| one.text_content().unwrap_or_default();
    let paragraphs = places_in(element, "p");
    paragraphs.iter().map(|one| text(one).split_whitespace().count()).sum()
}

/// Sections and passes count as read when their end was in sight, which an element without size
/// says, and they themselves for as long as reading takes.
fn watch_ends() {
    let (mut stretches, mut ends) = (Vec::new(), Vec::new());
    let mut put = |word: String, element: &Element| {
        if let Some(end) = add(element, "span", "end", "") {
            ends.push(end);
            stretches.push(Stretch::new(word, element.clone()));
        }
    };
    for article in places("article[data-item]") {
        let Some(item) = article.get_attribute("data-item") else { continue };
        for pass in places_in(&article, "section.pass[data-pass]") {
            let name = pass.get_attribute("data-pass").unwrap_or_default();
            put(format!("{item}/{name}"), &pass);
        }
        put(item, &article);
    }
    if stretches.is_empty() {
        return;
    }
    let elements: Vec<_> = stretches.iter().map(|one| one.element.clone()).collect();
    let all = Rc::new(stretches);
    let (seen, ended) = (all.clone(), all.clone());
    life::watch(Sight::start(&elements, "0px", move |place, is_seen| {
        seen.get(place).inspect(|one| one.is_seen.set(is_seen));
    }));
    life::watch(Sight::start(&ends, "0px", move |place, is_seen| {
        ended.get(place).filter(|_| is_seen).inspect(|one| one.is_ended.set(true));
    }));
    life::every_second(move || count(&all));
}

/// A second has gone by: counts it, and keeps what has been read by now.
fn count(all: &[Stretch]) {
    if browser::is_away() {
        return;
    }
    all.iter().for_each(Stretch::wait);
    // Storage is looked at only where something may be new.
    let ready: Vec<_> = all.iter().filter(|one| one.is_read()).collect();
    if ready.is_empty() {
        return;
    }
    let mut read = kept();
    let new: Vec<bool> = ready.iter().map(|one| read.add(&one.word)).collect();
    ready.iter().for_each(|one| one.is_counted.set(true));
    if new.contains(&true) {
        keep(Read::NAME, &read.write());
        mark_links();
    }
}

/// Marks the links to sections that were read: by shape, and in a word.
fn mark_links() {
    let read = kept();
    for link in places("nav.side a[data-item], nav.here a[data-item]") {
        let progress = link.get_attribute("data-item").map(|item| read.of(&item));
        let (class, word) = match progress {
            Some(Progress::Whole) => ("mark read", ", read"),
            Some(Progress::Begun) => ("mark begun", ", begun"),
            _ => continue,
        };
        places_in(&link, ".mark").iter().for_each(Element::remove);
        if let Some(mark) = add(&link, "span", class, "") {
            add(&mark, "span", "vh", word);
        }
    }
}

/// The heading or the pass that a link leads to.
fn target(link: &Element) -> Option<Element> {
    browser::named(&link.get_attribute("href")?)
}

/// The section whose heading a link leads to.
fn section(link: &Element) -> Option<Element> {
    target(link)?.closest("article[data-item]").ok().flatten()
}

/// Says which of some links leads to where the reader is: the last whose target is in the room.
fn follow(links: Vec<Element>, room: &str, target: fn(&Element) -> Option<Element>) {
    let known = links.into_iter().filter_map(|link| target(&link).map(|target| (link, target)));
    let (links, targets): (Vec<_>, Vec<_>) = known.unzip();
    let inside = RefCell::new(vec![false; links.len()]);
    life::watch(Sight::start(&targets, room, move |place, seen| {
        let mut inside = inside.borrow_mut();
        if let Some(known) = inside.get_mut(place) {
            *known = seen;
        }
        let current = inside.iter().rposition(|inside| *inside);
        for (place, link) in links.iter().enumerate() {
            set_if(link, "aria-current", "location", current == Some(place));
        }
        // What is beside the text scrolls by itself.
        let link = current.and_then(|place| links.get(place));
        if let Some(nav) = link.and_then(|link| link.closest("nav").ok().flatten()) {
            browser::keep_in_view(&nav, "[aria-current=location]");
        }
    }));
}
