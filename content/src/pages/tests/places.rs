//! Places and marks for the program are as docs/pages.md says.
use super::{every, find, parsed, values};

#[test]
fn a_section_has_passes_that_its_links_lead_to() {
    every(|seen| {
        let articles = find(&seen.html, "article[data-item] nav.pass a");
        let links = articles.iter().filter_map(|link| link.value().attr("href"));
        let passes = find(&seen.html, "article[data-item] section.pass[data-pass]");
        let ids: Vec<_> = passes.iter().filter_map(|pass| pass.value().attr("id")).collect();
        let lost = links.filter(|link| !ids.contains(&link.trim_start_matches('#')));
        lost.map(|link| format!("{link} is no pass")).collect()
    });
    let passes = parsed().into_iter().map(|seen| find(&seen.html, "section.pass").len());
    assert!(passes.sum::<usize>() >= 6, "the chapters have passes");
}

#[test]
fn a_section_is_listed_beside_the_text_and_at_its_head() {
    every(|seen| {
        let articles = find(&seen.html, "article[data-item]");
        let items = articles.iter().filter_map(|article| article.value().attr("data-item"));
        let listed = |item: &str| {
            let links = ["side", "here"].map(|nav| format!("nav.{nav} a[data-item='{item}']"));
            links.iter().all(|link| find(&seen.html, link).len() == 1)
        };
        items.filter(|item| !listed(item)).map(|item| format!("{item} is not listed")).collect()
    });
}

#[test]
fn a_heading_with_an_address_links_to_itself() {
    every(|seen| {
        let headings = find(&seen.html, "article.prose :is(h2, h3, h4, h5)[id]").into_iter();
        let alone = headings.filter(|heading| {
            let id = heading.value().attr("id").unwrap_or_default();
            let link = format!("a[href='#{id}']");
            let link = scraper::Selector::parse(&link).expect("it is a selector");
            heading.select(&link).next().is_none()
        });
        alone.map(|heading| format!("no link in {}", heading.html())).collect()
    });
}

#[test]
fn labs_stand_in_the_text_with_a_figure_and_words() {
    let all = parsed();
    let labs = all.iter().flat_map(|seen| find(&seen.html, "[data-lab][data-stage]"));
    let (mut count, figure) =
        (0, scraper::Selector::parse("figure.still > .figurebox:has(> svg) + figcaption"));
    let figure = figure.expect("it is a selector");
    for lab in labs {
        count += 1;
        assert!(lab.select(&figure).next().is_some(), "{}", lab.html());
    }
    assert!(count >= 3, "{count} labs");
}

#[test]
fn on_paper_nothing_runs_and_nothing_is_folded() {
    let all = parsed();
    let print = all.iter().find(|seen| seen.page.kind == "print").expect("it is there");
    for mark in ["data-lab", "data-compass", "data-flow", "data-item", "data-exercise"] {
        assert_eq!(values(&print.html, mark), Vec::<&str>::new(), "{mark}");
    }
    assert!(find(&print.html, "main details:not([open])").is_empty());
    assert!(find(&print.html, "figure.still > .figurebox > svg.figure").len() >= 3);
}
