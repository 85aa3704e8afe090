//! Labs in the text: each is as high as the place where it begins, so that nothing moves for it.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::driver::{Browser, Key, Kind};
use crate::journeys::{Journey, Visit};

/// The journey.
pub(in crate::journeys) const JOURNEY: Journey =
    Journey { name: "book-places", browsers: &Kind::ALL, run };

/// All places of the page that wait.
const PLACES: &str = "[data-lab], [data-compass], [data-flow]";
/// Behind the three labs of the prologue.
const BEHIND: &str = "#what-is-guaranteed-exactly";

fn run(visit: &mut Visit) -> Result<()> {
    let browser = &visit.browser;
    for (width, height) in [(1440, 900), (1024, 768), (390, 844)] {
        browser.set_viewport(width, height)?;
        open(visit)?;
        heights(browser)?;
    }
    browser.set_viewport(1440, 900)?;
    open(visit)?;
    back(browser)?;
    asked(visit)?;
    left(visit)
}

/// From another page: one that is loaded again is scrolled by the browser to where it was.
fn open(visit: &Visit) -> Result<()> {
    visit.open("/models/")?;
    visit.open("/prologue/")
}

/// Before a lab begins, when it has begun, when it has played, and under each of its tabs.
fn heights(browser: &Browser) -> Result<()> {
    browser.wait_for(".tools")?;
    let count = browser.count(PLACES)?;
    let before: Vec<f64> = (0..count).map(|nth| height(browser, nth)).collect::<Result<_>>()?;
    for (nth, before) in before.into_iter().enumerate() {
        let same = |when: &str| {
            let now = height(browser, nth)?;
            ensure!((now - before).abs() <= 1.0, "{when}, place {nth} is {now} high, not {before}");
            Ok(())
        };
        let place = format!("document.querySelectorAll('{PLACES}')[{nth}]");
        browser.run(&format!("{place}.scrollIntoView({{ block: 'center' }})"), &[])?;
        browser.wait_true(&format!("!!{place}.querySelector('.lab :is(.go, .slider)')"))?;
        same("begun")?;
        let end = format!("{place}.querySelector('[aria-label=\"To the end\"]')?.click()");
        browser.run(&end, &[])?;
        same("at its end")?;
        let tabs = browser.run(&format!("return {place}.querySelectorAll('.tab').length"), &[])?;
        for tab in 0..tabs.as_u64().unwrap_or(0) {
            let tab = format!("{place}.querySelectorAll('.tab')[{tab}]");
            browser.run(&format!("{tab}.click()"), &[])?;
            browser.wait_true(&format!("{tab}.getAttribute('aria-selected') === 'true'"))?;
            same("under another tab")?;
        }
    }
    Ok(())
}

/// Back to a place behind labs that have not begun again.
fn back(browser: &Browser) -> Result<()> {
    browser.wait_for(".tools")?;
    heights(browser)?;
    browser.middle(BEHIND)?;
    let link = "[data-lab] .labbar a[href*='/play/']";
    let before = top(browser)?;
    let focus = "document.querySelector(arguments[0]).focus({ preventScroll: true })";
    browser.run(focus, &[json!(link)])?;
    browser.press(Key::Enter)?;
    browser.wait_for("main.lab [data-cell]")?;
    browser.back()?;
    browser.wait_for(BEHIND)?;
    browser.until("the text is where it was", || {
        Ok(((top(browser)? - before).abs() <= 2.0).then_some(()))
    })
}

/// A lab in the text asks once, before it runs, and only whoever wants to be asked.
fn asked(visit: &Visit) -> Result<()> {
    let browser = &visit.browser;
    browser.run("localStorage.clear()", &[])?;
    open(visit)?;
    browser.middle("[data-lab]")?;
    browser.wait_for("[data-stage='1'] form.predict")?;
    browser.click("[data-lab] .predict-open")?;
    browser.wait_true("document.activeElement.matches('form.predict input')")?;
    browser.press(Key::Escape)?;
    browser.wait_gone("[data-stage='1'] form.predict")?;
    ensure!(browser.has_focus(".predict-open")?, "Escape does not lead back");
    browser.press(Key::Enter)?;
    browser.wait_true("document.activeElement.matches('form.predict input')")?;
    browser.press(' ')?;
    browser.wait_for("form.predict [type=submit]:enabled")?;
    browser.press(Key::Enter)?;
    browser.wait_gone("[data-stage='1'] form.predict")?;
    ensure!(browser.has_focus(".go")?, "the focus has gone with the question");
    ensure!(browser.count(".predict.reveal")? == 0, "the answer comes before the run");
    browser.click("[data-lab] [aria-label='To the end']")?;
    browser.wait_text("[data-lab] .reveal .pb", "of 1 right")?;
    browser.run("localStorage.setItem('settings', 'predictions=off')", &[])?;
    browser.run("localStorage.removeItem('predictions ch00-two-node-lease')", &[])?;
    open(visit)?;
    browser.middle("[data-lab]")?;
    browser.wait_for("[data-lab] .ph")?;
    ensure!(browser.count("form.predict")? == 0, "a reader is asked who does not want to be");
    browser.run("localStorage.clear()", &[]).map(drop)
}

/// Escape leads out of a lab, whose keys are told while it has the focus.
fn left(visit: &Visit) -> Result<()> {
    let browser = &visit.browser;
    browser.run("document.querySelector('[data-lab] .predict-open').focus()", &[])?;
    browser.press(Key::Tab)?;
    browser.wait_true(
        "getComputedStyle(document.querySelector('[data-lab] .keyline')).visibility === 'visible'",
    )?;
    browser.press(Key::Escape)?;
    browser.wait_true("document.activeElement.matches('[data-lab] + *')")
}

fn height(browser: &Browser, nth: usize) -> Result<f64> {
    let place = format!("document.querySelectorAll('{PLACES}')[{nth}]");
    browser.number(&format!("{place}.getBoundingClientRect().height"))
}

fn top(browser: &Browser) -> Result<f64> {
    browser.number(&format!("document.querySelector('{BEHIND}').getBoundingClientRect().top"))
}
