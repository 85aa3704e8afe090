//! The contents of the book: what is written, and what is not yet.
use super::shell::escape;
use crate::Book;
use crate::chapter::Entry;

/// All chapters with their lines.
pub(super) fn list(book: &Book, base: &str) -> String {
    let entry = |entry: &Entry| {
        let written = book.chapters.iter().find(|chapter| chapter.number == entry.number);
        let (number, title, line) = (entry.number, escape(&entry.title), escape(&entry.line));
        match written {
            Some(chapter) => format!(
                "<li><b>{number}</b> <a href=\"{base}{}\">{title}</a><p>{line}</p></li>",
                chapter.path()
            ),
            None => format!(
                "<li class=\"unwritten\"><b>{number}</b> {title}<p>{line} Not written yet.</p></li>"
            ),
        }
    };
    let entries: String = book.contents.iter().map(entry).collect();
    let prologue = book.chapters.iter().find(|chapter| chapter.number == 0);
    let prologue = prologue.map_or(String::new(), |chapter| {
        let title = escape(&chapter.title);
        format!("<li><b>·</b> <a href=\"{base}prologue/\">Prologue: {title}</a></li>")
    });
    format!(
        "<section class=\"plan\" id=\"contents\"><h2>Contents</h2><ol>{prologue}{entries}</ol>\
         </section>"
    )
}
