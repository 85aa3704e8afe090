//! Running orders: over several labs, changed by keyboard, with strange entries and files.

use anyhow::{Result, ensure};

use super::page::{at, open};
use crate::driver::{Key, Kind};
use crate::journeys::{Journey, Visit};

/// The journey.
pub(in crate::journeys) const JOURNEY: Journey =
    Journey { name: "lecture-order", browsers: &Kind::ALL, run };

const ORDER: &str = "&order=ch03-raft-lease-read:2,ch01-cap-partition:1,ch09-fencing-token:3";

fn run(visit: &mut Visit) -> Result<()> {
    for strange in ["ch99-nothing:1", "ch01-cap-partition:9", "%3Cscript%3E"] {
        open(visit, &format!("{ORDER},{strange}"))?;
        at(&visit.browser, "1 of 3", "headline")?;
        visit.browser.wait_text(".odd", "skipped")?;
    }
    open(visit, &format!("&order={}", "ch01-cap-partition:1,".repeat(80)))?;
    visit.browser.wait_text(".odd", "at most")?;
    open(visit, &format!("{ORDER}&stage=2"))?;
    let browser = &visit.browser;
    at(browser, "2 of 3", "headline")?;
    browser.wait_text(".lecture h1", "A is left with two servers")?;
    for _ in 0..4 {
        browser.press(Key::PageDown)?;
    }
    at(browser, "3 of 3", "headline")?;
    browser.wait_text(".lecture h1", "The lock service numbers")?;

    browser.press('g')?;
    browser.wait_for("dialog[open] ol")?;
    browser.check_accessible()?;
    browser.run("document.querySelector('[aria-label=\"Up: 3\"]').focus()", &[])?;
    browser.press(Key::Enter)?;
    browser.wait_text("dialog[open] li:nth-child(2)", "Tokens")?;
    // The focus goes with the stage, so that it can be moved on.
    browser.wait_true("document.activeElement.ariaLabel === 'Up: 2'")?;
    browser
        .wait_true("document.querySelector('datalist option[value=\"ch00-two-node-lease:1\"]')")?;
    // Where a browser shows its list of what fits, Enter there chooses, and adds nothing yet.
    browser.type_into("dialog[open] form input", "ch00-two-node-lease:1")?;
    browser.press(Key::Tab)?;
    browser.press(Key::Enter)?;
    browser.wait_text("dialog[open] li:nth-child(4)", "Two nodes")?;
    browser.wait_true("document.querySelector('dialog[open] form input').value === ''")?;
    browser.type_into("dialog[open] form input", "slow CLOCK")?;
    browser.press(Key::Tab)?;
    browser.press(Key::Enter)?;
    browser.wait_text("dialog[open] li:nth-child(5)", "slow clock")?;
    browser.run("document.querySelector('[aria-label=\"Remove: 5\"]').click()", &[])?;
    browser.wait_gone("dialog[open] li:nth-child(5)")?;
    browser.type_into("dialog[open] form input", "ch98-none:1")?;
    browser.press(Key::Tab)?;
    browser.press(Key::Enter)?;
    browser.wait_text("dialog[open] .said", "skipped")?;
    browser.press(Key::Escape)?;
    at(browser, "2 of 4", "headline")?;
    let address = browser.address()?;
    ensure!(address.contains("ch00-two-node-lease:1"), "the address is no link to it: {address}");
    browser.reload()?;
    at(browser, "2 of 4", "headline")?;
    browser.wait_text(".lecture h1", "The lock service numbers")
}
