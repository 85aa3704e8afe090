//! Numbers in what a scenario tells its readers: given to the run, or said by it.
use crate::book::Book;
use crate::diagnostic::{Desk, Diagnostic};
use crate::text::{Runs, Seeds, numerals};
use engine::scenario::{RawScenario, RawStage};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const HINT: &str =
    "give a fact of the stage, `facts = { \"5.48 s\" = \"told/B/3\" }`, or use words";

/// Looks at all scenarios; `folder` is that of the catalogue.
pub(super) fn check(book: &Book, folder: &Path, found: &mut Vec<Diagnostic>) {
    let runs = Runs::new(&book.scenarios, Seeds::Played);
    for (raw, _) in &book.scenarios {
        let file = file_of(folder, &raw.id);
        let whole = fs::read_to_string(&file).unwrap_or_default();
        let mut desk = Desk { file: &file, found };
        let given = given(raw);
        for text in told(raw) {
            vouch(text, &given, &whole, &mut desk);
        }
        for (nth, stage) in raw.stages.iter().enumerate() {
            let mut known = given.clone();
            for (says, question) in &stage.facts {
                known.extend(says.split_whitespace());
                let asked = format!("{}/{}/{question}", raw.id, nth + 1);
                if let Err(what) = runs.agree(&asked, says) {
                    desk.note(line_with(&whole, question), what, "write what the run says");
                }
            }
            for text in told_by_stage(stage) {
                vouch(text, &known, &whole, &mut desk);
            }
        }
    }
}

fn vouch(text: &str, known: &BTreeSet<&str>, whole: &str, desk: &mut Desk<'_>) {
    for numeral in numerals(text).iter().filter(|one| !known.contains(one.as_str())) {
        let what = format!("`{numeral}` is neither given to the run nor a fact of it");
        desk.note(line_with(whole, text), what, HINT);
    }
}

/// What the file gives to its runs, word by word.
fn given(raw: &RawScenario) -> BTreeSet<&str> {
    let network = [&raw.network.latency, &raw.network.jitter, &raw.network.flush];
    let clients = raw.clients.iter().flat_map(|client| &client.asks);
    let settings = raw.services.iter().flat_map(|service| service.settings.values());
    let stages = raw.stages.iter().flat_map(|stage| stage.script.iter().chain(stage.set.values()));
    let all = network.into_iter().flatten().chain(clients).chain(settings).chain(stages);
    all.flat_map(|text| text.split_whitespace()).collect()
}

/// What is said of the scenario as a whole.
fn told(raw: &RawScenario) -> impl Iterator<Item = &str> {
    let about = [&raw.title, &raw.teaser, &raw.description, &raw.model.says];
    about.into_iter().chain(raw.ahas.iter().map(|aha| &aha.says)).map(String::as_str)
}

/// Notes are not for readers: they name instants at which to stop.
fn told_by_stage(stage: &RawStage) -> impl Iterator<Item = &str> {
    let own = [&stage.title, &stage.headline, &stage.question, &stage.reveal];
    let choices = stage.choices.iter().flat_map(|choice| [&choice.text, &choice.why]);
    own.into_iter().chain(choices).map(String::as_str)
}

/// The file of a scenario.
fn file_of(folder: &Path, id: &str) -> PathBuf {
    let book = folder.with_file_name("book");
    let chapters = fs::read_dir(&book).into_iter().flatten().flatten();
    let mut files = chapters.map(|one| one.path().join("scenarios").join(format!("{id}.toml")));
    files.find(|file| file.is_file()).unwrap_or(book)
}

/// The first line in which a text stands.
fn line_with(whole: &str, text: &str) -> Option<usize> {
    whole.lines().position(|line| line.contains(text)).map(|nth| nth + 1)
}
