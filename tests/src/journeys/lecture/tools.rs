//! What a teacher points with, times by, and carries along: pointer, timer, the order as a file.

use std::thread::sleep;
use std::time::Duration;

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use super::page::{at, open};
use crate::driver::{Browser, Key, Kind, Point};
use crate::journeys::files::{catch, caught, give};
use crate::journeys::{Journey, Visit};

/// The journey.
pub(in crate::journeys) const JOURNEY: Journey =
    Journey { name: "lecture-tools", browsers: &Kind::ALL, run };

const ORDER: &str = "ch03-raft-lease-read:2,ch01-cap-partition:1";
const FIELD: &str = "dialog[open] .import input";

fn run(visit: &mut Visit) -> Result<()> {
    open(visit, &format!("&order={ORDER}"))?;
    let browser = &visit.browser;
    points(browser)?;
    times(browser)?;
    order(browser)
}

/// The dot is where the mouse is, and takes no click from what lies under it.
fn points(browser: &Browser) -> Result<()> {
    browser.press('p')?;
    for (x, y) in [(400.0, 300.0), (250.0, 180.0)] {
        browser.hover(Point { x, y })?;
        let off = format!(
            "(() => {{ const box = document.querySelector('.pointer').getBoundingClientRect(); \
             return Math.hypot(box.x + box.width / 2 - {x}, box.y + box.height / 2 - {y}); }})()"
        );
        browser.wait_true(&format!("{off} < 2"))?;
        let under = format!("document.elementFromPoint({x}, {y}).closest('.pointer') === null");
        browser.wait_true(&under)?;
    }
    browser.press('p')?;
    browser.wait_gone(".lecture .pointer")
}

/// The time goes on while the talk does, and begins anew on demand.
fn times(browser: &Browser) -> Result<()> {
    browser.press('t')?;
    let passed = "(([m, s]) => 60 * m + +s)(document.querySelector('.timer').innerText.split(':'))";
    browser.wait_for(".lecture .timer")?;
    let first = browser.number(passed)?;
    browser.press(Key::PageDown)?;
    browser.wait_true(&format!("{passed} > {first} + 1"))?;
    browser.press('T')?;
    browser.wait_true(&format!("{passed} <= 1"))?;
    browser.press('t')?;
    browser.wait_gone(".lecture .timer")?;
    browser.press(Key::PageUp)?;
    at(browser, "1 of 2", "headline")
}

/// An order that was saved comes back; what is no order leaves the present one as it is.
fn order(browser: &Browser) -> Result<()> {
    browser.press('g')?;
    browser.wait_for("dialog[open] ol")?;
    catch(browser)?;
    button(browser, "Save as a file")?;
    let file = caught(browser)?;
    let saved: Value = serde_json::from_str(&file)?;
    ensure!(saved["order"] == ORDER, "another order was saved: {saved}");
    browser.run("document.querySelector('[aria-label=\"Remove: 1\"]').click()", &[])?;
    browser.wait_gone("dialog[open] li:nth-child(2)")?;
    let foreign = json!({ "format": "another", "version": "1", "order": ORDER }).to_string();
    for strange in ["no json", "{}", "[1]", &foreign, &" ".repeat(20_000)] {
        give(browser, FIELD, "")?;
        give(browser, FIELD, strange)?;
        browser.wait_text("dialog[open] .said", "This file is no running order.")?;
        sleep(Duration::from_millis(50));
        ensure!(browser.count("dialog[open] ol > li")? == 1, "a strange file changed the order");
    }
    let unknown = json!({ "format": saved["format"], "version": "1", "order": "ch99-none:1" });
    give(browser, FIELD, &unknown.to_string())?;
    browser.wait_text("dialog[open] .said", "skipped")?;
    give(browser, FIELD, &file)?;
    browser.wait_for("dialog[open] li:nth-child(2)")?;
    browser.press(Key::Escape)?;
    browser.wait_text(".lecture .where", "of 2")
}

fn button(browser: &Browser, words: &str) -> Result<()> {
    let script = "const all = [...document.querySelectorAll('dialog[open] button')]; \
                  all.find((one) => one.textContent === arguments[0]).click();";
    browser.run(script, &[json!(words)]).map(drop)
}
