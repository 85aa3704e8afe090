//! What a reader has chosen for the whole page, as it is stored.

/// Colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// Black and white, and little else.
    Contrast,
    /// For the last row of a lecture room.
    Projector,
}

impl Theme {
    /// All of them, in the order of the menu.
    pub const ALL: [Theme; 5] =
        [Theme::System, Theme::Light, Theme::Dark, Theme::Contrast, Theme::Projector];

    /// In storage and as an attribute; nothing for the system's.
    pub const fn slug(self) -> &'static str {
        match self {
            Theme::System => "",
            Theme::Light => "light",
            Theme::Dark => "dark",
            Theme::Contrast => "contrast",
            Theme::Projector => "projector",
        }
    }

    /// In the menu.
    pub const fn name(self) -> &'static str {
        match self {
            Theme::System => "System",
            Theme::Light => "Light",
            Theme::Dark => "Dark",
            Theme::Contrast => "High contrast",
            Theme::Projector => "Projector",
        }
    }

    /// The theme of this slug.
    pub fn of(slug: &str) -> Option<Theme> {
        Theme::ALL.into_iter().find(|theme| theme.slug() == slug)
    }
}

/// What is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Colours.
    pub theme: Theme,
    /// Ask before a stage runs.
    pub predictions: bool,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings { theme: Theme::System, predictions: true }
    }
}

impl Settings {
    /// Under which name they are kept.
    pub const NAME: &str = "settings";

    /// Reads "theme=dark predictions=off", and says what could not be read.
    pub fn parse(text: &str) -> (Settings, Option<String>) {
        let mut settings = Settings::default();
        let mut odd = None;
        for word in text.split_whitespace() {
            match word.split_once('=') {
                Some(("theme", slug)) if Theme::of(slug).is_some() => {
                    settings.theme = Theme::of(slug).unwrap_or_default();
                }
                Some(("predictions", "on")) => settings.predictions = true,
                Some(("predictions", "off")) => settings.predictions = false,
                _ => odd = Some(strange("setting", word)),
            }
        }
        (settings, odd)
    }

    /// Writes them so that [`Settings::parse`] reads them back.
    pub fn write(&self) -> String {
        let predictions = if self.predictions { "on" } else { "off" };
        format!("theme={} predictions={predictions}", self.theme.slug())
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
        for theme in Theme::ALL {
            let settings = Settings { theme, predictions: theme == Theme::Dark };
            assert_eq!(Settings::parse(&settings.write()), (settings, None));
        }
    }

    #[test]
    fn what_cannot_be_read_is_said_and_the_rest_is_kept() {
        let (settings, odd) = Settings::parse("theme=mauve predictions=off \u{0}");
        assert_eq!((settings.theme, settings.predictions), (Theme::System, false));
        assert!(odd.is_some_and(|sentence| sentence.contains("mauve") || sentence.contains('\0')));
    }
}
