//! What a reader chooses holds at once, on every page, before anything is drawn.
//!
//! What is kept can be taken away, brought back and forgotten; what is brought is not believed.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::driver::{Browser, Key, Kind};
use crate::journeys::files::{catch, caught, give};
use crate::journeys::{Journey, Visit};

/// The journey.
pub(in crate::journeys) const JOURNEY: Journey =
    Journey { name: "book-settings", browsers: &Kind::ALL, run };

/// Where a file is brought back.
const FIELD: &str = ".import input";

fn run(visit: &mut Visit) -> Result<()> {
    let browser = &visit.browser;
    visit.open("/chapter/3/")?;
    browser.wait_for(".tools")?;
    browser.run("localStorage.clear()", &[])?;
    choices(visit)?;
    depth(visit)?;
    keys(visit)?;
    forget(visit)?;
    bring(visit)
}

fn open(browser: &Browser) -> Result<()> {
    browser.click(".tools .choose")?;
    browser.wait_for("dialog.settings[open]").map(drop)
}

fn close(browser: &Browser) -> Result<()> {
    browser.press(Key::Escape)?;
    browser.wait_gone("dialog.settings")
}

fn choose(browser: &Browser, name: &str, choice: &str) -> Result<()> {
    browser.click(&format!(".choices label:has([name='{name}'][value='{choice}'])"))?;
    browser.wait_true(&format!("document.documentElement.dataset.{name} === '{choice}'"))
}

fn choices(visit: &Visit) -> Result<()> {
    let browser = &visit.browser;
    open(browser)?;
    browser.check_accessible()?;
    choose(browser, "theme", "dark")?;
    choose(browser, "size", "larger")?;
    choose(browser, "measure", "wide")?;
    choose(browser, "motion", "less")?;
    close(browser)?;
    ensure!(browser.has_focus(".tools .choose")?, "the focus is lost");
    browser
        .wait_true("localStorage.settings === 'theme=dark size=larger measure=wide motion=less'")?;
    // Before the program: the script in the head has seen to it when the body is read.
    visit.open("/works/")?;
    let early = "[...document.scripts].some((script) => script.src.includes('early')) && \
                 document.documentElement.dataset.theme === 'dark'";
    browser.wait_true(early)?;
    browser.run(
        "localStorage.settings = 'theme=light'; \
         dispatchEvent(new StorageEvent('storage', { key: 'settings' }))",
        &[],
    )?;
    browser.wait_true("document.documentElement.dataset.theme === 'light'")?;
    browser.wait_true("document.documentElement.dataset.size === undefined")?;
    browser.run("localStorage.settings = 'theme=mauve size'", &[])?;
    visit.open("/works/")?;
    open(browser)?;
    browser.wait_text("dialog.settings .notice", "means nothing")?;
    choose(browser, "theme", "contrast")?;
    browser.check_accessible()?;
    close(browser)
}

/// A pass that is left out is shown to whoever follows a link to it.
fn depth(visit: &Visit) -> Result<()> {
    let browser = &visit.browser;
    browser.run("localStorage.settings = 'depth=intuition'", &[])?;
    visit.open("/chapter/3/")?;
    browser.wait_for(".tools")?;
    let mastery = "document.querySelector('.pass[data-pass=mastery]')";
    browser.wait_true(&format!("{mastery}.getClientRects().length === 0"))?;
    browser.click("nav.pass .to-mastery")?;
    browser.wait_true(&format!("{mastery}.getClientRects().length > 0"))?;
    browser.wait_true(&format!("Math.abs({mastery}.getBoundingClientRect().top) < innerHeight"))?;
    // The same for a link from outside.
    let hash = browser.run("return location.hash", &[])?;
    visit.open("/works/")?;
    visit.open(&format!("/chapter/3/{}", hash.as_str().unwrap_or_default()))?;
    browser.wait_true(&format!("{mastery}.getClientRects().length > 0"))?;
    browser.wait_true(&format!("Math.abs({mastery}.getBoundingClientRect().top) < innerHeight"))
}

