//! Headings: those of passes part a section, all others have an address of their own.
use super::Depth;
use super::render::Writer;
use super::rendered::{Heading, Pass};
use pulldown_cmark::{Event, HeadingLevel, html};

/// A heading that is being read.
pub(super) struct Open {
    line: usize,
    level: HeadingLevel,
    id: Option<String>,
    /// What it says, in plain text.
    pub text: String,
    /// What it says, as it is to be set.
    pub inside: Vec<Event<'static>>,
}

impl Open {
    /// One whose text is still to come.
    pub fn new(line: usize, level: HeadingLevel, id: Option<&str>) -> Open {
        let id = id.map(str::to_owned);
        Open { line, level, id, text: String::new(), inside: Vec::new() }
    }
}

impl Writer<'_, '_> {
    pub(super) fn end_heading(&mut self) {
        let Some(open) = self.heading.take() else { return };
        let line = Some(open.line);
        match (self.depth, open.level) {
            (Depth::Block, _) => {
                self.desk.note(line, "a block has no headings", "write the words in bold");
            }
            (Depth::Section, HeadingLevel::H2) => self.begin_pass(&open),
            (Depth::Section, HeadingLevel::H3 | HeadingLevel::H4)
            | (Depth::Page, HeadingLevel::H2 | HeadingLevel::H3) => self.put_heading(open),
            _ => {
                let hint = "a section has passes `##`, headings `###` and `####`; an opening `##`, \
                            `###`";
                self.desk.note(line, "a heading of this level has no place here", hint);
            }
        }
    }

    fn begin_pass(&mut self, open: &Open) {
        let Some(pass) = Pass::ALL.into_iter().find(|pass| pass.name() == open.text) else {
            let what = format!("there is no pass `{}`", open.text);
            let hint = "the passes are Intuition, Understanding, Mastery";
            return self.desk.note(Some(open.line), what, hint);
        };
        if self.parts.pass() >= Some(pass) {
            let what = format!("{} comes too late", pass.name());
            let hint = "the passes are Intuition, Understanding, Mastery, in this order";
            self.desk.note(Some(open.line), what, hint);
        }
        self.parts.begin(pass);
    }

    fn put_heading(&mut self, open: Open) {
        let Open { line, level, id, text, inside } = open;
        let Some(id) = id else {
            let what = format!("the heading \"{text}\" has no id");
            return self.desk.note(Some(line), what, "write `## A heading {#a-heading}`");
        };
        let level = level as u8 + u8::from(self.depth == Depth::Section);
        let mut words = String::new();
        html::push_html(&mut words, inside.into_iter());
        self.parts.put(format!(
            "<h{level} id=\"{id}\">{words}<a class=\"anchor\" href=\"#{id}\" \
             aria-label=\"Link to this heading\">#</a></h{level}>\n"
        ));
        self.parts.mentions.ids.push((line, id.clone()));
        let pass = self.parts.pass();
        self.parts.headings.push(Heading { level, id, text, pass });
    }
}
