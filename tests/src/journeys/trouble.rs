//! When the page's program cannot start, or stops, the text stays and a sentence says what to do.

use anyhow::{Result, ensure};

use super::{Journey, Visit};
use crate::driver::{Browser, Kind};

/// The journey.
pub(super) const JOURNEY: Journey = Journey { name: "trouble", browsers: &Kind::ALL, run };

fn run(visit: &mut Visit) -> Result<()> {
    stopped(visit)?;
    if visit.browser.kind() == Kind::Chromium {
        too_old(visit)?;
        unloadable(visit)?;
    }
    Ok(())
}

/// A mistake in the program ends it with an error of this kind.
fn stopped(visit: &Visit) -> Result<()> {
    let browser = &visit.browser;
    visit.open("/")?;
    browser.wait_for("[data-lab] .transport .go")?;
    browser.check_running()?;
    // A script element belongs to the page, which a driver's own script does not.
    browser.run(
        "const script = document.createElement('script'); script.textContent = \
         'window.dispatchEvent(new ErrorEvent(\"error\", \
           { error: new WebAssembly.RuntimeError(\"unreachable\") }));'; \
         document.head.append(script);",
        &[],
    )?;
    told(browser, "The lab has stopped")?;
    ensure!(browser.check_running().is_err(), "journeys do not see that the program has stopped");
    browser.click(".trouble .btn")?;
    browser.wait_gone(".trouble")?;
    browser.wait_for("[data-lab] .transport .go").map(drop)
}

/// A browser from before the baseline gets the prose.
fn too_old(visit: &Visit) -> Result<()> {
    let browser = &visit.browser;
    browser.before_each_page("delete window.ResizeObserver;")?;
    visit.open("/")?;
    told(browser, "too old")
}

/// The program does not arrive.
fn unloadable(visit: &Visit) -> Result<()> {
    let browser = &visit.browser;
    browser.before_each_page(
        "window.ResizeObserver = class { observe() {} disconnect() {} }; \
         window.realFetch = window.fetch; \
         window.fetch = () => Promise.reject(new TypeError('Failed to fetch'));",
    )?;
    visit.open("/")?;
    told(browser, "could not be loaded")?;
    browser.before_each_page(
        "window.fetch = window.realFetch; \
         new MutationObserver((all) => all.forEach((one) => one.addedNodes.forEach((node) => { \
           if (node.type === 'module') node.textContent = 'import \"/gone.js\";'; \
         }))).observe(document, { childList: true, subtree: true });",
    )?;
    visit.open("/")?;
    told(browser, "could not be loaded")
}

fn told(browser: &Browser, words: &str) -> Result<()> {
    browser.wait_text(".trouble", words)?;
    let prose = browser.text("article, main")?;
    ensure!(prose.contains("promise"), "the text is gone: {prose}");
    browser.check_accessible()
}
