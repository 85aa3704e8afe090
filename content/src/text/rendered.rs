//! A text as HTML, with what a page or a check has to know about it.
use super::exercise::ExerciseKind;

/// A pass through a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pass {
    /// A failure, what it endangers, the repair that comes to mind.
    Intuition,
    /// Where that breaks, and what would mend it.
    Understanding,
    /// How it goes together with everything else.
    Mastery,
}

impl Pass {
    /// In their order.
    pub const ALL: [Pass; 3] = [Pass::Intuition, Pass::Understanding, Pass::Mastery];

    /// Its heading.
    pub const fn name(self) -> &'static str {
        match self {
            Pass::Intuition => "Intuition",
            Pass::Understanding => "Understanding",
            Pass::Mastery => "Mastery",
        }
    }

    /// In ids and marks.
    pub const fn slug(self) -> &'static str {
        match self {
            Pass::Intuition => "intuition",
            Pass::Understanding => "understanding",
            Pass::Mastery => "mastery",
        }
    }
}

/// A heading of a text. Those of the passes are not among them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// As on the page, 2 to 5.
    pub level: u8,
    /// In its address.
    pub id: String,
    /// Plain text.
    pub text: String,
    /// The pass that it is in.
    pub pass: Option<Pass>,
}

/// A text as HTML. The home of the site is still to be put in.
#[derive(Clone, Debug, Default)]
pub struct Rendered {
    /// What stands before the first pass; all of it, where there are no passes.
    pub lead: String,
    /// Each pass without its heading, in their order.
    pub passes: Vec<(Pass, String)>,
    /// All headings, in order.
    pub headings: Vec<Heading>,
    /// What checks want to know.
    pub(crate) mentions: Mentions,
}

impl Rendered {
    /// How long the text is.
    pub fn words(&self) -> Words {
        self.mentions.words
    }
}

/// What stands in a text, where it matters with its line in the file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Mentions {
    /// Ids of headings and notes.
    pub ids: Vec<(usize, String)>,
    /// Headings that are linked to: the key item, if it is not in this chapter, and the id.
    pub references: Vec<(usize, Option<String>, String)>,
    /// Exercises by kind and slug.
    pub exercises: Vec<(usize, ExerciseKind, String)>,
    /// Works that are cited.
    pub works: Vec<String>,
    /// Works that cases rest on.
    pub cases: Vec<(usize, String)>,
    /// How long it is.
    pub words: Words,
}

/// How many words a text has. Listings, citations and what labs say are not counted; a formula is
/// one word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// Those that stand open: headings, paragraphs, lists, tables, notes, captions, cards, cases,
    /// and of exercises the question and what can be chosen.
    pub open: usize,
    /// Those that a reader has to unfold: what is said to each choice, and answers.
    pub folded: usize,
}

impl Words {
    /// Of a text that stands open.
    pub(crate) fn of(text: &str) -> Words {
        let words = text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric));
        Words { open: words.count(), folded: 0 }
    }
}

impl Mentions {
    /// Adds those of a text inside this one.
    pub fn add(&mut self, inner: Mentions) {
        self.ids.extend(inner.ids);
        self.references.extend(inner.references);
        self.exercises.extend(inner.exercises);
        self.works.extend(inner.works);
        self.cases.extend(inner.cases);
        self.words.open += inner.words.open;
        self.words.folded += inner.words.folded;
    }
}

#[cfg(test)]
mod tests {
    use super::{Mentions, Words};

    #[test]
    fn dashes_and_strokes_are_no_words() {
        assert_eq!(Words::of("n2 is free \u{2013} at 5.81 s.  \n"), Words { open: 6, folded: 0 });
    }

    #[test]
    fn what_is_folded_inside_stays_folded() {
        let inner = |open, folded| {
            let words = Words { open, folded };
            Mentions { words, ..Mentions::default() }
        };
        let mut outer = inner(3, 1);
        outer.add(inner(2, 4));
        assert_eq!(outer.words, Words { open: 5, folded: 5 });
    }
}
