//! Whatever is referred to is there: ids are unique, links and their anchors lead somewhere.
use super::{BASE, Seen, repeated, seen, values};
use crate::pages::frame::Page;
use scraper::Html;
use std::collections::BTreeSet;

/// Files that others put beside the pages.
const FILES: [&str; 2] = ["manifest.webmanifest", "icons/apple-touch-icon.png"];

/// Ids are unique, and what names another element finds it.
pub(super) fn ids(seen: &Seen, _: &[Seen]) -> Vec<String> {
    let mut wrong = repeated(values(&seen.html, "id"));
    wrong.extend(dangling(&seen.html));
    wrong
}

fn dangling(html: &Html) -> Vec<String> {
    let ids: BTreeSet<_> = values(html, "id").into_iter().collect();
    let names = ["aria-labelledby", "aria-describedby", "aria-controls", "for"];
    let named = names.iter().flat_map(|name| {
        let parts = values(html, name).into_iter().flat_map(str::split_whitespace);
        parts.map(move |id| (name, id)).collect::<Vec<_>>()
    });
    let lost = named.filter(|(_, id)| !ids.contains(id));
    lost.map(|(name, id)| format!("{name} leads to no `{id}`")).collect()
}

/// Every link leads somewhere.
pub(super) fn links(seen: &Seen, all: &[Seen]) -> Vec<String> {
    let links = values(&seen.html, "href").into_iter();
    let inside = links.filter(|to| !to.starts_with("https://") && !to.starts_with("http://"));
    inside.filter_map(|to| lost(all, seen, to)).collect()
}

/// What is wrong with a link on a page.
fn lost(all: &[Seen], on: &Seen, to: &str) -> Option<String> {
    let (path, id) = to.split_once('#').unwrap_or((to, ""));
    let path = path.split('?').next().unwrap_or_default();
    let page = match path.strip_prefix(BASE) {
        // What the shell says of its own files is read by the page's build.
        _ if path.starts_with("static/") || path == "app/Cargo.toml" => return None,
        Some(file) if FILES.contains(&file) => return None,
        Some(below) => all.iter().find(|seen| seen.page.path == below),
        None if path.is_empty() => Some(on),
        None => None,
    };
    let Some(page) = page else { return Some(format!("`{to}` leads to no page")) };
    let is_there = id.is_empty() || values(&page.html, "id").contains(&id);
    (!is_there).then(|| format!("`{to}` leads to no place on its page"))
}

fn page(path: &str, text: &str) -> Seen {
    let [path, title, says, side, inside] = [path, "", "", "", ""].map(str::to_owned);
    seen(text.to_owned(), Page { kind: "works", path, title, says, side, text: inside })
}

#[test]
fn a_link_that_leads_nowhere_is_found() {
    let all = [page("", "<p id=\"a\">"), page("works/", "<p id=\"b\">")];
    for good in ["#a", "/book/", "/book/works/", "/book/works/#b", "/book/works/?stage=2#b"] {
        assert_eq!(lost(&all, &all[0], good), None);
    }
    for bad in ["#b", "/book/works/#a", "/book/no/", "/works/", "works/"] {
        assert!(lost(&all, &all[0], bad).is_some(), "{bad}");
    }
}

#[test]
fn a_name_that_finds_nothing_is_found() {
    let html = Html::parse_document("<p id=\"a\" aria-labelledby=\"a b\"></p><p id=\"a\">");
    assert_eq!(dangling(&html), ["aria-labelledby leads to no `b`"]);
    assert_eq!(repeated(values(&html, "id")), ["`a` is there again"]);
}
