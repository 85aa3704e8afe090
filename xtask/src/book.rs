//! How far the book has come, and what is wrong with it.

use ::tests::paths;
use anyhow::{Context, Result, bail};
use content::{Book, Chapter, Rendered, Words};

/// Runs `cargo xtask book status` and `cargo xtask book links`.
pub fn command(words: &[String]) -> Result<()> {
    let folder = paths::root().join("content/book");
    match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["status"] => status(&Book::read(&folder)?),
        ["links"] => {
            let file = Book::write_links(&folder).context("the list could not be written")?;
            println!("all links out of the book are in {}", file.display());
        }
        _ => bail!("the word is `status` or `links`: `cargo xtask book status`"),
    }
    Ok(())
}

fn status(book: &Book) {
    if let Some(prologue) = book.chapters.iter().find(|chapter| chapter.number == 0) {
        chapter(prologue);
    }
    for entry in &book.contents {
        match book.chapters.iter().find(|chapter| chapter.number == entry.number) {
            Some(written) => chapter(written),
            None => println!("{:>2}  {}: not begun", entry.number, entry.title),
        }
    }
}

fn chapter(chapter: &Chapter) {
    let (number, title) = (chapter.number, &chapter.title);
    match chapter.missing.len() {
        0 => println!("{number:>2}  {title}: whole"),
        count => println!("{number:>2}  {title}: unfinished, {count} missing"),
    }
    length("opening", &chapter.opening);
    for section in &chapter.sections {
        length(&section.item, &section.text);
    }
    for missing in &chapter.missing {
        println!("      {}; {}", missing.what, missing.hint);
    }
}

/// How long a text is: what stands open on the page, and what has to be unfolded.
fn length(name: &str, text: &Rendered) {
    let Words { open, folded } = text.words();
    println!("      {name}: {open} words to read, {folded} folded");
}
