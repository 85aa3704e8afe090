//! The contents of the book, part by part: what is written, and what is not yet.
use super::frame::escape;
use super::side::{UNWRITTEN, parts};
use crate::Book;
use crate::chapter::Entry;
use crate::text::HOME;

/// All chapters with their lines.
pub(super) fn list(book: &Book) -> String {
    let prologue = book.chapters.iter().find(|chapter| chapter.number == 0);
    let prologue = prologue.map_or(String::new(), |chapter| {
        let title = escape(&chapter.title);
        format!("<ol><li><b>·</b> <a href=\"{HOME}prologue/\">Prologue: {title}</a></li></ol>")
    });
    let part = |(number, entries): (&str, &[Entry])| {
        let name = entries.first().map_or(String::new(), |first| escape(&first.part));
        let entries: String = entries.iter().map(|one| entry(book, one)).collect();
        format!("<h3><span>{number}</span> {name}</h3><ol>{entries}</ol>")
    };
    let parts: String = parts(book).into_iter().map(part).collect();
    format!("<section class=\"plan\" id=\"contents\"><h2>Contents</h2>{prologue}{parts}</section>")
}

fn entry(book: &Book, entry: &Entry) -> String {
    let written = book.chapters.iter().find(|chapter| chapter.number == entry.number);
    let (number, title, line) = (entry.number, escape(&entry.title), escape(&entry.line));
    match written {
        Some(chapter) => format!(
            "<li><b>{number}</b> <a href=\"{HOME}{}\">{title}</a><p>{line}</p></li>",
            chapter.path()
        ),
        None => {
            format!("<li class=\"unwritten\"><b>{number}</b> {title}{UNWRITTEN}<p>{line}</p></li>")
        }
    }
}
