//! What a reader has chosen for the whole page, as it is stored.

/// One thing that can be chosen. `static/js/early.js` knows the same words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// Colours.
    Theme,
    /// How large the text is.
    Size,
    /// How long its lines are.
    Measure,
    /// How much moves.
    Motion,
    /// How many of the three passes are shown.
    Depth,
    /// Whether labs ask before a stage runs.
    Predictions,
    /// Whether bare keys do something.
    Keys,
}

/// A choice: as it is stored, and as it is called.
type Choice = (&'static str, &'static str);

/// How a setting is stored, how it is called, which choice holds unless another is made.
struct Card {
    name: &'static str,
    label: &'static str,
    usual: usize,
    choices: &'static [Choice],
}

const SWITCH: &[Choice] = &[("on", "On"), ("off", "Off")];

/// In the order of [`Setting::ALL`].
const CARDS: [Card; 7] = [
    Card {
        name: "theme",
        label: "Colours",
        usual: 0,
        choices: &[
            ("system", "System"),
            ("light", "Light"),
            ("dark", "Dark"),
            ("contrast", "High contrast"),
            ("projector", "Projector"),
        ],
    },
    Card {
        name: "size",
        label: "Size of text",
        usual: 1,
        choices: &[
            ("small", "Smaller"),
            ("normal", "Normal"),
            ("large", "Larger"),
            ("larger", "Much larger"),
            ("largest", "Largest"),
        ],
    },
    Card {
        name: "measure",
        label: "Length of lines",
        usual: 1,
        choices: &[("narrow", "Short"), ("normal", "Normal"), ("wide", "Long")],
    },
    Card {
        name: "motion",
        label: "Motion",
        usual: 0,
        choices: &[("system", "System"), ("less", "In steps"), ("full", "Full")],
    },
    Card {
        name: "depth",
        label: "Depth",
        usual: 2,
        choices: &[
            ("intuition", "Intuition only"),
            ("understanding", "Up to Understanding"),
            ("mastery", "All three passes"),
        ],
    },
    Card { name: "predictions", label: "Ask before a stage runs", usual: 0, choices: SWITCH },
    Card { name: "keys", label: "Single keys", usual: 0, choices: SWITCH },
];

impl Setting {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Setting; 7] = [
        Setting::Theme,
        Setting::Size,
        Setting::Measure,
        Setting::Motion,
        Setting::Depth,
        Setting::Predictions,
        Setting::Keys,
    ];

    fn card(self) -> &'static Card {
        &CARDS[self as usize]
    }

    /// In storage, and behind `data-` as an attribute of the root element.
    pub fn name(self) -> &'static str {
        self.card().name
    }

    /// In the dialog.
    pub fn label(self) -> &'static str {
        self.card().label
    }

    /// What can be chosen: as it is stored, and as it is called.
    pub fn choices(self) -> &'static [Choice] {
        self.card().choices
    }

    /// The choice that holds unless another is made.
    pub fn usual(self) -> &'static str {
        self.choices()[self.card().usual].0
    }

    fn place(self, choice: &str) -> Option<usize> {
        self.choices().iter().position(|(known, _)| *known == choice)
    }

    /// What is said of a theme that an address asks for and nobody knows.
    pub fn strange_theme(slug: &str) -> Option<String> {
        let said: String = slug.chars().take(20).collect();
        (!Setting::Theme.knows(slug)).then(|| {
            format!(
                "There is no theme “{said}”; light, dark, contrast and projector are known. The \
                 colours stay as they were."
            )
        })
    }

    /// Is that one of the choices?
    pub fn knows(self, choice: &str) -> bool {
        self.place(choice).is_some()
    }
}

/// What is stored: for each setting the place of its choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings([usize; 7]);

impl Default for Settings {
    fn default() -> Settings {
        Settings(Setting::ALL.map(|setting| setting.card().usual))
    }
}

impl Settings {
    /// Under which name they are kept.
    pub const NAME: &str = "settings";

    /// What is chosen.
    pub fn of(&self, setting: Setting) -> &'static str {
        setting.choices()[self.0[setting as usize]].0
    }

    /// Is it not switched off?
    pub fn is_on(&self, setting: Setting) -> bool {
        self.of(setting) != "off"
    }

    /// Chooses; the answer is whether there is such a choice.
    pub fn set(&mut self, setting: Setting, choice: &str) -> bool {
        let place = setting.place(choice);
        place.inspect(|place| self.0[setting as usize] = *place).is_some()
    }

    /// Reads "theme=dark predictions=off", and says what could not be read.
    pub fn parse(text: &str) -> (Settings, Option<String>) {
        let mut settings = Settings::default();
        let mut odd = None;
        for word in text.split_whitespace() {
            let (name, choice) = word.split_once('=').unwrap_or((word, "?"));
            let found = Setting::ALL.into_iter().find(|setting| setting.name() == name);
            // Nothing behind the sign is how the system's theme was once written.
            let known =
                found.is_some_and(|setting| choice.is_empty() || settings.set(setting, choice));
            if !known {
                odd = Some(strange("setting", word));
            }
        }
        (settings, odd)
    }

    /// Writes what is not as usual so that [`Settings::parse`] reads it back.
    pub fn write(&self) -> String {
        let chosen =
            Setting::ALL.into_iter().filter(|setting| self.of(*setting) != setting.usual());
        let words = chosen.map(|setting| format!("{}={}", setting.name(), self.of(setting)));
        words.collect::<Vec<_>>().join(" ")
    }
}

/// What is said of a word that was stored and cannot be read.
pub(super) fn strange(what: &str, word: &str) -> String {
    let word: String = word.chars().take(30).collect();
    format!("This browser has kept “{word}” as a {what}, which means nothing; the rest holds.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_stored_is_read_back() {
        for setting in Setting::ALL {
            assert!(setting.knows(setting.usual()));
            for (choice, _) in setting.choices() {
                let mut settings = Settings::default();
                assert!(settings.set(setting, choice));
                assert_eq!(settings.of(setting), *choice);
                assert_eq!(Settings::parse(&settings.write()), (settings, None));
            }
        }
        assert_eq!(Settings::default().write(), "");
    }

    #[test]
    fn what_cannot_be_read_is_said_and_the_rest_is_kept() {
        let (settings, odd) = Settings::parse("theme=mauve predictions=off \u{0}");
        assert_eq!(settings.of(Setting::Theme), "system");
        assert!(!settings.is_on(Setting::Predictions) && settings.is_on(Setting::Keys));
        assert!(odd.is_some_and(|sentence| sentence.contains("mauve") || sentence.contains('\0')));
        for hostile in ["=", "theme", "theme=dark=", "<script>", "size=\u{202e}", "keys=ON"] {
            assert_eq!(Settings::parse(hostile).0, Settings::default(), "{hostile}");
            assert!(Settings::parse(hostile).1.is_some(), "{hostile}");
        }
    }

    #[test]
    fn what_earlier_releases_stored_is_read() {
        let (settings, odd) = Settings::parse("theme= predictions=on");
        assert_eq!((settings, odd), (Settings::default(), None));
    }

    /// It sets attributes before the program is there: what it does not know would flash.
    #[test]
    fn the_early_script_knows_every_choice() {
        let script = include_str!("../../../static/js/early.js");
        for setting in Setting::ALL {
            let all = setting.choices().iter().map(|(choice, _)| *choice);
            let other: Vec<_> = all.filter(|choice| *choice != setting.usual()).collect();
            let line = format!("{}: \"{}\"", setting.name(), other.join(" "));
            assert!(script.contains(&line), "{line}");
        }
    }
}
