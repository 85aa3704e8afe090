//! What stands around a text is the same everywhere, and each page says which it is.
use super::{SOURCES, Seen, every, find, parsed, repeated};
use scraper::Html;
use std::collections::BTreeSet;

/// Kinds that docs/pages.md names.
const KINDS: [&str; 13] = [
    "home",
    "chapter",
    "glossary",
    "evidence",
    "invariants",
    "models",
    "works",
    "labs",
    "lab",
    "play",
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

fn not_once(html: &Html, parts: &[&str]) -> Vec<String> {
    let counts = parts.iter().map(|part| (part, find(html, part).len()));
    counts.filter(|(_, count)| *count != 1).map(|(part, n)| format!("{n} of `{part}`")).collect()
}

#[test]
fn every_kind_is_there_and_no_path_twice() {
    let kinds: BTreeSet<_> = SOURCES.iter().map(|(page, _)| page.kind).collect();
    assert_eq!(kinds, BTreeSet::from(KINDS));
    let again = repeated(SOURCES.iter().map(|(page, _)| page.path.as_str()));
    assert!(again.is_empty(), "{again:?}");
}

#[test]
fn the_frame_is_whole() {
    every(|seen| {
        let kind = format!("#page[data-kind={}]", seen.page.kind);
        let mut wrong = not_once(&seen.html, &ONCE);
        wrong.extend(not_once(&seen.html, &[&kind]));
        if seen.page.kind != "play" {
            wrong.extend(not_once(&seen.html, &ONCE_IN_PROSE));
        }
        wrong
    });
    let html = Html::parse_document("<main id=\"text\"></main><h1>A</h1><h1>B</h1>");
    assert_eq!(not_once(&html, &["main#text", "h1"]), ["2 of `h1`"]);
}

#[test]
fn no_text_is_left_where_something_was_to_be_put() {
    every(|seen| {
        let left = ['\u{e000}', '\u{e001}'].map(String::from);
        let left = left.into_iter().chain(["<!-- ".into(), "style=".into()]);
        left.filter(|one| seen.text.contains(one.as_str())).collect()
    });
}

#[test]
fn titles_and_descriptions_tell_pages_apart() {
    let says = |seen: &Seen| {
        let meta = find(&seen.html, "meta[name=description]");
        let says = meta.first().and_then(|meta| meta.value().attr("content"));
        says.unwrap_or_default().to_owned()
    };
    let title = |seen: &Seen| {
        find(&seen.html, "head > title").iter().flat_map(|title| title.text()).collect::<String>()
    };
    let pages = parsed();
    let of_all = [pages.iter().map(says).collect::<Vec<_>>(), pages.iter().map(title).collect()];
    for texts in of_all {
        let again = repeated(texts.iter().map(String::as_str));
        assert!(again.is_empty(), "{again:?}");
        assert!(texts.iter().all(|text| text.trim().len() > 8), "{texts:?}");
    }
}
