//! Words lead to headings, by keyboard alone; strange words and a missing index lead to sentences.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::driver::{Key, Kind};
use crate::journeys::{Journey, Visit};

/// The journey.
pub(in crate::journeys) const JOURNEY: Journey =
    Journey { name: "search", browsers: &Kind::ALL, run };

/// The field, on the page for it.
const FIELD: &str = "[data-slot=\"search\"] input";

fn run(visit: &mut Visit) -> Result<()> {
    missing(visit)?;
    by_keyboard(visit)?;
    hostile(visit)
}

/// The engine cannot be loaded: a sentence says so, and one can try again.
fn missing(visit: &mut Visit) -> Result<()> {
    let browser = &visit.browser;
    visit.open("/search/")?;
    browser.wait_for(FIELD)?;
    browser.check_accessible()?;
    visit.server.stop();
    // The worker of the site, where it is quick, has kept the search already.
    browser.run_async(
        "const done = arguments[arguments.length - 1]; \
         navigator.serviceWorker.getRegistrations() \
           .then((all) => Promise.all(all.map((one) => one.unregister()))) \
           .then(() => caches.keys()).then((all) => Promise.all(all.map((one) => caches.delete(one)))) \
           .then(() => done(0), String);",
        &[],
    )?;
    let browser = &visit.browser;
    browser.type_into(FIELD, "lease")?;
    browser.wait_text(".find .said", "could not be loaded")?;
    visit.server.resume()?;
    browser.click(".find p button")?;
    browser.wait_for("[data-result]")?;
    browser.check_accessible()
}

fn by_keyboard(visit: &Visit) -> Result<()> {
    let browser = &visit.browser;
    visit.open("/search/?q=lea")?;
    browser.wait_text(".find .said", "places for “lea”")?;
    ensure!(browser.count(".result mark")? > 0, "nothing is marked");
    browser.press(Key::End)?;
    browser.press('s')?;
    browser.press('e')?;
    browser.wait_text(".find .said", "places for “lease”")?;
    ensure!(browser.address()?.ends_with("?q=lease"), "the address does not say what is shown");
    browser.press(Key::Down)?;
    browser.press(Key::Down)?;
    browser.press(Key::Up)?;
    browser.wait_for("[data-result=\"0\"][aria-selected=\"true\"]")?;
    ensure!(browser.has_focus(FIELD)?, "the focus has left the field");
    let script = "return document.querySelector('[data-result=\"0\"]').getAttribute('href');";
    let heading = browser.run(script, &[])?;
    let heading = heading.as_str().unwrap_or_default();
    let (path, anchor) = heading.split_once('#').unwrap_or((heading, ""));
    ensure!(heading.ends_with("glossary/#lease"), "{heading} is not what defines the word");
    browser.press(Key::Enter)?;
    browser.wait_true(&format!("location.pathname === '{path}'"))?;
    if !anchor.is_empty() {
        browser.wait_for(&format!("[id=\"{anchor}\"]"))?;
    }
    Ok(())
}

/// What is typed is text, however it looks and however long it is.
fn hostile(visit: &Visit) -> Result<()> {
    let browser = &visit.browser;
    visit.open("/search/?q=%3Cimg%20src%3Dx%20onerror%3Ddocument.title%3D1%3E%F0%9F%92%A5%22'")?;
    browser.wait_text(".find .said", "“<img src=x")?;
    ensure!(browser.title()? != "1" && browser.count(".find img")? == 0, "text became markup");
    visit.open(&format!("/search/?q={}", "lease".repeat(400)))?;
    browser.wait_text(".find .said", "“leaselease")?;
    let said = browser.text(".find .said")?;
    ensure!(said.chars().count() < 300, "the sentence has {} letters", said.len());
    // A paste goes past the limit of the field.
    browser.run(
        "const field = document.querySelector(arguments[0]); field.value = 'ü'.repeat(10000); \
         field.dispatchEvent(new InputEvent('input', { bubbles: true }));",
        &[json!(FIELD)],
    )?;
    browser.wait_text(".find .said", "“üü")?;
    visit.open("/search/?q=qqqzzz")?;
    browser.wait_text(".find .said", "does not speak of “qqqzzz”")?;
    browser.check_accessible()?;
    // What is no text in an address is looked for as it stands there, and said.
    visit.open("/search/?q=%E0%A4%A")?;
    browser.wait_text(".find .said", "“%E0%A4%A”")
}
