//! One text, event by event: what is not plain Markdown is replaced by what it stands for.
use super::numerals::Numerals;
use super::{Shelf, blocks, cite, links, math};
use crate::diagnostic::{Desk, Diagnostic};
use crate::section::{Source, line_of};
use pulldown_cmark::{
    CodeBlockKind, CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html,
};
use std::ops::Range;

/// How deep the headings of a text stand on its page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Depth {
    /// Its first headings stand below that of the page.
    Page,
    /// It is a section of a page.
    Section,
    /// It is inside a block and has no headings.
    Block,
}

/// A text as HTML; what is wrong with it is noted.
pub(crate) fn render(
    source: &Source,
    depth: Depth,
    shelf: &Shelf<'_>,
    found: &mut Vec<Diagnostic>,
) -> String {
    let text = cite::as_links(&source.text);
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_SMART_PUNCTUATION
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_MATH;
    let desk = Desk { file: &source.file, found };
    let mut writer = Writer {
        source,
        text: &text,
        depth,
        shelf,
        desk,
        out: Vec::new(),
        block: None,
        link: None,
        numerals: Numerals::default(),
        notes: Vec::new(),
    };
    for (event, range) in Parser::new_ext(&text, options).into_offset_iter() {
        writer.take(event, &range);
    }
    let mut page = String::new();
    html::push_html(&mut page, writer.out.into_iter());
    page
}

struct Writer<'a, 'b> {
    source: &'a Source,
    text: &'a str,
    depth: Depth,
    shelf: &'a Shelf<'a>,
    desk: Desk<'b>,
    out: Vec<Event<'a>>,
    /// A fenced block that is being read: its words, and its body.
    block: Option<(String, String)>,
    /// A link that is being read: where it leads, and its text.
    link: Option<(String, String)>,
    numerals: Numerals,
    /// Footnotes in the order in which they are referred to.
    notes: Vec<String>,
}

impl<'a> Writer<'a, '_> {
    fn take(&mut self, event: Event<'a>, range: &Range<usize>) {
        let line = self.source.line + line_of(self.text, range.start) - 1;
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(words))) => {
                self.block = Some((words.to_string(), String::new()));
            }
            Event::Text(text) if self.block.is_some() => {
                self.block.iter_mut().for_each(|(_, body)| body.push_str(&text));
            }
            Event::End(TagEnd::CodeBlock) => self.end_block(line),
            Event::Start(Tag::Link { dest_url, .. }) if links::is_own(&dest_url) => {
                self.link = Some((dest_url.to_string(), String::new()));
            }
            Event::End(TagEnd::Link) if self.link.is_some() => self.end_link(line),
            Event::InlineMath(latex) => self.math(&latex, false, line),
            Event::DisplayMath(latex) => self.math(&latex, true, line),
            Event::FootnoteReference(name) => self.refer(&name),
            Event::Start(Tag::FootnoteDefinition(name)) => self.begin_note(&name),
            Event::End(TagEnd::FootnoteDefinition) => self.put("</aside>\n".into()),
            Event::Start(Tag::Heading { level, id, classes, attrs }) => {
                if id.is_none() && level != HeadingLevel::H2 {
                    let hint = "write `## A heading {#a-heading}`";
                    self.desk.note(Some(line), "the heading has no id", hint);
                }
                let level = self.lower(level);
                self.out.push(Event::Start(Tag::Heading { level, id, classes, attrs }));
            }
            Event::End(TagEnd::Heading(level)) => {
                self.out.push(Event::End(TagEnd::Heading(self.lower(level))));
            }
            Event::Start(Tag::Table(alignment)) => {
                self.put("<div class=\"tw\" tabindex=\"0\">".into());
                self.out.push(Event::Start(Tag::Table(alignment)));
            }
            Event::End(TagEnd::Table) => {
                self.out.push(Event::End(TagEnd::Table));
                self.put("</div>\n".into());
            }
            other => self.plain(other, line),
        }
    }

    fn plain(&mut self, event: Event<'a>, line: usize) {
        match &event {
            Event::Text(text) | Event::Code(text) if self.link.is_some() => {
                self.link.iter_mut().for_each(|(_, inside)| inside.push_str(text));
                return;
            }
            Event::Text(text) => self.numerals.read(text),
            Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::TableRow) => {
                for numeral in self.numerals.end() {
                    let what = format!("`{numeral}` is neither computed nor cited");
                    let hint = "link it to a run, cite its source, or write it in words";
                    self.desk.note(Some(line), what, hint);
                }
            }
            _ => (),
        }
        self.out.push(event);
    }

    fn put(&mut self, html: String) {
        self.out.push(Event::InlineHtml(CowStr::from(html)));
    }

    fn lower(&self, level: HeadingLevel) -> HeadingLevel {
        let by = usize::from(self.depth == Depth::Section);
        let levels = [HeadingLevel::H2, HeadingLevel::H3, HeadingLevel::H4, HeadingLevel::H5];
        levels[(level as usize).saturating_sub(2).saturating_add(by).min(3)]
    }

    fn end_block(&mut self, line: usize) {
        let Some((words, body)) = self.block.take() else { return };
        let place = Source { file: self.source.file.clone(), line: line + 1, text: body };
        let html = blocks::block(&words, &place, line, self.shelf, &mut self.desk);
        self.out.push(Event::Html(CowStr::from(html)));
    }

    fn end_link(&mut self, line: usize) {
        let Some((to, text)) = self.link.take() else { return };
        if to.starts_with("cite:") {
            self.numerals.cited();
        }
        match links::resolve(&to, &text, self.shelf) {
            Ok(html) => self.put(html),
            Err((what, hint)) => self.desk.note(Some(line), what, hint),
        }
    }

    fn math(&mut self, latex: &str, display: bool, line: usize) {
        match math::mathml(latex, display) {
            Ok(html) => self.put(html),
            Err(what) => self.desk.note(Some(line), what, "mend the formula"),
        }
    }

    fn number(&mut self, name: &str) -> usize {
        if let Some(place) = self.notes.iter().position(|known| known == name) {
            return place + 1;
        }
        self.notes.push(name.to_owned());
        self.notes.len()
    }

    fn refer(&mut self, name: &str) {
        let number = self.number(name);
        self.put(format!(
            "<a class=\"fn\" id=\"back-{name}\" href=\"#note-{name}\" aria-label=\"Note {number}\">\
             {number}</a>"
        ));
    }

    fn begin_note(&mut self, name: &str) {
        let number = self.number(name);
        self.put(format!(
            "<aside class=\"mn note\" id=\"note-{name}\"><p class=\"lbl\"><a href=\"#back-{name}\" \
             aria-label=\"Back to note {number}\">Note {number}</a></p>"
        ));
    }
}
