//! Footnotes: a note stands behind its number, in the sentence; where there is room, in the margin.
use super::NOTE;
use super::render::Writer;

/// A footnote as it was written.
pub(super) struct Note {
    pub name: String,
    pub line: usize,
    /// HTML: a paragraph.
    pub says: String,
}

/// What is known of the footnotes of a text.
#[derive(Default)]
pub(super) struct Notes {
    /// Their names, in the order in which they are referred to.
    referred: Vec<String>,
    /// A table is being read: it has no margin.
    pub in_table: bool,
}

impl Writer<'_, '_> {
    /// The text refers to a note, which stands here if it is the first time.
    pub(super) fn refer(&mut self, name: &str, line: usize) {
        if self.notes.in_table || self.heading.is_some() {
            let what = format!("the note `{name}` has no margin to stand in");
            self.desk.note(Some(line), what, "refer to it in a paragraph or in a list");
        }
        let known = self.notes.referred.iter().position(|known| known == name);
        let number = known.unwrap_or(self.notes.referred.len()) + 1;
        if known.is_some() {
            return self.put(format!(
                "<a class=\"fn\" href=\"#note-{name}\" aria-label=\"Note {number}\">{number}</a>"
            ));
        }
        self.notes.referred.push(name.to_owned());
        self.parts.mentions.ids.push((line, format!("back-{name}")));
        self.parts.mentions.ids.push((line, format!("note-{name}")));
        self.put(format!(
            "<a class=\"fn\" id=\"back-{name}\" href=\"#note-{name}\" aria-label=\"Note {number}\">\
             {number}</a><small class=\"mn note\" role=\"note\" id=\"note-{name}\">\
             <a class=\"lbl\" href=\"#back-{name}\" aria-label=\"Back to note {number} in the text\">\
             {number}</a> {NOTE}{name}{NOTE}</small>"
        ));
    }

    pub(super) fn end_note(&mut self) {
        self.parts.end_note();
        let Some(note) = self.parts.notes.last() else { return };
        if paragraph(&note.says).is_none() {
            let what = format!("the note `{}` is not one paragraph", note.name);
            self.desk.note(Some(note.line), what, "say it in one, or in the text");
        }
    }

    /// The text has ended: who has written a note refers to it.
    pub(super) fn end_notes(&mut self) {
        for note in &self.parts.notes {
            if !self.notes.referred.contains(&note.name) {
                let what = format!("nothing refers to the note `{}`", note.name);
                self.desk.note(Some(note.line), what, "refer to it, or delete it");
            }
        }
    }
}

/// What stands in a text that is a paragraph and nothing else.
fn paragraph(html: &str) -> Option<&str> {
    let inside = html.trim().strip_prefix("<p>")?.strip_suffix("</p>")?;
    (!inside.contains("<p>")).then_some(inside)
}

/// Puts what notes say where they stand.
pub(super) fn put_in(html: &str, notes: &[Note]) -> String {
    notes.iter().fold(html.to_owned(), |html, note| {
        let says = paragraph(&note.says).unwrap_or(&note.says);
        html.replace(&format!("{NOTE}{}{NOTE}", note.name), says)
    })
}
