//! Guides: how the site itself is used, in Markdown without what only the book's texts may do.
use super::plain;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, html};

/// Markdown as HTML, with tables and listings that can be scrolled by keys.
pub(super) fn guide(text: &str) -> String {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_SMART_PUNCTUATION;
    let mut heading = None;
    let events = Parser::new_ext(text, options).flat_map(|event| match event {
        Event::Start(Tag::Heading { id: Some(id), level, .. }) => {
            heading = Some(id.to_string());
            vec![raw(format!("<{level} id=\"{id}\">"))]
        }
        Event::End(TagEnd::Heading(level)) => {
            let anchor = heading.take().map_or(String::new(), |id| plain::anchor(&id));
            vec![raw(format!("{anchor}</{level}>\n"))]
        }
        Event::Start(Tag::CodeBlock(_)) => {
            vec![raw("<figure class=\"code\"><pre tabindex=\"0\"><code>".into())]
        }
        Event::End(TagEnd::CodeBlock) => vec![raw("</code></pre></figure>\n".into())],
        Event::Start(Tag::Table(_)) => {
            vec![raw("<div class=\"tw\" tabindex=\"0\">".into()), event]
        }
        Event::End(TagEnd::Table) => vec![event, raw("</div>\n".into())],
        other => vec![other],
    });
    let mut out = String::new();
    html::push_html(&mut out, events);
    out
}

fn raw(html: String) -> Event<'static> {
    Event::Html(html.into())
}

#[cfg(test)]
mod tests {
    use super::guide;

    #[test]
    fn headings_have_links_and_what_is_wide_is_moved_by_keys() {
        let text = guide("## A {#a}\n\n```html\n<dst-lab>\n```\n\n| a |\n|---|\n| b |\n");
        assert!(text.starts_with("<h2 id=\"a\">A<a class=\"anchor\" href=\"#a\""), "{text}");
        assert!(text.contains("<pre tabindex=\"0\"><code>&lt;dst-lab&gt;"), "{text}");
        assert!(text.contains("<div class=\"tw\" tabindex=\"0\"><table>"), "{text}");
    }
}
