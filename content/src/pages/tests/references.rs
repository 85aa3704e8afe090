//! Whatever is referred to is there: ids are unique, links and their anchors lead somewhere.
use super::{BASE, Seen, every, parsed, repeated, values};
use scraper::Html;
use std::collections::BTreeSet;

#[test]
fn ids_are_unique() {
    every(|seen| repeated(values(&seen.html, "id")));
    let html = Html::parse_document("<p id=\"a\"></p><p id=\"a\"></p>");
    assert_eq!(repeated(values(&html, "id")), ["`a` is there again"]);
}

#[test]
fn what_names_another_element_finds_it() {
    every(|seen| dangling(&seen.html));
    let html = Html::parse_document("<p id=\"a\" aria-labelledby=\"a b\"></p>");
    assert_eq!(dangling(&html), ["aria-labelledby leads to no `b`"]);
}

fn dangling(html: &Html) -> Vec<String> {
    let ids: BTreeSet<_> = values(html, "id").into_iter().collect();
    let names = ["aria-labelledby", "aria-describedby", "aria-controls", "for"];
    let named = names.iter().flat_map(|name| {
        let parts = values(html, name).into_iter().flat_map(str::split_whitespace);
        parts.map(move |id| (name, id)).collect::<Vec<_>>()
    });
    named
        .filter(|(_, id)| !ids.contains(id))
        .map(|(name, id)| format!("{name} leads to no `{id}`"))
        .collect()
}

#[test]
fn every_link_leads_somewhere() {
    let all = parsed();
    every(|seen| {
        let links = values(&seen.html, "href").into_iter();
        let inside = links.filter(|to| !to.starts_with("https://") && !to.starts_with("http://"));
        inside.filter_map(|to| wrong(&all, seen, to)).collect()
    });
    let home = &all[0];
    for lost in ["#nowhere", "/book/no/", "/book/glossary/#nowhere", "/chapter/1/", "glossary/"] {
        assert!(wrong(&all, home, lost).is_some(), "{lost}");
    }
    assert_eq!(wrong(&all, home, "/book/glossary/#lease"), None);
}

/// Files that others put beside the pages.
const FILES: [&str; 1] = ["manifest.webmanifest"];

/// What is wrong with a link on a page.
fn wrong(all: &[Seen], on: &Seen, to: &str) -> Option<String> {
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
