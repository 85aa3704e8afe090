//! The three engines that a page must work in.

use crate::programs;

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Chromium, through chromedriver.
    Chromium,
    /// Firefox, through geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser, through WebKitWebDriver.
    Webkit,
}

impl Kind {
    /// All of them, fastest first.
    pub const ALL: [Kind; 3] = [Kind::Chromium, Kind::Firefox, Kind::Webkit];

    /// Its name on the command line and in file names.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Chromium => "chromium",
            Kind::Firefox => "firefox",
            Kind::Webkit => "webkit",
        }
    }

    /// The one with this name.
    pub fn named(name: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Whether its driver answers the screenshot call; WebKitGTK's hangs.
    pub fn takes_pictures(self) -> bool {
        self != Kind::Webkit
    }

    /// Whether its driver accepts touches as W3C actions.
    pub fn feels_touch(self) -> bool {
        self != Kind::Webkit
    }

    /// Names of the programs that it needs and that are not installed.
    pub fn missing(self) -> Vec<&'static str> {
        let needed = match self {
            Kind::Chromium => vec![
                ("chromium", programs::chromium()),
                ("chromedriver", programs::find(&["chromedriver"])),
            ],
            Kind::Firefox => vec![
                ("firefox", programs::firefox()),
                ("geckodriver", programs::find(&["geckodriver"])),
            ],
            Kind::Webkit => vec![
                ("WebKitWebDriver", programs::find(&["WebKitWebDriver"])),
                ("MiniBrowser", programs::mini_browser()),
                ("xvfb-run", programs::find(&["xvfb-run"])),
                ("dbus-run-session", programs::find(&["dbus-run-session"])),
            ],
        };
        needed.into_iter().filter(|(_, found)| found.is_none()).map(|(name, _)| name).collect()
    }
}
