//! A browser that can keep nothing more: it is said once, and what was answered is not lost.

use anyhow::{Result, ensure};

use crate::driver::{Browser, Key, Kind};
use crate::journeys::files::{catch, caught};
use crate::journeys::{Journey, Visit};

/// The journey.
pub(in crate::journeys) const JOURNEY: Journey =
    Journey { name: "book-full", browsers: &Kind::ALL, run };

/// Fills what the browser keeps for the site to its last letter.
const FILL: &str = "let count = 0; \
                    for (let size = 1 << 22; size; size >>= 1) for (;;) \
                      try { localStorage.setItem(`x${count}`, 'a'.repeat(size)); count++; } \
                      catch { break; }";

const SAID: &str = "keeps nothing more";

const CHOICE: &str = "section.exercise [data-choice]";

fn run(visit: &mut Visit) -> Result<()> {
    let browser = &visit.browser;
    visit.open("/chapter/3/")?;
    browser.wait_for(".tools")?;
    browser.run("localStorage.clear(); sessionStorage.clear()", &[])?;
    visit.open("/chapter/3/")?;
    browser.wait_for(".tools")?;
    browser.run(FILL, &[])?;
    browser.click(&format!("{CHOICE} summary"))?;
    browser.wait_for(&format!("{CHOICE} .chosen"))?;
    browser.wait_text(".over-notice", SAID)?;
    browser.check_accessible()?;
    browser.run("document.querySelector('.over-notice button').click()", &[])?;
    browser.wait_gone(".over-notice")?;

    // It holds over pages, is said once, and can be taken away.
    browser.run("document.querySelector('nav.side a[href$=\"/chapter/1/\"]').click()", &[])?;
    browser.wait_true("location.pathname.endsWith('/chapter/1/')")?;
    browser.run("history.back()", &[])?;
    browser.wait_for(&format!("{CHOICE} .chosen"))?;
    ensure!(browser.count(".over-notice")? == 0, "it was said twice");
    browser.click(".tools .choose")?;
    browser.wait_for("dialog.settings[open]")?;
    catch(browser)?;
    browser.click("dialog.settings .kept button")?;
    let file = caught(browser)?;
    ensure!(file.contains("answers 3"), "what was answered is not in the file: {file}");
    browser.run("localStorage.clear()", &[])?;
    lecture(visit)
}

/// Hands are counted all the same.
fn lecture(visit: &Visit) -> Result<()> {
    let browser = &visit.browser;
    visit.open("/play/ch03-raft-lease-read/?view=lecture&stage=2&session=full1234")?;
    browser.wait_for(".lecture .stage")?;
    browser.press(Key::PageDown)?;
    browser.wait_for(".lecture[data-step=question]")?;
    // Not every browser sets an end to what a window keeps.
    browser.run(REFUSE, &[])?;
    raise(browser)?;
    browser.wait_text(".over-notice", SAID)
}

const REFUSE: &str = "Storage.prototype.setItem = () => { throw new DOMException('', \
                      'QuotaExceededError'); };";

fn raise(browser: &Browser) -> Result<()> {
    browser.press('A')?;
    browser
        .wait_true("[...document.querySelectorAll('.lecture input')].some((f) => f.value === '1')")
}
