//! The browsers that journeys are made in, with their drivers.

use ::tests::programs;

use super::{Tool, apt};

const CHROMIUM_PACKAGES: &[&str] = &["chromium", "chromium-driver", "fonts-dejavu-core"];
const FIREFOX_PACKAGES: &[&str] = &["firefox-esr"];
const WEBKIT_PACKAGES: &[&str] = &["webkit2gtk-driver", "xvfb", "xauth", "dbus"];

/// All of them. None is needed by everything else: `cargo xtask test` decides what it requires.
pub(super) const ALL: [Tool; 3] = [CHROMIUM, FIREFOX, WEBKIT];

const CHROMIUM: Tool = Tool {
    name: "chromium",
    for_tests: true,
    optional: true,
    present: || {
        programs::find(&["chromedriver"])?;
        programs::chromium().map(|path| path.display().to_string())
    },
    install: || apt::install(CHROMIUM_PACKAGES),
    by_hand: || apt::by_hand(CHROMIUM_PACKAGES, "Chromium or Chrome, and its chromedriver,"),
};

const FIREFOX: Tool = Tool {
    name: "firefox",
    for_tests: true,
    optional: true,
    present: || programs::firefox().map(|path| path.display().to_string()),
    install: || apt::install(FIREFOX_PACKAGES),
    by_hand: || apt::by_hand(FIREFOX_PACKAGES, "Firefox"),
};

const WEBKIT: Tool = Tool {
    name: "webkit",
    for_tests: true,
    optional: true,
    present: || {
        for program in ["WebKitWebDriver", "xvfb-run", "xauth", "dbus-run-session"] {
            programs::find(&[program])?;
        }
        programs::mini_browser().map(|path| path.display().to_string())
    },
    install: || apt::install(WEBKIT_PACKAGES),
    by_hand: || apt::by_hand(WEBKIT_PACKAGES, "WebKitGTK's WebDriver with xvfb and dbus (Linux)"),
};
