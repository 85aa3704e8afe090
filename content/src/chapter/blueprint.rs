//! The blueprint of a chapter: what it is about, field by field.
use serde::Deserialize;

/// What a chapter is about, field by field.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Blueprint {
    /// What is missing is listed, and is no mistake.
    #[serde(default)]
    pub unfinished: bool,
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

impl Blueprint {
    /// Its tables of texts, and what each holds.
    pub(super) const TABLES: &[(&str, &[&str])] = &[
        ("", &["title", "standfirst"]),
        ("invariant", &["word", "catalog", "says"]),
        ("uncertainty", Uncertainty::FIELDS),
        ("guarantees", Guarantees::FIELDS),
        ("modes", Modes::FIELDS),
        ("sentence", Sentence::FIELDS),
        ("capsule", Capsule::FIELDS),
        ("human", Human::FIELDS),
        ("spiral", Spiral::FIELDS),
        ("transfer", Transfer::FIELDS),
        ("introduces", Ideas::FIELDS),
    ];

    /// Its lists of such tables.
    pub(super) const LISTS: &[(&str, &[&str])] =
        &[("evidence", Proof::FIELDS), ("duality", Duality::FIELDS), ("section", Plan::FIELDS)];
}

macro_rules! texts {
    ($(#[$doc:meta])* $name:ident { $($field:ident),+ }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Deserialize)]
        #[serde(deny_unknown_fields, rename_all = "kebab-case")]
        #[allow(missing_docs, reason = "the book's own words, explained in docs/book.md")]
        pub struct $name { $(pub $field: String),+ }

        impl $name {
            /// The names of its fields, as Rust writes them.
            const FIELDS: &[&str] = &[$(stringify!($field)),+];
        }
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
