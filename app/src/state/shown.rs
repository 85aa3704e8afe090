//! The ways in which a page shows a run.

/// How the page of a lab shows its run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shown {
    /// The lab itself.
    #[default]
    Lab,
    /// For a room, stage by stage.
    Lecture,
    /// A stage's question alone, for phones.
    Ask,
    /// The window of the one who speaks.
    Notes,
}

/// As the address says it; the lab needs no word.
const VIEWS: [(&str, Shown); 3] =
    [("lecture", Shown::Lecture), ("ask", Shown::Ask), ("notes", Shown::Notes)];

impl Shown {
    /// The one that an address names.
    pub fn named(name: &str) -> Option<Shown> {
        VIEWS.iter().find(|(known, _)| *known == name).map(|(_, view)| *view)
    }

    /// In an address; nothing for the lab.
    pub fn name(self) -> Option<&'static str> {
        VIEWS.iter().find(|(_, view)| *view == self).map(|(name, _)| *name)
    }
}
