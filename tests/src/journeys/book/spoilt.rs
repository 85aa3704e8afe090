//! What is kept, addressed or imported may be anything: the page works, and says a sentence.

use std::slice::from_ref;

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::driver::{Browser, Key, Kind};
use crate::journeys::{Journey, Visit};

/// The journey.
pub(in crate::journeys) const JOURNEY: Journey =
    Journey { name: "book-spoilt", browsers: &Kind::ALL, run };

const CHAPTER: &str = "/chapter/3/";

const LAB: &str = "ch03-raft-lease-read";

/// Every name under which something is kept.
const NAMES: [&str; 4] = ["settings", "read", "answers 3", "predictions ch03-raft-lease-read"];

/// Texts that nobody has written; the third is 100 KB of all that a file can hold.
const GARBAGE: &str = "return [
    '<script>document.title = 1</script><img src=x onerror=\"document.title = 1\">',
    'constructor=1 __proto__=2 =\\u0000 \\u202e%E0%A4%A {\"a\":[',
    Array.from({ length: 102400 }, (_, n) => String.fromCharCode(n * 7919 % 256)).join(''),
    'K-3.2/x=1=2 '.repeat(8000) ][arguments[0]];";

fn run(visit: &mut Visit) -> Result<()> {
    kept(visit)?;
    import(visit)?;
    addresses(visit)?;
    lab(visit)?;
    entries(visit)
}

/// Under every name something else than what belongs there.
fn kept(visit: &Visit) -> Result<()> {
    let browser = &visit.browser;
    visit.open(CHAPTER)?;
    browser.wait_for(".tools")?;
    visit.open("/chapter/3/?theme=mauve")?;
    browser.wait_text(".over-notice", "There is no theme “mauve”")?;
    for nth in 0..4 {
        let garbage = browser.run(GARBAGE, &[json!(nth)])?;
        browser.run(
            "localStorage.clear(); sessionStorage.clear(); \
             for (const name of arguments[0]) localStorage[name] = arguments[1]; \
             sessionStorage.trail = arguments[1];",
            &[json!(NAMES), garbage],
        )?;
        visit.open(CHAPTER)?;
        browser.wait_text(".over-notice", "means nothing; the rest holds")?;
        works(browser).with_context(|| format!("with garbage {nth}"))?;
        settings(browser)?;
        browser.wait_text("dialog.settings .notice", "means nothing; the rest holds")?;
        short(browser, "dialog.settings .notice")?;
        browser.press(Key::Escape)?;
        browser.wait_gone("dialog")?;
    }
    // Beside what is spoilt, what can be read holds, and what is new is kept.
    browser.run(
        "localStorage.clear(); localStorage.settings = 'theme=mauve size=large <b>'; \
         localStorage.read = '<b> K-3.2'; localStorage['answers 3'] = '=9 raft-far=1 <b>=2'",
        &[],
    )?;
    visit.open(CHAPTER)?;
    works(browser)?;
    browser.wait_true("document.documentElement.dataset.size === 'large'")?;
    browser.wait_true("document.querySelector('nav.side .mark.read')")?;
    browser.click(".exercise [data-choice='1'] summary")?;
    browser.wait_true("/^raft-far=1 [a-z-]+=1$/.test(localStorage['answers 3'])")?;
    browser.wait_true("localStorage['spoilt answers 3'] === '=9 raft-far=1 <b>=2'")?;
    visit.open(&format!("/play/{LAB}/"))?;
    browser.wait_text("main.lab .notice", "“<b>” as a setting")?;
    aside(visit)
}

/// What was kept and could not be read is copied before it is replaced; all of it can be forgotten.
fn aside(visit: &Visit) -> Result<()> {
    let browser = &visit.browser;
    browser.run(
        "localStorage.clear(); localStorage.settings = 'theme=mauve size=large'; \
         localStorage[`predictions ${arguments[0]}`] = '7=x 2=0';",
        &[json!(LAB)],
    )?;
    visit.open(&format!("/play/{LAB}/?view=ask"))?;
    browser.click(".ask .ans button")?;
    browser.wait_true(&format!(
        "localStorage['spoilt predictions {LAB}'] === '7=x 2=0' && \
         localStorage['predictions {LAB}'] === '0=0 2=0'"
    ))?;
    visit.open(CHAPTER)?;
    browser.wait_for(".tools")?;
    settings(browser)?;
    browser.click("dialog.settings .choices label:has([value='dark'])")?;
    browser.wait_true("localStorage.settings === 'theme=dark size=large'")?;
    browser.wait_true("localStorage['spoilt settings'] === 'theme=mauve size=large'")?;
    browser.click("dialog.settings .kept .row > button:last-of-type")?;
    browser.click("dialog.settings .forget")?;
    browser.wait_true("localStorage.length === 0")?;
    browser.click("dialog.settings .undo")?;
    browser.wait_true("localStorage.length === 4 && 'spoilt settings' in localStorage")?;
    browser.press(Key::Escape)?;
    browser.wait_gone("dialog")
}

