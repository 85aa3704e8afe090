//! Parts of a lab that an address hides, for a lecture or a page in which they would distract.

/// A part of the lab that can be hidden. What plays and pauses always stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The list of stages.
    Stages,
    /// The question before the run.
    Predict,
    /// Undo, redo and reset.
    Undo,
    /// The way into the lecture view.
    Lecture,
    /// The way to a run beside this one.
    Compare,
    /// The ways in which the run leaves the page and comes back.
    Share,
    /// The choice of colours, and the settings.
    Settings,
    /// The other pictures of the run.
    Views,
    /// The mode matrix.
    Matrix,
    /// The panels under the matrix.
    Panels,
    /// The run against time.
    Timeline,
    /// How fast it plays.
    Pace,
    /// What the clocks show.
    Clocks,
    /// Seed, settings and guards.
    Rules,
    /// Every way to strike something, on the stage and on the timeline too.
    Faults,
}

impl Part {
    /// All of them, in the order of the page.
    pub const ALL: [Part; 15] = [
        Part::Stages,
        Part::Predict,
        Part::Undo,
        Part::Lecture,
        Part::Compare,
        Part::Share,
        Part::Settings,
        Part::Views,
        Part::Matrix,
        Part::Panels,
        Part::Timeline,
        Part::Pace,
        Part::Clocks,
        Part::Rules,
        Part::Faults,
    ];

    /// In an address.
    pub const fn name(self) -> &'static str {
        match self {
            Part::Stages => "stages",
            Part::Predict => "predict",
            Part::Undo => "undo",
            Part::Lecture => "lecture",
            Part::Compare => "compare",
            Part::Share => "share",
            Part::Settings => "settings",
            Part::Views => "views",
            Part::Matrix => "matrix",
            Part::Panels => "panels",
            Part::Timeline => "timeline",
            Part::Pace => "pace",
            Part::Clocks => "clocks",
            Part::Rules => "rules",
            Part::Faults => "faults",
        }
    }

    /// For the reader who chooses what to hide.
    pub const fn label(self) -> &'static str {
        match self {
            Part::Stages => "The list of stages",
            Part::Predict => "The prediction",
            Part::Undo => "Undo, redo and reset",
            Part::Lecture => "The lecture button",
            Part::Compare => "The way to compare",
            Part::Share => "The share button",
            Part::Settings => "Colours and settings",
            Part::Views => "The other pictures of the run",
            Part::Matrix => "The mode matrix",
            Part::Panels => "The panels under the matrix",
            Part::Timeline => "The timeline",
            Part::Pace => "The pace",
            Part::Clocks => "The clocks",
            Part::Rules => "Seed, settings and guards",
            Part::Faults => "Every way to strike something",
        }
    }

    const fn bit(self) -> u16 {
        1 << self as u16
    }
}

/// The parts that are hidden.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hidden(u16);

impl Hidden {
    /// Reads a list of names with commas between them, and says in one sentence which of them mean
    /// nothing.
    pub fn parse(text: &str) -> (Hidden, Option<String>) {
        let (mut hidden, mut odd) = (Hidden::default(), None);
        for word in text.split(',').map(str::trim).filter(|word| !word.is_empty()) {
            match Part::ALL.into_iter().find(|part| part.name() == word) {
                Some(part) => hidden = hidden.with(part),
                None if odd.is_none() => {
                    let word: String = word.chars().take(20).collect();
                    let known = Part::ALL.map(Part::name).join(", ");
                    odd = Some(format!(
                        "“{word}” names no part that can be hidden, so it is passed over; known \
                         are {known}."
                    ));
                }
                None => (),
            }
        }
        (hidden, odd)
    }

    /// Is this one hidden?
    pub const fn has(self, part: Part) -> bool {
        self.0 & part.bit() != 0
    }

    /// The same, with this one hidden too.
    #[must_use]
    pub const fn with(self, part: Part) -> Hidden {
        Hidden(self.0 | part.bit())
    }

    /// The same, with this one hidden if it was shown, and shown if it was hidden.
    #[must_use]
    pub const fn toggled(self, part: Part) -> Hidden {
        Hidden(self.0 ^ part.bit())
    }

    /// As an address says it; empty where nothing is hidden.
    pub fn names(self) -> String {
        let hidden = Part::ALL.into_iter().filter(|part| self.has(*part));
        hidden.map(Part::name).collect::<Vec<_>>().join(",")
    }
}

#[cfg(test)]
mod tests {
    use super::{Hidden, Part};

    #[test]
    fn what_is_written_is_read_back() {
        for bits in 0..1 << Part::ALL.len() {
            let hidden = Hidden(bits);
            assert_eq!(Hidden::parse(&hidden.names()), (hidden, None));
        }
        assert!(Part::ALL.iter().enumerate().all(|(place, part)| *part as usize == place));
    }

    #[test]
    fn strange_names_are_said_and_the_rest_is_kept() {
        let (hidden, odd) = Hidden::parse("rules,<script>alert(1)</script>,,faults, nonsense");
        assert!(hidden.has(Part::Rules) && hidden.has(Part::Faults));
        assert_eq!(hidden.names(), "rules,faults");
        let said = odd.expect("there is a sentence");
        assert!(said.starts_with("“<script>alert(1)</sc” names no part"), "{said}");
        assert!(said.contains("known are stages,"), "{said}");
    }

    #[test]
    fn the_element_of_other_pages_knows_every_part() {
        let script = include_str!("../../../static/js/embed.js");
        let list = script.split_once("const PARTS =").and_then(|(_, rest)| rest.split_once(';'));
        let (list, _) = list.expect("the list is there");
        let words = list.split(|c: char| !c.is_ascii_lowercase()).filter(|word| !word.is_empty());
        assert!(words.eq(Part::ALL.map(Part::name)), "{list}");
    }

    #[test]
    fn a_part_is_toggled_alone() {
        let hidden = Hidden::default().with(Part::Pace).toggled(Part::Clocks);
        assert_eq!(hidden.toggled(Part::Pace).names(), "clocks");
        assert!(!hidden.has(Part::Matrix));
    }
}
