//! One text, event by event: what is not plain Markdown is replaced by what it stands for.
use super::blocks::Block;
use super::heading::Open;
use super::notes::Notes;
use super::numerals::Numerals;
use super::parts::Parts;
use super::rendered::{Mentions, Words};
use super::{Rendered, Shelf, cite, links, math};
use crate::check;
use crate::diagnostic::{Desk, Diagnostic};
use crate::section::Source;
use engine::scenario::line_of;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// How deep the headings of a text stand on its page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Depth {
    /// Its first headings stand below that of the page.
    Page,
    /// It is a section of a page; its first headings are those of the passes.
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
) -> Rendered {
    let text = cite::as_links(&source.text);
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_SMART_PUNCTUATION
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_MATH;
    let mut writer = Writer {
        source,
        text: &text,
        depth,
        shelf,
        desk: Desk { file: &source.file, found },
        parts: Parts::default(),
        block: None,
        link: None,
        image: None,
        heading: None,
        numerals: Numerals::default(),
        words: String::new(),
        said: String::new(),
        notes: Notes::default(),
    };
    for (event, range) in Parser::new_ext(&text, options).into_offset_iter() {
        writer.take(event, &range);
    }
    writer.end_notes();
    writer.parts.mentions.add(Mentions { words: Words::of(&writer.said), ..Mentions::default() });
    writer.parts.rendered()
}

pub(super) struct Writer<'a, 'b> {
    source: &'a Source,
    text: &'a str,
    pub depth: Depth,
    pub shelf: &'a Shelf<'a>,
    pub desk: Desk<'b>,
    pub parts: Parts<'a>,
    /// A fenced block that is being read: its words, and its body.
    block: Option<(String, String)>,
    /// A link that is being read: where it leads, and its text.
    link: Option<(String, String)>,
    /// The description of an image that is being read.
    image: Option<String>,
    /// A heading that is being read.
    pub heading: Option<Open>,
    numerals: Numerals,
    /// What a paragraph says, links left out.
    words: String,
    /// What the whole text says, to be counted.
    said: String,
    pub notes: Notes,
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
            Event::Start(Tag::Link { dest_url, .. }) => {
                self.link = Some((dest_url.to_string(), String::new()));
            }
            Event::End(TagEnd::Link) => self.end_link(line),
            Event::Start(Tag::Image { .. }) => {
                self.image = Some(String::new());
                self.parts.push(event);
            }
            Event::End(TagEnd::Image) => {
                if self.image.take().is_some_and(|says| says.trim().is_empty()) {
                    let hint = "say between the brackets what it shows";
                    self.desk.note(Some(line), "the image has no description", hint);
                }
                self.parts.push(event);
            }
            Event::InlineMath(latex) => self.math(&latex, false, line),
            Event::DisplayMath(latex) => self.math(&latex, true, line),
            Event::FootnoteReference(name) => self.refer(&name, line),
            Event::Start(Tag::FootnoteDefinition(name)) => self.parts.begin_note(&name, line),
            Event::End(TagEnd::FootnoteDefinition) => self.end_note(),
            Event::Start(Tag::Heading { level, id, .. }) => {
                self.heading = Some(Open::new(line, level, id.as_deref()));
            }
            Event::End(TagEnd::Heading(_)) => {
                self.end_numerals(line);
                self.end_heading();
            }
            Event::Start(Tag::Table(alignment)) => {
                self.notes.in_table = true;
                self.parts.put("<div class=\"tw\" tabindex=\"0\">".into());
                self.parts.push(Event::Start(Tag::Table(alignment)));
            }
            Event::End(TagEnd::Table) => {
                self.notes.in_table = false;
                self.parts.push(event);
                self.parts.put("</div>\n".into());
            }
            other => self.plain(other, line),
        }
    }

    fn plain(&mut self, event: Event<'a>, line: usize) {
        match &event {
            Event::Text(text) | Event::Code(text) => {
                let inside = [
                    self.link.as_mut().map(|(_, inside)| inside),
                    self.image.as_mut(),
                    self.heading.as_mut().map(|open| &mut open.text),
                ];
                inside.into_iter().flatten().for_each(|inside| inside.push_str(text));
                let cites = self.link.as_ref().is_some_and(|(to, _)| to.starts_with(cite::SCHEME));
                if !cites && self.image.is_none() {
                    self.said.push_str(text);
                }
                if self.link.is_some() {
                    return;
                }
                if matches!(event, Event::Text(_)) {
                    self.numerals.read(text);
                    self.words.push_str(text);
                }
            }
            Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::TableRow) => {
                self.end_words(line);
                self.end_numerals(line);
            }
            Event::End(TagEnd::TableCell | TagEnd::TableHead) => self.end_words(line),
            Event::Html(html) | Event::InlineHtml(html) => {
                let what = format!("`{}` is HTML", html.trim());
                self.desk.note(Some(line), what, "write Markdown; see docs/book.md");
            }
            Event::SoftBreak | Event::HardBreak => self.said.push('\n'),
            _ => (),
        }
        match (self.heading.as_mut(), event) {
            (Some(open), event) => open.inside.push(event.into_static()),
            (None, Event::Text(text)) if self.image.is_none() => {
                self.text_with_vectors(&text, line);
            }
            (None, event) => self.parts.push(event),
        }
    }

    /// A paragraph ends, a heading, an item or a row: what no sentence of it vouches for.
    fn end_numerals(&mut self, line: usize) {
        self.said.push('\n');
        for numeral in self.numerals.end() {
            let what = format!("`{numeral}` is neither computed nor cited in its sentence");
            let hint = "link it to a run, cite its source, or write it in words";
            self.desk.note(Some(line), what, hint);
        }
    }

    /// A paragraph ends, or what counts as one.
    fn end_words(&mut self, line: usize) {
        self.said.push('\n');
        let words = std::mem::take(&mut self.words);
        for what in check::in_text(&words) {
            self.desk.note(Some(line), what, check::HINT);
        }
    }

    /// Puts HTML where the text has come to.
    pub(super) fn put(&mut self, html: String) {
        match self.heading.as_mut() {
            Some(open) => open.inside.push(Event::InlineHtml(html.into())),
            None => self.parts.put(html),
        }
    }

    fn end_block(&mut self, line: usize) {
        let Some((words, body)) = self.block.take() else { return };
        let body = Source { line: line + 1, text: body, ..self.source.clone() };
        let (shelf, words) = (self.shelf, words.as_str());
        let (desk, mentions) = (&mut self.desk, &mut self.parts.mentions);
        let html = Block { words, body: &body, line, shelf, desk, mentions }.html();
        self.parts.put(html);
    }

    fn end_link(&mut self, line: usize) {
        let Some((to, text)) = self.link.take() else { return };
        if let Some(key) = to.strip_prefix(cite::SCHEME) {
            self.numerals.cited();
            self.parts.mentions.works.push(key.to_owned());
        }
        if let Some((item, id)) = links::reference(&to) {
            let item = item.map(str::to_owned);
            self.parts.mentions.references.push((line, item, id.to_owned()));
        }
        match links::resolve(&to, &text, self.shelf) {
            Ok(html) => self.put(html),
            Err((what, hint)) => self.desk.note(Some(line), what, hint),
        }
    }

    fn math(&mut self, latex: &str, display: bool, line: usize) {
        self.said.push_str("formula");
        match math::mathml(latex, display) {
            Ok(html) => self.put(html),
            Err(what) => self.desk.note(Some(line), what, "mend the formula"),
        }
    }
}
