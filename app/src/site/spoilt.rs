//! What was kept or asked for and means nothing: said in a sentence.
use super::over::{Wish, wish};
use crate::browser::{self, places};
use crate::state::{Answers, Read, Setting};

/// Says what is wrong with the address of a page, or with what is kept for it.
pub(super) fn begin() {
    let read = browser::read(Read::NAME).and_then(|text| Read::parse(&text).1);
    if let Some(sentence) = theme().or(read).or_else(answers) {
        wish(Wish::Trouble(sentence));
    }
}

/// The theme that the address asks for; a lab with the page for itself says it in its own place.
fn theme() -> Option<String> {
    let asked = browser::query("theme").filter(|_| places("[data-slot=play]").is_empty());
    asked.and_then(|slug| Setting::strange_theme(&slug))
}

/// The answers that are kept for the chapter.
fn answers() -> Option<String> {
    let exercise = places("[data-exercise]").first()?.get_attribute("data-exercise")?;
    let (chapter, _) = exercise.split_once('/')?;
    Answers::parse(&browser::read(&Answers::name(chapter))?).1
}
