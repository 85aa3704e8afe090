//! A chapter: its blueprint, its opening, its sections.
mod blueprint;
mod fields;
pub use blueprint::{Blueprint, Duality, Plan, Proof};

use crate::diagnostic::Diagnostic;
use crate::section::Source;
use crate::sheet::Place;
use crate::text::Rendered;
use serde::Deserialize;

/// A line of the contents: a chapter, written or not.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Counted from 1.
    pub number: u8,
    /// The part of the book that it is in.
    pub part: String,
    /// Its title.
    pub title: String,
    /// What it comes down to, in one sentence.
    pub line: String,
}

/// The file of the contents.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Contents {
    pub chapter: Vec<Entry>,
}

/// A chapter that has been begun.
#[derive(Clone, Debug)]
pub struct Chapter {
    /// 0 is the prologue.
    pub number: u8,
    /// Of the page.
    pub title: String,
    /// The blueprint; the prologue has none.
    pub blueprint: Option<Blueprint>,
    /// The text at its head.
    pub opening: Rendered,
    /// What is written, in order.
    pub sections: Vec<Section>,
    /// What is missing, and may be for as long as the chapter is marked as unfinished.
    pub missing: Vec<Diagnostic>,
    pub(crate) source: Source,
    /// The file of its blueprint.
    pub(crate) place: Place,
}

impl Chapter {
    /// Where it stands on the site, below its home.
    pub fn path(&self) -> String {
        match self.number {
            0 => "prologue/".into(),
            number => format!("chapter/{number}/"),
        }
    }

    /// The section for a key item, if it is written.
    pub fn section(&self, item: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.item == item)
    }
}

/// A section: one key item through all three passes.
#[derive(Clone, Debug)]
pub struct Section {
    /// "K-1.2".
    pub item: String,
    /// "2": with what the name of its file begins.
    pub number: u8,
    /// In headings.
    pub title: String,
    /// "cap": the id of its heading.
    pub slug: String,
    /// Its text.
    pub text: Rendered,
    pub(crate) source: Source,
}

/// The head of an opening.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OpeningHead {
    pub title: String,
}

/// The head of a section.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SectionHead {
    pub item: String,
    pub title: String,
}
