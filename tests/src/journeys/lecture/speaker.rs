//! The speaker window is in step: opened late, loaded again, twice, and where pop-ups are blocked.

use anyhow::{Context, Result, ensure};

use super::page::{ID, at, open};
use crate::driver::{Browser, Key, Kind};
use crate::journeys::{Journey, Visit};

/// The journey.
pub(in crate::journeys) const JOURNEY: Journey =
    Journey { name: "lecture-speaker", browsers: &Kind::ALL, run };

fn run(visit: &mut Visit) -> Result<()> {
    open(visit, "&session=talk1234&stage=2")?;
    let browser = &visit.browser;
    browser.press(Key::PageDown)?;
    at(browser, "2 of 3", "question")?;

    browser.run("window.open = () => null;", &[])?;
    browser.press('s')?;
    let notes = browser.attribute(".odd a", "href")?.context("no link to open by hand")?;
    ensure!(notes.contains("view=notes&session=talk1234"), "it is {notes}");
    browser.check_accessible()?;
    browser.press(Key::Escape)?;
    browser.wait_gone(".odd")?;

    let session = browser.session()?;
    let lecture = browser.complete(session.window())?;
    let first = window(browser, &notes)?;
    browser.wait_text(".sees", "the question")?;
    browser.wait_text(".notes header", "2 of 3")?;
    browser.wait_text(".notes .clock", "planned")?;
    browser.wait_text(".notes .next", "Ask before answering")?;
    browser.check_accessible()?;
    browser.click("[data-does=next]")?;
    browser.wait_text(".sees", "the run")?;
    browser.reload()?;
    browser.wait_text(".sees", "the run")?;

    window(browser, &notes)?;
    browser.wait_text(".sees", "the run")?;
    browser.press(Key::PageDown)?;
    browser.wait_text(".sees", "what it showed")?;
    browser.click("[data-does=black]")?;
    browser.wait_text(".sees", "black")?;
    browser.complete(session.switch_to_window(first))?;
    browser.wait_text(".sees", "black")?;

    browser.complete(session.switch_to_window(lecture.clone()))?;
    browser.wait_for(".lecture .black")?;
    at(browser, "2 of 3", "reveal")?;
    // Hostile messages change nothing.
    let say = "new BroadcastChannel('lecture talk1234').postMessage(arguments[0]);";
    for hostile in ["lecture1 do jump999", "lecture1 do <script>", "{}"] {
        browser.run(say, &[hostile.into()])?;
    }
    browser.run(say, &[serde_json::json!({ "do": "next" })])?;
    at(browser, "2 of 3", "reveal")?;
    browser.reload()?;
    browser.wait_for(".lecture .black")?;
    at(browser, "2 of 3", "reveal")?;

    closed(browser, &lecture)?;
    visit.open(&format!("/play/{ID}/?view=notes&session=%3Cb%3E"))?;
    visit.browser.wait_text(".notice", "names no lecture")?;
    open(visit, "&session=%3Cb%3E")?;
    visit.browser.wait_text(".odd", "no name of 4 to 24 letters")
}

/// The speaker windows are closed in the middle of the talk: it goes on, and a new one is in step.
fn closed(browser: &Browser, lecture: &thirtyfour::WindowHandle) -> Result<()> {
    let session = browser.session()?;
    for window in browser.complete(session.windows())? {
        if window != *lecture {
            browser.complete(session.switch_to_window(window))?;
            browser.complete(session.close_window())?;
        }
    }
    browser.complete(session.switch_to_window(lecture.clone()))?;
    browser.press('b')?;
    browser.wait_gone(".lecture .black")?;
    browser.press(Key::PageDown)?;
    at(browser, "3 of 3", "headline")?;
    let notes = format!("{}&session=talk1234", browser.address()?.split('?').next().unwrap_or(""));
    let notes = notes.replace("/&", "/?view=notes&");
    window(browser, &notes)?;
    browser.wait_text(".notes header", "3 of 3")?;
    browser.complete(session.switch_to_window(lecture.clone()))
}

/// Another window at an address.
fn window(browser: &Browser, address: &str) -> Result<thirtyfour::WindowHandle> {
    let session = browser.session()?;
    let window = browser.complete(session.new_tab())?;
    browser.complete(session.switch_to_window(window.clone()))?;
    browser.open(address)?;
    Ok(window)
}
