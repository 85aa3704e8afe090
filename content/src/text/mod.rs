//! From Markdown to HTML: the text of the book with everything that it refers to.
mod blocks;
mod cite;
mod code;
mod exercise;
mod heading;
mod links;
mod math;
mod notes;
mod numerals;
mod parts;
mod render;
mod rendered;
mod runs;
mod vectors;
pub(crate) use blocks::lab_place;
pub(crate) use exercise::ExerciseKind;
pub(crate) use numerals::numerals;
pub(crate) use render::{Depth, render};
pub use rendered::{Heading, Pass, Rendered, Words};
pub(crate) use runs::{Runs, Seeds};
pub(crate) use vectors::word_link;

use crate::book::{Book, staged};
use crate::catalog::{Bibliography, Glossary, GuaranteeWords, MentalModel};
use crate::chapter::Plan;
use engine::scenario::{RawScenario, Scenario};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Stands for the home of the site until a page is written.
pub(crate) const HOME: char = '\u{e000}';

/// Stands around the name of a stage, "ch01-cap-partition/1", where its still figure goes.
pub(crate) const STILL: char = '\u{e001}';

/// Stands around the name of a footnote, behind its number, until the whole text has been read.
const NOTE: char = '\u{e002}';

/// What a text may refer to.
pub(crate) struct Shelf<'a> {
    pub scenarios: &'a [(RawScenario, Scenario)],
    pub glossary: &'a Glossary,
    pub guarantees: &'a GuaranteeWords,
    pub bibliography: &'a Bibliography,
    pub models: &'a [MentalModel],
    /// All key items, written or not.
    pub plans: BTreeMap<&'a str, &'a Plan>,
    /// Chapters that are in the contents and have not been begun.
    pub to_come: Vec<u8>,
    /// Where each written key item stands.
    pub items: BTreeMap<&'a str, String>,
    /// Where the engine's source is.
    pub source: PathBuf,
    pub runs: Runs<'a>,
}

impl<'a> Shelf<'a> {
    /// Everything that a book holds.
    pub fn new(book: &'a Book, seeds: Seeds) -> Shelf<'a> {
        let sections = book.chapters.iter().flat_map(|chapter| {
            let path = chapter.path();
            let place = move |slug: &str| format!("{HOME}{path}#{slug}");
            chapter.sections.iter().map(move |one| (one.item.as_str(), place(&one.slug)))
        });
        let blueprints = book.chapters.iter().flat_map(|chapter| &chapter.blueprint);
        let plans = blueprints.flat_map(|blueprint| &blueprint.section);
        let numbers = book.contents.iter().map(|entry| entry.number);
        let is_begun = |number| book.chapters.iter().any(|chapter| chapter.number == number);
        Shelf {
            scenarios: &book.scenarios,
            glossary: &book.glossary,
            guarantees: &book.guarantees,
            bibliography: &book.bibliography,
            models: &book.models,
            to_come: numbers.filter(|number| !is_begun(*number)).collect(),
            plans: plans.map(|plan| (plan.item.as_str(), plan)).collect(),
            items: sections.collect(),
            source: book.source.clone(),
            runs: Runs::new(&book.scenarios, seeds),
        }
    }

    /// A stage of a scenario, counted from 1.
    pub fn stage(&self, id: &str, stage: &str) -> Option<(&'a Scenario, usize)> {
        let number = stage.parse().ok()?;
        Some((staged(self.scenarios, id, number)?, number))
    }
}
