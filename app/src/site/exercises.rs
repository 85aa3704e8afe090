//! Exercises: the choice that was opened first is kept, and shown when the reader comes back.
use super::life;
use crate::browser::{self, Element, add, at, before_document, places, places_in};
use crate::hooks;
use crate::state::Answers;

/// Opens what was answered before, and waits for answers.
pub(super) fn begin() {
    for section in places("section.exercise[data-exercise]") {
        let chosen = name_of(&section).and_then(|(chapter, name)| kept(&chapter).of(&name));
        if let Some(choice) = chosen {
            show(&section, choice);
        }
    }
    // This event does not rise; whoever is above hears of it before.
    life::listen(before_document("toggle", |event| {
        let Some(choice) = at(event, "details[data-choice][open]") else { return };
        let number = choice.get_attribute("data-choice").and_then(|number| number.parse().ok());
        let section = choice.closest("section.exercise[data-exercise]").ok().flatten();
        if let (Some(number), Some(section)) = (number, section) {
            answer(&section, number);
        }
    }));
    life::listen(before_document("click", |event| {
        let again = at(event, ".exercise .again");
        if let Some(section) = again.and_then(|again| again.closest(".exercise").ok().flatten()) {
            forget(&section);
        }
    }));
}

/// "3/raft-near": the chapter, and the name in it.
fn name_of(section: &Element) -> Option<(String, String)> {
    let name = section.get_attribute("data-exercise")?;
    name.split_once('/').map(|(chapter, name)| (chapter.to_owned(), name.to_owned()))
}

fn kept(chapter: &str) -> Answers {
    Answers::parse(&browser::read(&Answers::name(chapter)).unwrap_or_default()).0
}

fn keep(chapter: &str, answers: &Answers) {
    hooks::keep(&Answers::name(chapter), &answers.write());
}

/// The first answer counts; what is opened later is only read.
fn answer(section: &Element, choice: usize) {
    let Some((chapter, name)) = name_of(section) else { return };
    let mut answers = kept(&chapter);
    if answers.of(&name).is_none() {
        answers.set(&name, choice);
        keep(&chapter, &answers);
        show(section, choice);
    }
}

/// Shows what was chosen, with what is to be said of it.
fn show(section: &Element, choice: usize) {
    for chosen in places_in(section, &format!("details[data-choice=\"{choice}\"]")) {
        browser::set_if(&chosen, "open", "", true);
        for summary in places_in(&chosen, "summary") {
            add(&summary, "span", "chosen", "You chose this");
        }
    }
    add(section, "button", "again btn-line", "Try again");
}

/// As if it had not been answered.
fn forget(section: &Element) {
    if let Some((chapter, name)) = name_of(section) {
        let mut answers = kept(&chapter);
        answers.forget(&name);
        keep(&chapter, &answers);
    }
    for choice in places_in(section, "details") {
        browser::set_if(&choice, "open", "", false);
    }
    for added in places_in(section, ".chosen, .again") {
        added.remove();
    }
    if let Some(first) = places_in(section, "summary").first() {
        browser::focus(first);
    }
}
