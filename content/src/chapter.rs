//! A chapter: its blueprint, its opening, its sections.
use crate::section::Source;
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
    pub(crate) source: Source,
}

impl Chapter {
    /// Where it stands on the site, below its home.
    pub fn path(&self) -> String {
        match self.number {
            0 => "prologue/".into(),
            number => format!("chapter/{number}/"),
        }
    }

    /// The key items that are planned and not written.
    pub fn missing(&self) -> Vec<&Plan> {
        let planned = self.blueprint.iter().flat_map(|blueprint| &blueprint.section);
        let is_written = |plan: &Plan| self.sections.iter().any(|one| one.item == plan.item);
        planned.filter(|plan| !is_written(plan)).collect()
    }
}

/// A section: one key item through all three passes.
#[derive(Clone, Debug)]
pub struct Section {
    /// "K-1.2".
    pub item: String,
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

/// What a chapter is about, field by field.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Blueprint {
    /// Of the chapter.
    pub title: String,
    /// Under the title.
    pub standfirst: String,
    /// What must never break.
    pub invariant: Focus,
    /// What nobody in the system knows.
    pub uncertainty: Uncertainty,
    /// What it is turned into; the first kind is new.
    pub evidence: Vec<Proof>,
    /// What is promised, before and after.
    pub guarantees: Guarantees,
    /// What each mode means here.
    pub modes: Modes,
    /// What is weighed against what.
    pub duality: Vec<Duality>,
    /// The sentence that the chapter comes down to.
    pub sentence: Sentence,
    /// What has to travel with a request.
    pub capsule: Capsule,
    /// What an operator does.
    pub human: Human,
    /// The three passes.
    pub spiral: Spiral,
    /// Where else the idea is to be found.
    pub transfer: Transfer,
    /// What is new.
    pub introduces: Ideas,
    /// All key items, written or not.
    pub section: Vec<Plan>,
}

macro_rules! texts {
    ($(#[$doc:meta])* $name:ident { $($field:ident),+ }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Deserialize)]
        #[serde(deny_unknown_fields, rename_all = "kebab-case")]
        #[allow(missing_docs, reason = "the book's own words, explained in docs/book.md")]
        pub struct $name { $(pub $field: String),+ }
    };
}

texts!(
    /// What is uncertain, what it costs to know, which doubt is acceptable.
    Uncertainty { cannot_know, cost_to_know, acceptable }
);
texts!(
    /// A kind of evidence, and what it is worth.
    Proof { kind, says }
);
texts!(
    /// Vectors, and what raises and lowers them.
    Guarantees { r#in, out, upgrade, downgrade }
);
texts!(
    /// The four modes.
    Modes { target, degraded, floor, recovery }
);
texts!(
    /// Two goods that exclude each other, and where the chapter stands.
    Duality { name, stance }
);
texts!(
    /// The irreducible sentence with the runs that show it and its opposite.
    Sentence { text, witness, counter }
);
texts!(
    /// The five fields of a context capsule.
    Capsule { invariant, evidence, boundary, mode, fallback }
);
texts!(
    /// What an operator sees, thinks and does.
    Human { see, think, r#do }
);
texts!(
    /// What each pass brings.
    Spiral { intuition, understanding, mastery }
);
texts!(
    /// Three tests of what was understood.
    Transfer { near, medium, far }
);
texts!(
    /// At most three new ideas.
    Ideas { invariant, evidence, composition }
);
texts!(
    /// A key item of the chapter.
    Plan { item, title, line }
);

/// The invariant of a chapter.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Focus {
    /// The word on the page.
    pub word: String,
    /// Its name in the catalogue.
    pub catalog: String,
    /// What it demands.
    pub says: String,
    /// Others that it leans on.
    pub supports: Vec<String>,
}
