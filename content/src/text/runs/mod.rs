//! Numbers that runs make: the book says them, and the engine must agree.
mod count;
mod one;
mod quantity;
mod question;
mod shown;
#[cfg(test)]
mod tests;

use engine::checks::{Undertaking, undertakings};
use engine::kernel::{Instant, Span};
use engine::scenario::{RawScenario, Run, Scenario, SettingRef};
use engine::timeline::Timeline;
use quantity::{plain, says_share, says_span};
use question::Question;
use std::cell::RefCell;
use std::rc::Rc;

/// What runs answer.
#[derive(Clone, Debug)]
enum Found {
    /// An instant or a length, in nanoseconds.
    Time(u64),
    /// In words, as it is to be written.
    Words(String),
    /// So many of so many.
    Share(usize, usize),
    /// A setting: which, and its value. It can be written in several units.
    Setting(SettingRef, i64),
}

/// A run, played to its end.
struct Played {
    line: Timeline,
    operations: Vec<Undertaking>,
}

/// What becomes of questions about the runs of many seeds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Seeds {
    /// All are played.
    Played,
    /// What is written is taken on trust.
    Trusted,
}

/// Runs that have been played; each is played when it is asked for the first time.
pub(crate) struct Runs<'a> {
    scenarios: &'a [(RawScenario, Scenario)],
    seeds: Seeds,
    played: RefCell<Vec<(Run, Rc<Played>)>>,
    /// Of runs that are some of many only this is kept.
    operations: RefCell<Vec<(Run, Rc<[Undertaking]>)>>,
}

impl<'a> Runs<'a> {
    /// None has been played yet.
    pub fn new(scenarios: &'a [(RawScenario, Scenario)], seeds: Seeds) -> Runs<'a> {
        Runs { scenarios, seeds, played: RefCell::default(), operations: RefCell::default() }
    }

    /// Does the engine say what is written? Then the scenario and its stage, counted from 1.
    pub fn agree<'q>(&self, text: &'q str, says: &str) -> Result<(&'q str, usize), String> {
        let question = Question::read(self.scenarios, text)?;
        if question.seeds.is_some() && self.seeds == Seeds::Trusted {
            return Ok((question.id, question.stage));
        }
        let found = self.ask(&question);
        let found = found.ok_or_else(|| format!("`{text}` asks nothing that a run answers"))?;
        let agrees = match &found {
            Found::Time(nanos) => says_span(says, *nanos),
            Found::Words(words) => plain(says) == *words,
            Found::Share(some, all) => says_share(&plain(says), *some, *all),
            Found::Setting(setting, value) => setting.parse(&plain(says)) == Ok(*value),
        };
        let run = match found {
            _ if agrees => return Ok((question.id, question.stage)),
            Found::Time(nanos) => Span(nanos).to_string(),
            Found::Words(words) => words,
            Found::Share(some, all) => format!("{some} of {all}"),
            Found::Setting(setting, value) => setting.card.unit.write(value),
        };
        Err(format!("the text says {says}, the run {run}"))
    }

    fn ask(&self, question: &Question<'_, '_>) -> Option<Found> {
        let (scenario, run) = (question.scenario, &question.run);
        let words: Vec<_> = question.words.iter().map(String::as_str).collect();
        if let (["setting", name], None) = (words.as_slice(), question.seeds) {
            let setting = SettingRef::find(&scenario.cast, name)?;
            let value = scenario.value(&run.change, &setting);
            return Some(Found::Setting(setting, value));
        }
        let kind = words.first()?;
        let is_counted = count::KINDS.contains(kind) || shown::KINDS.contains(kind);
        if question.seeds.is_none() && !is_counted {
            return one::ask(scenario, &self.played(scenario, run), &words);
        }
        let (first, last) = question.seeds.unwrap_or((run.seed, run.seed));
        let runs = (first..=last).map(|seed| Run { seed, ..run.clone() });
        if shown::KINDS.contains(kind) {
            let shown = runs.map(|run| shown::shown(scenario, &run, &words));
            let shown: Vec<bool> = shown.collect::<Option<_>>()?;
            return Some(Found::Share(shown.iter().filter(|is| **is).count(), shown.len()));
        }
        let runs: Vec<_> = runs.map(|run| self.operations(scenario, &run)).collect();
        count::ask(scenario, &runs, &words)
    }

    fn played(&self, scenario: &Scenario, run: &Run) -> Rc<Played> {
        if let Some((_, known)) = self.played.borrow().iter().find(|(known, _)| known == run) {
            return known.clone();
        }
        let line = play(scenario, run);
        let played = Rc::new(Played { operations: undertakings(&line), line });
        self.played.borrow_mut().push((run.clone(), played.clone()));
        played
    }

    fn operations(&self, scenario: &Scenario, run: &Run) -> Rc<[Undertaking]> {
        if let Some((_, known)) = self.operations.borrow().iter().find(|(known, _)| known == run) {
            return known.clone();
        }
        let operations: Rc<[_]> = undertakings(&play(scenario, run)).into();
        self.operations.borrow_mut().push((run.clone(), operations.clone()));
        operations
    }
}

fn play(scenario: &Scenario, run: &Run) -> Timeline {
    play_until(scenario, run, Instant(0) + scenario.length)
}

fn play_until(scenario: &Scenario, run: &Run, until: Instant) -> Timeline {
    let mut line = run.timeline(scenario);
    line.run_until(until);
    line
}
