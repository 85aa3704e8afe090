//! How to put a lab on another page: docs/embed.md as a page, with a place to build one's own.
use super::frame::{HERE, Page, escape};
use super::guide::guide;
use super::{embed_tables, plain, side};
use crate::Book;

/// The text, which is documentation as well.
const GUIDE: &str = include_str!("../../../docs/embed.md");
/// Where the text has room for the builder.
const BUILDER: &str = "<!-- builder -->";
/// Stands in the text for where the book is.
const EXAMPLE: &str = "https://book.example/";

/// The page.
pub(super) fn page(book: &Book) -> Page {
    let (title, text) = GUIDE.trim_start_matches("# ").split_once('\n').unwrap_or_default();
    let (stand, rest) = text.split_once("\n## ").unwrap_or_default();
    let text = [
        ("<!-- faults -->", embed_tables::faults()),
        ("<!-- labs -->", embed_tables::labs(book)),
        ("<!-- settings -->", embed_tables::settings(book)),
    ]
    .iter()
    .fold(format!("## {rest}"), |text, (place, table)| text.replace(place, table));
    let body = guide(&text).replace(BUILDER, &builder(book));
    let stand = stand.split_whitespace().collect::<Vec<_>>().join(" ").replace('\'', "’");
    Page {
        kind: "embed",
        path: "embed/guide/".into(),
        title: format!("{title} · Distributed Systems"),
        says: "A few lines put a lab into a post, a course or slides: how, and what it needs."
            .into(),
        side: side::contents(book, None),
        text: format!(
            "{}<article class=\"prose guide\">{}</article>",
            plain::head(title, &stand),
            body.replace(EXAMPLE, &HERE.to_string())
        ),
    }
}

/// A place for the program, between two parts of the text, with all that it needs to know: the
/// labs and their stages.
fn builder(book: &Book) -> String {
    let lab = |scenario: &engine::scenario::Scenario| {
        let stage = |stage: &engine::scenario::Stage| format!("<li>{}</li>", escape(&stage.title));
        let stages: String = scenario.stages.iter().map(stage).collect();
        let (id, title) = (&scenario.id, escape(&scenario.title));
        let many = if scenario.has_many_rows() { " data-many" } else { "" };
        format!(
            "<li data-scenario=\"{id}\"{many}><b>{title}</b> <code>{id}</code><ol>{stages}</ol></li>"
        )
    };
    let labs: String = book.scenarios.iter().map(|(_, scenario)| lab(scenario)).collect();
    format!(
        "</article><div data-slot=\"embed\"><p>These are the names of the labs, with their stages:</p>\
         <ul>{labs}</ul></div><article class=\"prose guide\">"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_guide_has_its_parts() {
        assert!(GUIDE.starts_with("# ") && GUIDE.contains(EXAMPLE) && GUIDE.contains(BUILDER));
        for place in ["faults", "labs", "settings"] {
            assert!(GUIDE.contains(&format!("\n<!-- {place} -->\n")), "{place} has no place");
        }
    }
}
