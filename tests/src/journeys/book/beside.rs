//! Contents stay beside the text and say where one is; the words of a vector are on its card.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::driver::{Browser, Key, Kind};
use crate::journeys::{Journey, Visit};

/// The journey.
pub(in crate::journeys) const JOURNEY: Journey =
    Journey { name: "book-beside", browsers: &Kind::ALL, run };

const HERE: &str = "document.querySelector('nav.here')";

fn run(visit: &mut Visit) -> Result<()> {
    let browser = &visit.browser;
    browser.set_viewport(1440, 900)?;
    visit.open("/chapter/3/")?;
    let before = text_at(browser)?;
    browser.wait_for(".tools")?;
    ensure!(text_at(browser)? == before, "the text has moved when the program came");
    stays(browser)?;
    follows(browser)?;
    folded(browser)?;
    fits(browser)?;
    vectors(visit)
}

/// A lab is no wider than its place, whatever its clocks show.
fn fits(browser: &Browser) -> Result<()> {
    const LAB: &str = "[data-lab='ch03-raft-lease-read'][data-stage='2']";
    browser.middle(LAB)?;
    browser.wait_for(&format!("{LAB} .transport .go"))?;
    browser.run(
        "document.querySelector(arguments[0]).querySelector('[aria-label=\"To the end\"]').click()",
        &[json!(LAB)],
    )?;
    browser.wait_for(&format!("{LAB} .clocks .red"))?;
    for width in [1440, 1024] {
        browser.set_viewport(width, 900)?;
        browser.wait_true(&format!(
            "(() => {{ const lab = document.querySelector(\"{LAB}\"); \
             const right = (one) => one.getBoundingClientRect().right; \
             return document.documentElement.scrollWidth <= innerWidth && \
               right(lab.querySelector('.faults-open')) <= right(lab) + 1; }})()"
        ))?;
    }
    browser.set_viewport(1440, 900)
}

/// The contents of the page stay in sight, and say where the reader is.
fn stays(browser: &Browser) -> Result<()> {
    let heading = "section.pass[data-pass='mastery'] h4";
    browser.run(
        "document.querySelector(arguments[0]).scrollIntoView({ behavior: 'instant' })",
        &[json!(heading)],
    )?;
    browser.wait_true(&format!(
        "{HERE}.querySelector('[aria-current]')?.hash === \
           '#' + document.querySelector(\"{heading}\").id"
    ))?;
    browser.wait_true(&format!(
        "(() => {{ const [nav, link] = [{HERE}, {HERE}.querySelector('[aria-current]')]\
           .map((one) => one.getBoundingClientRect()); \
           const text = document.querySelector('.lab.inpage, [data-lab]').getBoundingClientRect(); \
           return nav.top >= 0 && nav.top < 60 && nav.left >= text.right && \
             link.top >= 0 && link.bottom <= innerHeight; }})()"
    ))?;
    browser.check_accessible()
}

/// A link in them leads to its heading; back leads to where one was.
fn follows(browser: &Browser) -> Result<()> {
    let before = browser.number("scrollY")?;
    let section = "nav.here li:has([aria-current]) > a[data-item]";
    browser.run("document.querySelector(arguments[0]).focus()", &[json!(section)])?;
    browser.press(Key::Enter)?;
    browser.wait_true(&format!("location.hash.length > 1 && scrollY < {before} - 400"))?;
    browser.back()?;
    browser.until("the text is where it was", || {
        Ok(((browser.number("scrollY")? - before).abs() < 3.0).then_some(()))
    })?;
    ensure!(browser.has_focus(section)?, "the link has lost the focus");
    Ok(())
}

/// Where there is less room they are folded above the text, and lead to the same places.
fn folded(browser: &Browser) -> Result<()> {
    for (width, height) in [(1024, 768), (390, 844)] {
        browser.set_viewport(width, height)?;
        browser.run("scrollTo(0, 0)", &[])?;
        browser.wait_true(&format!(
            "{HERE}.getBoundingClientRect().bottom <= \
               document.querySelector('h1').getBoundingClientRect().top && \
             !{HERE}.querySelector('li a').checkVisibility({{ contentVisibilityAuto: true }})"
        ))?;
        browser.click("nav.here summary")?;
        browser.check_accessible_in("nav.here")?;
        browser.click("nav.here a[data-item]")?;
        browser.wait_true("location.hash.length > 1 && scrollY > 300")?;
        browser.run("document.querySelector('nav.here details').open = false", &[])?;
    }
    browser.set_viewport(1440, 900)
}

/// A vector is reached by keys, and its card says what each of its words promises.
fn vectors(visit: &Visit) -> Result<()> {
    let browser = &visit.browser;
    visit.open("/chapter/1/")?;
    browser.wait_for(".tools")?;
    let vector = "article a[data-type='vector']";
    browser.press(Key::Tab)?;
    browser.run("document.querySelector(arguments[0]).focus()", &[json!(vector)])?;
    browser.wait_text(".card .is", "Guarantee")?;
    browser.wait_true(
        "[...document.querySelectorAll('#card-says b')].map((one) => one.textContent.split(',')[0])\
           .join() === 'Scope,Order,Visibility,Recency,Idempotence,Auth'",
    )?;
    browser.wait_true(
        "document.activeElement.getAttribute('aria-describedby') === 'card-says' && \
         (() => { const card = document.querySelector('.card'); \
           return card.scrollHeight <= card.clientHeight + 1; })()",
    )?;
    browser.check_accessible()?;
    browser.press(Key::Escape)?;
    browser.wait_gone(".card")?;
    // Word by word in the blueprint.
    browser.click(".blue > details > summary")?;
    browser.press(Key::Tab)?;
    browser.run("document.querySelector('.blue .vec a[data-type=vector]').focus()", &[])?;
    browser.wait_text(".card .is", "Scope")?;
    browser.press(Key::Enter)?;
    browser.wait_true("location.pathname === '/glossary/' && location.hash === '#guarantee-vector'")
}

/// Where the first paragraph stands.
fn text_at(browser: &Browser) -> Result<serde_json::Value> {
    browser.run(
        "const at = document.querySelector('article p').getBoundingClientRect(); \
         return [at.left, at.top, at.width];",
        &[],
    )
}
