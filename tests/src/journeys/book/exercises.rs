//! An exercise is answered, remembered, and answered again.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::driver::{Browser, Kind};
use crate::journeys::{Journey, Visit};

/// The journey.
pub(in crate::journeys) const JOURNEY: Journey =
    Journey { name: "book-exercises", browsers: &Kind::ALL, run };

const EXERCISE: &str = "section.exercise:has([data-choice])";

fn run(visit: &mut Visit) -> Result<()> {
    let browser = &visit.browser;
    visit.open("/chapter/3/")?;
    browser.wait_for(".tools")?;
    browser.run("localStorage.clear()", &[])?;
    let wrong = format!("{EXERCISE} [data-choice]:not([data-right])");
    let number = browser.attribute(&wrong, "data-choice")?.unwrap_or_default();
    browser.click(&format!("{wrong} summary"))?;
    browser.wait_text(&format!("{wrong} .chosen"), "You chose this")?;
    kept(browser, &number)?;

    // What is opened later is only read.
    browser.click(&format!("{EXERCISE} [data-right] summary"))?;
    browser.wait_text(&format!("{EXERCISE} [data-right]"), "Right.")?;
    ensure!(browser.count(".chosen")? == 1, "two choices were chosen");
    kept(browser, &number)?;
    browser.check_accessible()?;

    visit.open("/chapter/3/")?;
    browser.wait_for(&format!("{wrong}[open] .chosen"))?;
    ensure!(browser.count(&format!("{EXERCISE} [data-right][open]"))? == 0, "too much is open");
    // Not every driver scrolls as far as is needed where labs above grow meanwhile.
    browser.click_at(browser.middle(&format!("{EXERCISE} .again"))?)?;
    browser.wait_gone(".chosen")?;
    browser.wait_gone(".again")?;
    browser.wait_true("!localStorage['answers 3']")?;
    browser.click(&format!("{EXERCISE} [data-right] summary"))?;
    browser.wait_for(&format!("{EXERCISE} [data-right] .chosen"))?;

    for hostile in ["=", "x=<b> <script>", "raft-near=99999999999999999999", "raft-near=-1"] {
        let keep = [json!(hostile)];
        browser.run("localStorage['answers 3'] = arguments[0]", &keep)?;
        visit.open("/chapter/3/")?;
        browser.wait_for(".tools")?;
        ensure!(browser.count(".chosen")? == 0, "{hostile} was believed");
    }
    Ok(())
}

fn kept(browser: &Browser, number: &str) -> Result<()> {
    browser.wait_true(&format!(
        "localStorage['answers 3'] === \
         document.querySelector('{EXERCISE}').dataset.exercise.split('/')[1] + '={number}'"
    ))
}
