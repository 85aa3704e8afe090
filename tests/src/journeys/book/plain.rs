//! Without scripts the book is whole: text, figures, notes, answers, and the way from page to page.

use anyhow::{Result, ensure};

use super::KINDS;
use crate::driver::{Browser, Kind};
use crate::journeys::{Journey, Visit};
use crate::paths;
use crate::server::{Server, Site};

/// The journey.
pub(in crate::journeys) const JOURNEY: Journey =
    Journey { name: "plain", browsers: &Kind::ALL, run };

fn run(visit: &mut Visit) -> Result<()> {
    // Where the browser cannot be told to run no script, the host forbids them.
    let site = Site { policy: Some("script-src 'none'"), ..Site::new(paths::dist()) };
    visit.server = Server::start(site, 0)?;
    let browser = &visit.browser;
    if browser.kind() == Kind::Chromium {
        browser.without_scripts()?;
    }
    for path in KINDS {
        visit.open(path)?;
        browser.wait_for("main h1")?;
        ensure!(browser.text("main")?.len() > 100, "{path} says next to nothing");
    }
    visit.open("/")?;
    browser.click("#contents a[href$=\"/chapter/3/\"]")?;
    browser.wait_text("h1", "Consensus")?;
    read(browser)
}

fn read(browser: &Browser) -> Result<()> {
    let prose = browser.text("#text")?;
    ensure!(prose.split_whitespace().count() > 3_000, "chapter 3 is not there as a whole");
    let labs = browser.count("[data-lab]")?;
    let drawn = browser.count("[data-lab] svg.figure[role=\"img\"]")?;
    ensure!(labs > 0 && labs == drawn, "{drawn} of {labs} labs have a figure");

    browser.click("a.fn")?;
    browser.wait_true("location.hash.startsWith('#note-')")?;
    browser.click(".note:target .lbl")?;
    browser.wait_true("location.hash.startsWith('#back-')")?;

    browser.click(".exercise details > summary")?;
    browser.wait_for(".exercise details[open] > p")?;

    browser.click("nav.pass a[href$=\"mastery\"]")?;
    browser.wait_true("document.querySelector('section.pass:target').dataset.pass == 'mastery'")?;
    browser.click("section.pass:target a.term")?;
    browser.wait_for(":target")?;
    browser.back()?;
    browser.wait_text("h1", "Consensus")
}
