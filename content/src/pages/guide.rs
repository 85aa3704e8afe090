//! Guides: how the site itself is used. Plain Markdown, without what only the book's texts may do.
use pulldown_cmark::{Options, Parser, html};

/// A guide as HTML.
pub(super) fn guide(markdown: &str) -> String {
    let mut out = String::new();
    html::push_html(&mut out, Parser::new_ext(markdown, Options::ENABLE_TABLES));
    // A table is wider than a phone; it moves inside its own frame.
    let table = "<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"Table\"><table>";
    out.replace("<table>", table).replace("</table>", "</table></div>")
}

#[cfg(test)]
mod tests {
    use super::guide;

    #[test]
    fn tables_can_be_moved() {
        let html = guide("# Use\n\n| a | b |\n|---|---|\n| `hide` | 1 |\n");
        assert!(html.contains("<h1>Use</h1>") && html.contains("<code>hide</code>"));
        assert!(html.contains("tabindex=\"0\"") && html.trim_end().ends_with("</table></div>"));
    }
}
