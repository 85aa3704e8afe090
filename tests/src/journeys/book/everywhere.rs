//! Every kind of page, in every theme, breaks no rule of accessibility and writes no complaint.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::KINDS;
use crate::driver::{Browser, Kind};
use crate::journeys::{Journey, Visit};
use crate::shots::THEMES;

/// The journey.
pub(in crate::journeys) const JOURNEY: Journey =
    Journey { name: "everywhere", browsers: &[Kind::Chromium, Kind::Firefox], run };

fn run(visit: &mut Visit) -> Result<()> {
    let browser = &visit.browser;
    // Colours are computed alike everywhere; one browser looks at all of them.
    let themes = if browser.kind() == Kind::Chromium { THEMES } else { &THEMES[..1] };
    for path in KINDS {
        visit.open(path)?;
        browser.wait_for("main h1, main.lab [data-cell]")?;
        for place in ["[data-flow]", "[data-compass]", "[data-lab]"] {
            if browser.count(place)? > 0 {
                browser.middle(place)?;
                browser.wait_for(&format!("{place} > .lab"))?;
            }
        }
        for theme in themes {
            wear(browser, theme.name)?;
            browser.check_accessible().with_context(|| format!("{path} in {}", theme.name))?;
        }
        ensure!(fits(browser)?, "{path} is wider than the window");
        for (name, choice) in [("size", "largest"), ("measure", "wide")] {
            choose(browser, name, choice)?;
            ensure!(fits(browser)?, "{path} is wider than the window with {name} {choice}");
            choose(browser, name, "")?;
        }
    }
    let complaints: Vec<String> =
        browser.console()?.into_iter().filter(|line| !line.contains("404")).collect();
    ensure!(complaints.is_empty(), "the console says {complaints:?}");
    Ok(())
}

fn wear(browser: &Browser, theme: &str) -> Result<()> {
    choose(browser, "theme", theme)
}

/// As the settings do it; the usual is no choice.
fn choose(browser: &Browser, name: &str, choice: &str) -> Result<()> {
    let script = "const [name, choice] = arguments; const root = document.documentElement; \
                  if (choice) root.dataset[name] = choice; else delete root.dataset[name];";
    browser.run(script, &[json!(name), json!(choice)]).map(drop)
}

/// Does nothing stand beyond the right edge?
fn fits(browser: &Browser) -> Result<bool> {
    let script = "return document.documentElement.scrollWidth <= innerWidth;";
    Ok(browser.run(script, &[])?.as_bool() == Some(true))
}
