//! A text that is being set, pass by pass.
use super::notes::{self, Note};
use super::rendered::{Heading, Mentions, Pass, Rendered};
use pulldown_cmark::{CowStr, Event, html};

/// What has been set so far.
#[derive(Default)]
pub(super) struct Parts<'a> {
    lead: Vec<Event<'a>>,
    passes: Vec<(Pass, Vec<Event<'a>>)>,
    /// A footnote that is being read.
    note: Option<(Note, Vec<Event<'a>>)>,
    /// Those that have been read.
    pub notes: Vec<Note>,
    pub headings: Vec<Heading>,
    pub mentions: Mentions,
}

impl<'a> Parts<'a> {
    /// Goes on with an event.
    pub fn push(&mut self, event: Event<'a>) {
        if let Some((_, events)) = &mut self.note {
            return events.push(event);
        }
        self.passes.last_mut().map_or(&mut self.lead, |(_, events)| events).push(event);
    }

    /// Goes on with HTML.
    pub fn put(&mut self, html: String) {
        self.push(Event::InlineHtml(CowStr::from(html)));
    }

    /// The pass that the text has come to.
    pub fn pass(&self) -> Option<Pass> {
        self.passes.last().map(|(pass, _)| *pass)
    }

    /// A pass begins.
    pub fn begin(&mut self, pass: Pass) {
        self.passes.push((pass, Vec::new()));
    }

    /// What follows belongs to a footnote.
    pub fn begin_note(&mut self, name: &str, line: usize) {
        let note = Note { name: name.to_owned(), line, says: String::new() };
        self.note = Some((note, Vec::new()));
    }

    /// The footnote ends.
    pub fn end_note(&mut self) {
        if let Some((note, events)) = self.note.take() {
            self.notes.push(Note { says: html(events), ..note });
        }
    }

    /// The end of the text.
    pub fn rendered(self) -> Rendered {
        let notes = self.notes;
        let html = |events| notes::put_in(&html(events), &notes);
        Rendered {
            lead: html(self.lead),
            passes: self.passes.into_iter().map(|(pass, part)| (pass, html(part))).collect(),
            headings: self.headings,
            mentions: self.mentions,
        }
    }
}

fn html(events: Vec<Event<'_>>) -> String {
    let mut page = String::new();
    html::push_html(&mut page, events.into_iter());
    // The corner of a table heads nothing.
    page.replace("<th></th>", "<td></td>")
}
