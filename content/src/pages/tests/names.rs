//! Everything that can be met without seeing it has a name, and headings make an outline.
use super::{Seen, find, repeated};
use scraper::{ElementRef, Html};

pub(super) fn pictures(seen: &Seen, _: &[Seen]) -> Vec<String> {
    nameless(&seen.html)
}

/// Pictures that are neither named nor decoration.
fn nameless(html: &Html) -> Vec<String> {
    let has = |one: &ElementRef<'_>, name: &str| one.value().attr(name).is_some();
    let pictures = find(html, "img, svg").into_iter().filter(|one| {
        let named = has(one, "aria-label") || has(one, "aria-labelledby");
        match one.value().name() {
            "img" => !has(one, "alt"),
            _ => one.value().attr("aria-hidden") != Some("true") && !named,
        }
    });
    pictures.map(|one| format!("a {} without a name", one.value().name())).collect()
}

/// Regions of a page are told apart.
pub(super) fn regions(seen: &Seen, _: &[Seen]) -> Vec<String> {
    let regions = find(&seen.html, "nav").into_iter();
    repeated(regions.map(|nav| nav.value().attr("aria-label").unwrap_or_default()))
}

/// Links and headings say something.
pub(super) fn words(seen: &Seen, _: &[Seen]) -> Vec<String> {
    let all = find(&seen.html, "a, summary, h1, h2, h3, h4, h5").into_iter();
    let silent = all.filter(|one| {
        one.value().attr("aria-label").is_none() && one.text().all(|text| text.trim().is_empty())
    });
    silent.map(|one| format!("an empty {}", one.html())).collect()
}

pub(super) fn outline(seen: &Seen, _: &[Seen]) -> Vec<String> {
    jumps(&seen.html)
}

/// Headings that leave out a level.
fn jumps(html: &Html) -> Vec<String> {
    let headings = find(html, "h1, h2, h3, h4, h5");
    let level = |one: &ElementRef<'_>| one.value().name().as_bytes()[1];
    let pairs = headings.windows(2).filter(|pair| level(&pair[1]) > level(&pair[0]) + 1);
    pairs
        .map(|pair| {
            let [one, next] = [&pair[0], &pair[1]].map(|one| one.value().name());
            format!("{one} is followed by {next}: {}", pair[1].text().collect::<String>())
        })
        .collect()
}

#[test]
fn what_has_no_name_is_found() {
    let html = Html::parse_document("<img src=\"a\"><svg></svg><svg role=\"img\"></svg>");
    assert_eq!(nameless(&html).len(), 3);
}

#[test]
fn an_outline_that_jumps_is_found() {
    let html = Html::parse_document("<h1>A</h1><h3>B</h3><h2>C</h2>");
    assert_eq!(jumps(&html), ["h1 is followed by h3: B"]);
}