/// The slash opens the search, unless the reader does not want single keys.
fn keys(visit: &Visit) -> Result<()> {
    let browser = &visit.browser;
    browser.run("localStorage.settings = 'keys=off'", &[])?;
    visit.open("/works/")?;
    browser.wait_for(".tools")?;
    browser.press('/')?;
    browser.wait_true("location.pathname === '/works/'")?;
    ensure!(browser.count(".tools kbd")? == 0, "a key is shown that does nothing");
    browser.run("localStorage.settings = ''", &[])?;
    visit.open("/works/")?;
    browser.wait_for(".tools")?;
    browser.press('/')?;
    searching(browser)?;
    visit.open("/works/")?;
    browser.wait_for(".tools")?;
    browser.chord(&[Key::Control], 'k')?;
    searching(browser)
}

fn searching(browser: &Browser) -> Result<()> {
    browser.wait_true("location.pathname === '/search/' || document.querySelector('dialog.search')")
}

/// Forgetting asks first, and can be undone as long as the dialog is open.
fn forget(visit: &Visit) -> Result<()> {
    let browser = &visit.browser;
    let kept = json!({
        "settings": "theme=dark", "read": "K-3.2", "answers 3": "raft-near=2", "other": "stays"
    });
    browser.run("localStorage.clear(); Object.assign(localStorage, arguments[0])", &[kept])?;
    visit.open("/works/")?;
    open(browser)?;
    button(browser, "Reset")?;
    browser.wait_for(".kept .forget")?;
    button(browser, "Keep it")?;
    browser.wait_true("localStorage.read === 'K-3.2'")?;
    button(browser, "Reset")?;
    browser.click(".kept .forget")?;
    browser.wait_true("!localStorage.read && !localStorage['answers 3']")?;
    browser.wait_true("localStorage.other === 'stays'")?;
    browser.wait_true("document.documentElement.dataset.theme === undefined")?;
    browser.check_accessible()?;
    browser.click(".kept .undo")?;
    browser.wait_true("localStorage.read === 'K-3.2' && localStorage['answers 3']")?;
    browser.wait_true("document.documentElement.dataset.theme === 'dark'")?;
    close(browser)
}

/// What is exported can be brought back; what is something else changes nothing.
fn bring(visit: &Visit) -> Result<()> {
    let browser = &visit.browser;
    open(browser)?;
    let exported = exported(browser)?;
    let kept = &exported["kept"];
    ensure!(exported["format"] == "distributed-systems-reader", "it is no export: {exported}");
    ensure!(kept["read"] == "K-3.2" && kept["other"].is_null(), "wrong entries: {kept}");
    for (file, sentence) in [
        ("no json".to_owned(), "not JSON"),
        ("{}".into(), "not written by this book"),
        ("[1]".into(), "not written by this book"),
        (with(&exported, "version", json!(2)), "another version"),
        (" ".repeat(300_000), "longer than 256 KB"),
    ] {
        give(browser, FIELD, &file)?;
        browser.wait_text(".kept .said", sentence)?;
        browser.wait_true("localStorage.read === 'K-3.2'")?;
    }
    let hostile = json!({
        "settings": "theme=light <b>", "read": 5, "token": "x", "answers 3": "raft-far=1",
        "predictions ch03-raft-lease-read": "0=1"
    });
    give(browser, FIELD, &with(&exported, "kept", hostile))?;
    browser.wait_text(".kept .said", "3 entries were taken")?;
    browser.wait_text(".kept .said", "“token”")?;
    browser.wait_true("localStorage.read === 'K-3.2' && localStorage.token === undefined")?;
    browser.wait_true("localStorage['answers 3'] === 'raft-near=2 raft-far=1'")?;
    browser.wait_true("document.documentElement.dataset.theme === 'light'")?;
    give(browser, FIELD, &exported.to_string())?;
    browser.wait_true("document.documentElement.dataset.theme === 'dark'")?;
    close(browser)
}

fn with(file: &Value, name: &str, value: Value) -> String {
    let mut file = file.clone();
    file[name] = value;
    file.to_string()
}

/// Presses the button and keeps what the browser would have saved.
fn exported(browser: &Browser) -> Result<Value> {
    catch(browser)?;
    button(browser, "Export")?;
    Ok(serde_json::from_str(&caught(browser)?)?)
}

fn button(browser: &Browser, words: &str) -> Result<()> {
    let script = "const all = [...document.querySelectorAll('.kept button')]; \
                  all.find((one) => one.textContent === arguments[0]).click();";
    browser.run(script, &[json!(words)]).map(drop)
}
