//! Everything that can be met without seeing it has a name, and headings make an outline.
use super::{every, find, repeated};
use scraper::{ElementRef, Html};

#[test]
fn pictures_have_names_or_are_decoration() {
    every(|seen| nameless(&seen.html));
    let html = Html::parse_document("<img src=\"a\"><svg></svg><svg role=\"img\"></svg>");
    assert_eq!(nameless(&html).len(), 3);
}

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

#[test]
fn regions_of_a_page_are_told_apart() {
    every(|seen| {
        let regions = find(&seen.html, "nav");
        let names = regions.iter().map(|nav| nav.value().attr("aria-label").unwrap_or_default());
        repeated(names)
    });
}

#[test]
fn links_and_headings_say_something() {
    every(|seen| {
        let all = find(&seen.html, "a, summary, h1, h2, h3, h4, h5").into_iter();
        let silent = all.filter(|one| {
            one.value().attr("aria-label").is_none()
                && one.text().all(|text| text.trim().is_empty())
        });
        silent.map(|one| format!("an empty {}", one.html())).collect()
    });
}

#[test]
fn headings_make_an_outline() {
    every(|seen| jumps(&seen.html));
    let html = Html::parse_document("<h1>A</h1><h3>B</h3><h2>C</h2>");
    assert_eq!(jumps(&html), ["h1 is followed by h3: B"]);
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
