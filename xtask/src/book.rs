//! How far the book has come, and what is wrong with it.

use ::tests::paths;
use anyhow::{Result, bail};
use content::Book;

/// Runs `cargo xtask book status`.
pub fn command(words: &[String]) -> Result<()> {
    if words != ["status"] {
        bail!("the word is `status`: `cargo xtask book status`");
    }
    let book = Book::read(&paths::root().join("content/book"))?;
    for entry in &book.contents {
        let written = book.chapters.iter().find(|chapter| chapter.number == entry.number);
        let Some(chapter) = written else {
            println!("{:>2}  {}: not begun", entry.number, entry.title);
            continue;
        };
        let missing = chapter.missing();
        println!("{:>2}  {}: {} still to be written", entry.number, entry.title, missing.len());
        for plan in missing {
            println!("      {} {}", plan.item, plan.title);
        }
    }
    Ok(())
}
