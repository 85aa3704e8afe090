//! Cards: by hovering, by the focus, by a tap; dismissed, hovered, and inside the window.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::driver::{Browser, Key, Kind, Point};
use crate::journeys::{Journey, Visit};

/// The journey.
pub(in crate::journeys) const JOURNEY: Journey =
    Journey { name: "book-cards", browsers: &Kind::ALL, run };

const TERM: &str = "article a.term[data-type='term']";

fn run(visit: &mut Visit) -> Result<()> {
    let browser = &visit.browser;
    visit.open("/chapter/3/")?;
    browser.wait_for(".tools")?;
    focus(browser)?;
    hover(browser)?;
    kinds(browser)?;
    if browser.kind() == Kind::Chromium {
        browser.set_viewport(390, 844)?;
        kinds(browser)?;
        tap(browser)?;
    }
    Ok(())
}

/// The focus shows a card that describes the link; Escape takes it away, and the link is followed.
fn focus(browser: &Browser) -> Result<()> {
    // A key before: the focus is shown after keys only.
    browser.press(Key::Tab)?;
    focus_on(browser, TERM)?;
    browser.wait_text(".card", &name_of(browser, TERM)?)?;
    browser.wait_text(".card .is", "Word")?;
    let described = "document.activeElement.getAttribute('aria-describedby') === 'card-says'";
    browser.wait_true(described)?;
    inside(browser)?;
    browser.check_accessible()?;
    browser.press(Key::Escape)?;
    browser.wait_gone(".card")?;
    browser.wait_true(&format!("!({described})"))?;
    ensure!(browser.has_focus(TERM)?, "Escape has moved the focus");
    focus_on(browser, "article a[data-type='cite']")?;
    browser.wait_text(".card .is", "Work")?;
    focus_on(browser, "article h2 a")?;
    browser.wait_gone(".card")
}

/// A pointer that rests on a link brings its card, and may move onto it.
fn hover(browser: &Browser) -> Result<()> {
    let middle = browser.middle(TERM)?;
    browser.hover(Point { x: 2.0, y: 2.0 })?;
    browser.hover(middle)?;
    browser.wait_for(".card")?;
    let card = "document.querySelector('.card').getBoundingClientRect()";
    let place = browser.run(&format!("const c = {card}; return [c.x + 40, c.y + 12];"), &[])?;
    let x = place[0].as_f64().unwrap_or_default();
    browser.hover(Point { x, y: place[1].as_f64().unwrap_or_default() })?;
    std::thread::sleep(std::time::Duration::from_millis(700));
    browser.wait_for(".card")?;
    browser.hover(Point { x: 2.0, y: 2.0 })?;
    browser.wait_gone(".card")?;
    browser.hover(middle)?;
    browser.wait_for(".card")?;
    browser.press(Key::Escape)?;
    browser.wait_gone(".card")
}

/// Every kind of link has a card with its word, wholly inside the window.
fn kinds(browser: &Browser) -> Result<()> {
    // A pointer that rests on the text would show cards of its own while it scrolls.
    browser.hover(Point { x: 2.0, y: 2.0 })?;
    browser.press(Key::Tab)?;
    for (kind, word) in [("evidence", "Evidence"), ("invariant", "Invariant"), ("run", "Run")] {
        let link = format!("a[data-type='{kind}']");
        if browser.count(&link)? == 0 {
            continue;
        }
        focus_on(browser, &link)?;
        browser.wait_text(".card .is", word)?;
        inside(browser)?;
    }
    footnote(browser)?;
    browser.press(Key::Escape)?;
    browser.wait_gone(".card")
}

/// A footnote stands beside the text; where there is no room for it, it is on a card.
fn footnote(browser: &Browser) -> Result<()> {
    focus_on(browser, "a.fn")?;
    if browser.number("innerWidth")? >= 932.0 {
        browser.wait_gone(".card")?;
        return browser.wait_true(
            "(() => { const [mark, note, text] = ['a.fn', '.note', 'article:has(a.fn)'].map((one) => \
               document.querySelector(one).getBoundingClientRect()); \
               return Math.abs(mark.top - note.top) < 30 && note.left > text.right; })()",
        );
    }
    let note = "document.querySelector(document.querySelector('a.fn').getAttribute('href'))";
    browser.wait_true(&format!(
        "{note}.textContent.includes(document.querySelector('#card-says').textContent.trim()) && \
         {note}.getClientRects().length === 0"
    ))?;
    // The link in the card leads to the note, and the number at its head back.
    browser.click(".card .on a")?;
    browser.wait_true(&format!("{note}.getClientRects().length > 0"))?;
    browser.click(".note:target .lbl")?;
    browser.wait_true("document.activeElement.matches('a.fn')")?;
    browser.wait_true(&format!("{note}.getClientRects().length === 0"))?;
    browser.press(Key::Tab)
}

/// The first tap shows the card, the link in it leads on.
fn tap(browser: &Browser) -> Result<()> {
    let path = browser.run("return location.pathname", &[])?;
    browser.tap(browser.middle(TERM)?)?;
    browser.wait_for(".card")?;
    inside(browser)?;
    ensure!(browser.run("return location.pathname", &[])? == path, "the tap has led on");
    browser.check_accessible_in("#over")?;
    browser.tap(Point { x: 4.0, y: 700.0 })?;
    browser.wait_gone(".card")?;
    browser.tap(browser.middle(TERM)?)?;
    browser.wait_for(".card")?;
    browser.tap(browser.middle(".card .on a")?)?;
    browser.wait_true("location.pathname === '/glossary/' && location.hash.length > 1")?;
    browser.wait_gone(".card")
}

fn focus_on(browser: &Browser, selector: &str) -> Result<()> {
    browser.run("document.querySelector(arguments[0]).focus()", &[json!(selector)]).map(drop)
}

fn name_of(browser: &Browser, selector: &str) -> Result<String> {
    Ok(browser.attribute(selector, "data-name")?.unwrap_or_default())
}

/// The card is wholly inside the width of the window, and not on its link.
fn inside(browser: &Browser) -> Result<()> {
    browser.wait_true(
        "(() => { const card = document.querySelector('.card').getBoundingClientRect(); \
           const link = document.querySelector('[aria-describedby=card-says]')\
             .getBoundingClientRect(); \
           return card.left >= 0 && card.right <= document.documentElement.clientWidth && \
             (card.top >= link.bottom || card.bottom <= link.top); })()",
    )
}