/// Files of any kind: a sentence each, and nothing that was kept is lost.
fn import(visit: &Visit) -> Result<()> {
    let browser = &visit.browser;
    browser.run("localStorage.clear(); localStorage.read = 'K-3.2'", &[])?;
    visit.open(CHAPTER)?;
    browser.wait_for(".tools")?;
    settings(browser)?;
    let file = |kept: &str| {
        format!("'{{\"format\":\"distributed-systems-reader\",\"version\":1,\"kept\":{kept}}}'")
    };
    let nothing = "Nothing in this file could be used";
    for (text, sentence) in [
        ("' '.repeat(10 << 20)".into(), "longer than 256 KB"),
        ("new Uint8Array(100000).map((_, n) => n * 7919)".into(), "not JSON"),
        ("'['.repeat(200000)".into(), "not JSON"),
        ("''".into(), "not JSON"),
        ("'null'".into(), "not written by this book"),
        (
            "'{\"format\":\"other-reader\",\"version\":1,\"kept\":{\"read\":\"\"}}'".into(),
            "not written by this book",
        ),
        (file("null"), nothing),
        (file("[\"read\"]"), nothing),
        (file("{\"__proto__\":\"x\",\"read\":{\"a\":1}}"), "“read”"),
    ] {
        give(browser, &text)?;
        browser.wait_text(".kept .said", sentence).with_context(|| format!("of {text:.60}"))?;
        browser.wait_true("localStorage.length === 1 && localStorage.read === 'K-3.2'")?;
    }
    give(browser, &file("{\"answers 3\":\"raft-far=1 <b>=1\",\"read\":\"K-1.1 ?\",\"x\":\"y\"}"))?;
    browser.wait_text(".kept .said", "2 entries were taken")?;
    browser.wait_text(".kept .said", "“answers 3”, “read”, “x”")?;
    browser.wait_true("localStorage.read === 'K-3.2 K-1.1' && localStorage.length === 2")?;
    browser.wait_true("localStorage['answers 3'] === 'raft-far=1'")?;
    browser.press(Key::Escape)?;
    browser.wait_gone("dialog")
}

/// Addresses with what no link of the book has.
fn addresses(visit: &Visit) -> Result<()> {
    let browser = &visit.browser;
    browser.run("localStorage.clear()", &[])?;
    for odd in [
        "?theme=mauve",
        "?theme=%3Cscript%3E&stage=99&&=&%",
        "#no-such-heading",
        "#%E0%A4%A",
        "#\"]<img%20src=x>",
    ] {
        // Without another page between, a browser would only look for the place.
        visit.open("/works/")?;
        visit.open(&format!("{CHAPTER}{odd}"))?;
        works(browser).with_context(|| odd.to_owned())?;
        ensure!(
            browser.run("return document.documentElement.dataset.theme ?? ''", &[])? == "",
            "{odd} was believed"
        );
    }
    // The same from a page that is there already.
    for hash in ["#no-such-heading", "#%E0%A4%A", "#"] {
        browser.run("location.hash = arguments[0]", &[json!(hash)])?;
        works(browser).with_context(|| hash.to_owned())?;
    }
    visit.open("/search/?q=%3Cscript%3Edocument.title%3D1%3C%2Fscript%3E")?;
    browser.wait_text(".find .said", "<script>document.title=1</script>")?;
    unharmed(browser)?;
    visit.open(&format!("/search/?q={}", "a".repeat(10_000)))?;
    browser.wait_text(".find .said", "“aaaa")?;
    short(browser, ".find .said")?;
    unharmed(browser)
}

/// A lab says what it does not know, and starts all the same.
fn lab(visit: &Visit) -> Result<()> {
    let browser = &visit.browser;
    for (query, sentence) in [
        ("stage=99", "There is no stage “99”"),
        ("stage=-1", "There is no stage “-1”"),
        ("theme=mauve", "There is no theme “mauve”"),
        ("x%3Cb%3E=1", "means nothing here"),
        ("stage=2&stage=3", "says “stage” more than once"),
    ] {
        visit.open(&format!("/play/{LAB}/?{query}"))?;
        browser.wait_text("main.lab .notice", sentence)?;
        browser.wait_for("main.lab .transport .go")?;
    }
    unharmed(browser)
}

/// Entries of the history that somebody else has written.
fn entries(visit: &Visit) -> Result<()> {
    let browser = &visit.browser;
    let spoil = "history.replaceState(arguments[0], '')";
    for state in [json!({ "a": [1] }), json!("x"), json!("4294967295.4294967295")] {
        visit.open(CHAPTER)?;
        browser.wait_for(".tools")?;
        browser.run(spoil, from_ref(&state))?;
        browser.click(".turn a.pv")?;
        browser.wait_true("location.pathname === '/chapter/1/'")?;
        browser.back()?;
        browser
            .wait_true("document.querySelector('h1')?.textContent.includes('Consensus')")
            .with_context(|| format!("after {state}"))?;
        browser.run(spoil, from_ref(&state))?;
        browser.reload()?;
        works(browser).with_context(|| format!("after {state}"))?;
    }
    Ok(())
}

/// The page is there, its tools answer, and nothing of what it was given was run.
fn works(browser: &Browser) -> Result<()> {
    browser.wait_for(".tools")?;
    browser.wait_true("document.querySelector('h1').textContent.includes('Consensus')")?;
    unharmed(browser)
}

fn unharmed(browser: &Browser) -> Result<()> {
    ensure!(browser.title()? != "1" && browser.count("img[src=x]")? == 0, "text became markup");
    browser.check_running()
}

fn settings(browser: &Browser) -> Result<()> {
    browser.click(".tools .choose")?;
    browser.wait_for("dialog.settings[open]").map(drop)
}

/// A sentence is no longer than one, whatever it is about.
fn short(browser: &Browser, selector: &str) -> Result<()> {
    let said = browser.text(selector)?;
    ensure!(said.chars().count() < 300, "it says {} letters", said.chars().count());
    Ok(())
}

/// Puts a file into the field, written by a script; what was said before is taken away.
fn give(browser: &Browser, script: &str) -> Result<()> {
    browser.run(
        &format!(
            "const field = document.querySelector('.import input'), all = new DataTransfer(); \
             all.items.add(new File([{script}], 'a.json')); field.files = all.files; \
             field.dispatchEvent(new Event('change', {{ bubbles: true }}));"
        ),
        &[],
    )?;
    Ok(())
}
