//! What stands around a text is the same everywhere, and each page says which it is.
use super::{Seen, find, repeated};
use scraper::Html;
use std::collections::BTreeSet;

/// Kinds that docs/pages.md names.
const KINDS: [&str; 16] = [
    "home",
    "chapter",
    "glossary",
    "evidence",
    "invariants",
    "models",
    "incidents",
    "works",
    "labs",
    "lab",
    "play",
    "prepare",
    "embed",
    "search",
    "print",
    "unknown",
];

/// What any page has exactly once.
const ONCE: [&str; 8] = [
    "html[lang][data-release]",
    "head > link[rel=manifest]",
    "body > #page",
    "body > #over",
    "#page main#text[tabindex='-1']",
    "h1",
    "a.skip[href='#text']",
    "header.site nav",
];

/// What any page has once that does not belong to a lab.
const ONCE_IN_PROSE: [&str; 4] = [
    "#page > .skip:nth-child(1)",
    "#page > header.site > [data-slot=tools]",
    "#page > .spread > main.page",
    "#page > footer.foot",
];

/// What may not be left in a finished page: places that were to be filled, and styles that a
/// strict policy blocks.
const LEFT: [&str; 5] = ["\u{e000}", "\u{e001}", "\u{e002}", "<!-- ", "style="];

/// Every kind is there, and no path twice.
pub(super) fn kinds(all: &[Seen]) -> Vec<String> {
    let found: BTreeSet<_> = all.iter().map(|seen| seen.page.kind).collect();
    let promised = BTreeSet::from(KINDS);
    let strange = found.symmetric_difference(&promised).map(|kind| format!("kind {kind}"));
    strange.chain(repeated(all.iter().map(|seen| seen.page.path.as_str()))).collect()
}

pub(super) fn whole(seen: &Seen, _: &[Seen]) -> Vec<String> {
    let kind = format!("#page[data-kind={}]", seen.page.kind);
    let mut wrong = not_once(&seen.html, &ONCE);
    wrong.extend(not_once(&seen.html, &[&kind]));
    if seen.page.kind != "play" {
        wrong.extend(not_once(&seen.html, &ONCE_IN_PROSE));
    }
    wrong
}

fn not_once(html: &Html, parts: &[&str]) -> Vec<String> {
    let counts = parts.iter().map(|part| (part, find(html, part).len()));
    counts.filter(|(_, count)| *count != 1).map(|(part, n)| format!("{n} of `{part}`")).collect()
}

pub(super) fn filled(seen: &Seen, _: &[Seen]) -> Vec<String> {
    let left = LEFT.iter().filter(|left| seen.text.contains(**left));
    left.map(|left| format!("`{left}` is left")).collect()
}

/// Titles and descriptions are there, and no other page has the same.
pub(super) fn told_apart(seen: &Seen, all: &[Seen]) -> Vec<String> {
    let mut wrong = Vec::new();
    for text in [title, says] {
        let own = text(&seen.html);
        let same = all.iter().filter(|other| text(&other.html) == own).count();
        if own.trim().len() < 8 || same != 1 {
            wrong.push(format!("{same} pages are called `{own}`"));
        }
    }
    wrong
}

fn title(html: &Html) -> String {
    find(html, "head > title").iter().flat_map(|title| title.text()).collect()
}

fn says(html: &Html) -> String {
    let says = find(html, "meta[name=description]");
    let says = says.first().and_then(|meta| meta.value().attr("content"));
    says.unwrap_or_default().to_owned()
}

#[test]
fn what_is_there_twice_is_found() {
    let html = Html::parse_document("<main id=\"text\"></main><h1>A</h1><h1>B</h1>");
    assert_eq!(not_once(&html, &["main#text", "h1", "nav"]), ["2 of `h1`", "0 of `nav`"]);
    assert_eq!(repeated(["a", "b", "a"]), ["`a` is there again"]);
}
