//! A section of a chapter: its head, and its passes, each with an id of its own.
use super::frame::escape;
use super::plain::anchor;
use crate::chapter::{Chapter, Section};
use crate::text::Pass;

/// The article of a section.
pub(super) fn article(chapter: &Chapter, section: &Section) -> String {
    let (slug, item, text) = (&section.slug, &section.item, &section.text);
    let number = item.trim_start_matches("K-");
    let mut planned = chapter.blueprint.iter().flat_map(|blueprint| &blueprint.section);
    let line = planned
        .find(|plan| plan.item == *item)
        .map_or(String::new(), |plan| format!("<p class=\"line\">{}</p>", escape(&plan.line)));
    let passes: String = text.passes.iter().map(|(known, html)| pass(slug, *known, html)).collect();
    format!(
        "<article class=\"prose\" data-item=\"{item}\"><h2 id=\"{slug}\"><a class=\"hno\" \
         href=\"#{slug}\">{number}</a> {}</h2>{line}{}{}{passes}</article>",
        escape(&section.title),
        links(slug, number, &text.passes),
        text.lead
    )
}

/// Links to the passes that a section has.
fn links(slug: &str, number: &str, passes: &[(Pass, String)]) -> String {
    let link = |(pass, _): &(Pass, String)| {
        let (id, name) = (pass.slug(), pass.name());
        format!("<a class=\"to-{id}\" href=\"#{slug}-{id}\">{name}</a>")
    };
    match passes {
        [] => String::new(),
        _ => format!(
            "<nav class=\"pass\" aria-label=\"Depth, section {number}\">{}</nav>",
            passes.iter().map(link).collect::<String>()
        ),
    }
}

fn pass(slug: &str, pass: Pass, html: &str) -> String {
    let (id, name) = (pass.slug(), pass.name());
    format!(
        "<section class=\"pass\" data-pass=\"{id}\" id=\"{slug}-{id}\"><h3>{name}{}</h3>{html}\
         </section>",
        anchor(&format!("{slug}-{id}"))
    )
}
