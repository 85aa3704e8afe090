//! How far the reader is: what has been read to its end, and where on the page one stands.
use super::life;
use crate::browser::{self, Element, Sight, add, places, places_in, set_if};
use crate::state::{Progress, Read};
use std::cell::RefCell;

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

/// What comes to an end where: an element without size at the end of each section and pass, and
/// the word that is kept for it.
fn watch_ends() {
    let (mut ends, mut words) = (Vec::new(), Vec::new());
    for article in places("article[data-item]") {
        let Some(item) = article.get_attribute("data-item") else { continue };
        for pass in places_in(&article, "section.pass[data-pass]") {
            let name = pass.get_attribute("data-pass").unwrap_or_default();
            words.push(format!("{item}/{name}"));
            ends.extend(add(&pass, "span", "end", ""));
        }
        words.push(item);
        ends.extend(add(&article, "span", "end", ""));
    }
    life::watch(Sight::start(&ends, "0px", move |place, seen| {
        let mut read = kept();
        if seen && words.get(place).is_some_and(|word| read.add(word)) {
            browser::write(Read::NAME, &read.write());
            mark_links();
        }
    }));
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
    }));
}
