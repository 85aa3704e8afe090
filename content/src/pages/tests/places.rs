//! Places and marks for the program are as docs/pages.md says.
use super::{Seen, find, values};
use scraper::{ElementRef, Selector};

/// The passes of a section are where its links lead.
pub(super) fn passes(seen: &Seen, _: &[Seen]) -> Vec<String> {
    let links = find(&seen.html, "article[data-item] nav.pass a").into_iter();
    let links = links.filter_map(|link| link.value().attr("href"));
    let passes = find(&seen.html, "article[data-item] section.pass[data-pass]");
    let ids: Vec<_> = passes.iter().filter_map(|pass| pass.value().attr("id")).collect();
    let lost = links.filter(|link| !ids.contains(&link.trim_start_matches('#')));
    lost.map(|link| format!("{link} is no pass")).collect()
}

/// A section is listed beside the text and at the head of the page.
pub(super) fn sections(seen: &Seen, _: &[Seen]) -> Vec<String> {
    let articles = find(&seen.html, "article[data-item]");
    let items = articles.iter().filter_map(|article| article.value().attr("data-item"));
    let listed = |item: &str| {
        let links = ["side", "here"].map(|nav| format!("nav.{nav} a[data-item='{item}']"));
        links.iter().all(|link| find(&seen.html, link).len() == 1)
    };
    items.filter(|item| !listed(item)).map(|item| format!("{item} is not listed")).collect()
}

/// A heading with an address links to itself.
pub(super) fn headings(seen: &Seen, _: &[Seen]) -> Vec<String> {
    let headings = find(&seen.html, "article.prose :is(h2, h3, h4, h5)[id]").into_iter();
    let alone = headings.filter(|heading| {
        let id = heading.value().attr("id").unwrap_or_default();
        !has(heading, &format!("a[href='#{id}']"))
    });
    alone.map(|heading| format!("no link in {}", heading.html())).collect()
}

/// A lab stands in the text with a figure and words.
pub(super) fn labs(seen: &Seen, _: &[Seen]) -> Vec<String> {
    let labs = find(&seen.html, "[data-lab]").into_iter();
    let bare = labs.filter(|lab| {
        lab.value().attr("data-stage").is_none()
            || !has(lab, "figure.still > .figurebox:has(> svg) + figcaption")
    });
    bare.map(|lab| format!("nothing stands in {}", lab.html())).collect()
}

/// The book has so much of all this that the checks above have something to find.
pub(super) fn enough(all: &[Seen]) -> Vec<String> {
    let least = [("section.pass", 6), ("[data-lab]", 3), ("nav.here a[data-item]", 2)];
    let count = |what: &str| all.iter().map(|seen| find(&seen.html, what).len()).sum::<usize>();
    let few = least.into_iter().filter(|(what, least)| count(what) < *least);
    few.map(|(what, least)| format!("fewer than {least} of `{what}`")).collect()
}

/// On paper nothing runs, nothing is folded, and labs are figures.
pub(super) fn paper(all: &[Seen]) -> Vec<String> {
    let Some(print) = all.iter().find(|seen| seen.page.kind == "print") else {
        return vec!["there is no page for paper".into()];
    };
    let marks = ["data-lab", "data-compass", "data-flow", "data-item", "data-exercise"];
    let runs = marks.iter().filter(|mark| !values(&print.html, mark).is_empty());
    let mut wrong: Vec<_> = runs.map(|mark| format!("{mark} on paper")).collect();
    if !find(&print.html, "main details:not([open])").is_empty() {
        wrong.push("something is folded on paper".into());
    }
    if find(&print.html, "div.still > .figurebox").len() < 2 {
        wrong.push("nothing stands for diagrams on paper".into());
    }
    if find(&print.html, "figure.still > .figurebox > img.narrow + svg.figure").len() < 3 {
        wrong.push("labs on paper have no figures".into());
    }
    wrong
}

fn has(element: &ElementRef<'_>, selector: &str) -> bool {
    let selector = Selector::parse(selector).expect("it is a selector");
    element.select(&selector).next().is_some()
}
