//! What pages other than chapters have at their heads.
use super::frame::escape;
use super::side;

/// A title, and a sentence below it. Both are plain text.
pub(super) fn head(title: &str, stand: &str) -> String {
    format!(
        "<header class=\"chead\"><h1>{}</h1><p class=\"stand\">{}</p></header>",
        escape(title),
        escape(stand)
    )
}

/// The link of a heading to itself.
pub(super) fn anchor(id: &str) -> String {
    format!("<a class=\"anchor\" href=\"#{id}\" aria-label=\"Link to this heading\">#</a>")
}

/// The contents of a page: an id, and what it stands for as HTML.
pub(super) fn here(entries: impl Iterator<Item = (String, String)>) -> String {
    let lines = entries.map(|(id, text)| format!("<li><a href=\"#{id}\">{text}</a></li>"));
    side::on_page("On this page", &lines.collect::<String>())
}

/// Properties with their values, which are HTML. One without a value is left out.
pub(super) fn properties(all: &[(&str, String)]) -> String {
    let lines = all.iter().filter(|(_, says)| !says.is_empty());
    let lines = lines.map(|(name, says)| format!("<dt>{name}</dt><dd>{says}</dd>"));
    format!("<dl class=\"facts\">{}</dl>", lines.collect::<String>())
}
