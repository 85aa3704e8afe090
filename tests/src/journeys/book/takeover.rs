//! Pages follow one another without being loaded anew, and behave as on a plain site.

use anyhow::{Result, ensure};

use super::worker::forget;
use crate::driver::{Browser, Key, Kind};
use crate::journeys::{Journey, Visit};

/// The journey.
pub(in crate::journeys) const JOURNEY: Journey =
    Journey { name: "book-takeover", browsers: &Kind::ALL, run };

/// A page that has been loaded anew has forgotten this.
const MARK: &str = "window.marked === true";

fn run(visit: &mut Visit) -> Result<()> {
    let browser = &visit.browser;
    visit.open("/chapter/3/")?;
    browser.wait_for(".tools")?;
    browser.run("window.marked = true", &[])?;
    onward(browser)?;
    deep(browser)?;
    same_page(browser)?;
    labs(browser)?;
    last_wins(browser)?;
    reload(browser)?;
    other_release(browser)?;
    offline(visit)
}

/// A link leads on; back leads to where the reader was, with the focus on the link.
fn onward(browser: &Browser) -> Result<()> {
    let link = ".turn a.pv";
    browser.middle(link)?;
    browser.run("document.querySelector(arguments[0]).focus()", &[link.into()])?;
    let before = height_of(browser, link)?;
    browser.press(Key::Enter)?;
    arrived(browser, "/chapter/1/", "Impossibility")?;
    ensure!(browser.has_focus("main")?, "reading does not begin at the text");
    ensure!(browser.number("scrollY")? == 0.0, "the page does not begin at its top");
    browser.wait_true(
        "document.querySelector('#over [role=status]').textContent.includes('Impossibility')",
    )?;
    browser.check_accessible_in("#over")?;
    browser.back()?;
    arrived(browser, "/chapter/3/", "Consensus")?;
    browser.until("the link is where it was", || {
        Ok(((height_of(browser, link)? - before).abs() < 60.0).then_some(()))
    })?;
    ensure!(browser.has_focus(link)?, "the link has lost the focus");
    browser.forward()?;
    arrived(browser, "/chapter/1/", "Impossibility")
}

/// A link to a heading of another page leads to it, and the browser knows it as the target.
fn deep(browser: &Browser) -> Result<()> {
    browser.run(
        "const link = document.createElement('a'); link.href = '/glossary/#lease'; \
         link.id = 'deep'; link.textContent = 'x'; document.querySelector('main').prepend(link);",
        &[],
    )?;
    browser.click("#deep")?;
    arrived(browser, "/glossary/#lease", "Glossary")?;
    browser.wait_true("document.querySelector(':target')?.id === 'lease'")?;
    browser
        .wait_true("document.querySelector('#lease').getBoundingClientRect().top < innerHeight")?;
    browser.wait_true("scrollY > 0 && document.activeElement.id === 'lease'")?;
    browser.back()?;
    arrived(browser, "/chapter/1/", "Impossibility")
}

/// A place on the page is the browser's, and has an entry of its own.
fn same_page(browser: &Browser) -> Result<()> {
    browser.run("scrollTo(0, 0)", &[])?;
    let link = "nav.here a[href^='#']";
    browser.run(
        "const all = document.querySelectorAll(arguments[0]); all[all.length - 1].click()",
        &[link.into()],
    )?;
    browser.wait_true("location.hash.length > 1 && scrollY > 400")?;
    browser.back()?;
    browser.wait_true("location.hash === '' && scrollY < 40")?;
    browser.forward()?;
    browser.wait_true("location.hash.length > 1 && scrollY > 400")?;
    browser.back()?;
    browser.wait_true("location.hash === ''")?;
    arrived(browser, "/chapter/1/", "Impossibility")
}

/// A lab that takes the whole page, and back into the text.
fn labs(browser: &Browser) -> Result<()> {
    browser.click(".blue .links a")?;
    browser.wait_for("main.lab [data-cell]")?;
    browser.wait_true(MARK)?;
    ensure!(browser.count("header.site")? == 0, "the head of the page has stayed");
    browser.click(".labbar .back")?;
    browser.wait_for(".cover")?;
    browser.wait_true(MARK)?;
    browser.wait_for("[data-lab] .transport .go")?;
    browser.back()?;
    browser.wait_for("main.lab [data-cell]")?;
    browser.back()?;
    arrived(browser, "/chapter/1/", "Impossibility")
}

/// Of several wishes in a row the last one counts.
fn last_wins(browser: &Browser) -> Result<()> {
    browser.run(
        "for (const path of ['/works/', '/models/', '/evidence/']) { \
           const link = document.createElement('a'); link.href = path; link.textContent = path; \
           document.querySelector('main').append(link); link.click(); }",
        &[],
    )?;
    arrived(browser, "/evidence/", "Evidence")?;
    browser.back()?;
    arrived(browser, "/chapter/1/", "Impossibility")
}

/// Loading a page again leads to where the reader was.
fn reload(browser: &Browser) -> Result<()> {
    browser.middle(".turn a.nx")?;
    let before = height_of(browser, ".turn a.nx")?;
    browser.reload()?;
    browser.wait_for(".tools")?;
    browser.until("the page stands where it stood", || {
        Ok(((height_of(browser, ".turn a.nx")? - before).abs() < 60.0).then_some(()))
    })?;
    browser.run("window.marked = true", &[]).map(drop)
}

/// A page of another release is loaded as a whole.
fn other_release(browser: &Browser) -> Result<()> {
    browser.run("document.documentElement.dataset.release = 'older'", &[])?;
    browser.click(".turn a.nx")?;
    browser.wait_true("location.pathname === '/chapter/3/' && window.marked === undefined")?;
    browser.wait_for(".tools").map(drop)
}

/// A page that does not come leaves the one that is there, and says so.
fn offline(visit: &mut Visit) -> Result<()> {
    visit.browser.run("window.marked = true", &[])?;
    visit.browser.wait_true("navigator.serviceWorker.controller")?;
    forget(&visit.browser)?;
    visit.server.stop();
    visit.browser.click(".turn a.pv")?;
    visit.browser.wait_text(".over-notice", "could not be loaded")?;
    arrived(&visit.browser, "/chapter/3/", "Consensus")?;
    visit.browser.check_accessible_in("#over")?;
    visit.server.resume()?;
    visit.browser.click(".over-notice button")?;
    visit.browser.wait_gone(".over-notice")?;
    visit.browser.click(".turn a.pv")?;
    arrived(&visit.browser, "/chapter/1/", "Impossibility")?;
    visit.browser.check_running()
}

/// Waits until a page is shown, without having been loaded.
fn arrived(browser: &Browser, path: &str, title: &str) -> Result<()> {
    browser.wait_true(&format!(
        "location.pathname + location.search + location.hash === '{path}' && \
         document.title.includes('{title}') && \
         document.querySelector('h1')?.textContent.includes('{title}')"
    ))?;
    browser.wait_for(".tools")?;
    browser.wait_true(MARK)
}

fn height_of(browser: &Browser, selector: &str) -> Result<f64> {
    browser.number(&format!("document.querySelector('{selector}').getBoundingClientRect().top"))
}
