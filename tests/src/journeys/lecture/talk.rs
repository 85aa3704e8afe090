//! A talk by the keys of a remote alone: to the end, black, back, a jump, a reset that is exact.

use anyhow::{Result, ensure};

use super::page::{at, press};
use crate::driver::{Browser, Key, Kind};
use crate::journeys::{Journey, Visit};

/// The journey.
pub(in crate::journeys) const JOURNEY: Journey =
    Journey { name: "lecture-talk", browsers: &Kind::ALL, run };

const STEPS: [&str; 4] = ["headline", "question", "run", "reveal"];

fn run(visit: &mut Visit) -> Result<()> {
    visit.open("/play/ch03-raft-lease-read/")?;
    let browser = &visit.browser;
    browser.click(".lecture-open")?;
    at(browser, "1 of 3", "headline")?;
    for place in ["1 of 3", "2 of 3", "3 of 3"] {
        for step in STEPS {
            at(browser, place, step)?;
            browser.press(Key::PageDown)?;
        }
    }
    at(browser, "3 of 3", "reveal")?;

    browser.press('.')?;
    browser.wait_for(".lecture .black")?;
    browser.press(Key::PageDown)?;
    browser.wait_gone(".lecture .black")?;
    at(browser, "3 of 3", "reveal")?;
    press(browser, Key::PageUp, 4)?;
    at(browser, "2 of 3", "reveal")?;
    press(browser, Key::PageUp, 3)?;
    at(browser, "2 of 3", "headline")?;

    browser.press('1')?;
    at(browser, "1 of 3", "headline")?;
    browser.press('u')?;
    at(browser, "2 of 3", "headline")?;
    browser.press(Key::F5)?;
    at(browser, "2 of 3", "headline")?;
    browser.press(Key::F5)?;
    raise_hands(browser)?;
    themes(browser)?;
    leave(browser)
}

fn raise_hands(browser: &Browser) -> Result<()> {
    browser.press(Key::PageDown)?;
    at(browser, "2 of 3", "question")?;
    for key in ['C', '+', '+', '-', 'A'] {
        browser.press(key)?;
    }
    let counted = "[...document.querySelectorAll('.hands')].map((field) => field.value).join()";
    browser.wait_true(&format!("{counted} === '1,0,2'"))?;
    for key in ['B', '1', '0'] {
        browser.press(key)?;
    }
    browser.wait_true(&format!("{counted} === '1,10,2'"))?;
    at(browser, "2 of 3", "question")?;

    // In a field a remote goes on, black is black, and a letter writes nothing.
    let field = "const field = document.querySelectorAll('.hands')[2]; field.focus(); \
                 field.setSelectionRange(0, 9);";
    browser.run(field, &[])?;
    for key in [Key::Backspace.value(), '1', 'x', '7', '.'] {
        browser.press(key)?;
    }
    browser.wait_for(".lecture .black")?;
    browser.press('x')?;
    browser.wait_gone(".lecture .black")?;
    browser.wait_true(&format!("{counted} === '1,10,17'"))?;
    browser.run(field, &[])?;
    for key in [Key::Backspace.value(), '3', Key::Enter.value()] {
        browser.press(key)?;
    }
    browser.wait_true(&format!("{counted} === '1,10,3'"))?;
    browser.run(field, &[])?;
    browser.press(Key::PageUp)?;
    at(browser, "2 of 3", "headline")?;
    // What lies over the slide is shut first, and only then does a remote go on.
    browser.press('q')?;
    covered(browser)?;
    browser.click_at(browser.middle(".lecture [data-host=\"n1\"]")?)?;
    covered(browser)?;
    browser.press(Key::PageDown)?;
    at(browser, "2 of 3", "question")
}

fn covered(browser: &Browser) -> Result<()> {
    browser.wait_for(".lecture dialog[open]")?;
    browser.press(Key::PageDown)?;
    browser.wait_gone(".lecture dialog[open]")?;
    at(browser, "2 of 3", "headline")
}

fn themes(browser: &Browser) -> Result<()> {
    for step in STEPS {
        for theme in ["projector", "dark", "contrast"] {
            browser.run(&format!("document.documentElement.dataset.theme = '{theme}';"), &[])?;
            browser.check_accessible()?;
        }
        if step != "reveal" {
            browser.press(Key::PageDown)?;
        }
    }
    browser.press('2')?;
    at(browser, "2 of 3", "headline")?;
    for key in ['?', 'g', 'q'] {
        browser.press(key)?;
        browser.wait_for(".lecture dialog[open]")?;
        // It stands in the middle, and is wide enough to be read.
        browser.wait_true(
            "(({ left, right, width }) => Math.abs(left + right - innerWidth) < 4 && width > 300)\
             (document.querySelector('dialog[open]').getBoundingClientRect())",
        )?;
        browser.check_accessible()?;
        browser.press(Key::Escape)?;
        browser.wait_gone(".lecture dialog[open]")?;
    }
    Ok(())
}

/// What is played is played in the lab, and what is reset stands there as it was prepared.
fn leave(browser: &Browser) -> Result<()> {
    press(browser, Key::PageDown, 3)?;
    at(browser, "2 of 3", "reveal")?;
    browser.press(Key::Escape)?;
    browser.wait_text(".lecture .odd", "Escape once more")?;
    browser.press('t')?;
    browser.wait_gone(".lecture .odd")?;
    press(browser, Key::Escape, 2)?;
    browser.wait_for("main.lab .transport .go")?;
    let left = browser.address()?;
    ensure!(left.contains("run="), "the run was lost: {left}");
    browser.wait_true("document.activeElement.matches('main.lab')")?;
    browser.press('l')?;
    at(browser, "2 of 3", "reveal")?;
    browser.wait_true("[...document.querySelectorAll('.hands')].length === 3")?;
    counts_of_others_stay(browser)?;
    browser.press('3')?;
    press(browser, Key::PageDown, 2)?;
    at(browser, "3 of 3", "run")?;
    browser.press(' ')?;
    browser.press('r')?;
    at(browser, "3 of 3", "question")?;
    press(browser, Key::Escape, 2)?;
    browser.wait_for("main.lab .transport .go")?;
    let reset = browser.address()?;
    ensure!(reset.ends_with("?stage=3"), "it is not as it was prepared: {reset}");
    Ok(())
}

/// What was counted at a slide is there again when the talk was left and taken up at another.
fn counts_of_others_stay(browser: &Browser) -> Result<()> {
    let counts = || browser.number("+document.querySelector('.hands').value");
    browser.press('2')?;
    press(browser, Key::PageDown, 1)?;
    at(browser, "2 of 3", "question")?;
    browser.press('A')?;
    let before = counts()?;
    ensure!(before > 0.0, "no hand was counted");
    // A number right after it would be the count.
    press(browser, Key::PageDown, 1)?;
    at(browser, "2 of 3", "run")?;
    browser.press('3')?;
    at(browser, "3 of 3", "headline")?;
    press(browser, Key::Escape, 2)?;
    browser.wait_for("main.lab .transport .go")?;
    browser.wait_true("document.activeElement.matches('main.lab')")?;
    browser.press('l')?;
    at(browser, "3 of 3", "headline")?;
    browser.press('2')?;
    press(browser, Key::PageDown, 1)?;
    at(browser, "2 of 3", "question")?;
    ensure!(counts()? == before, "the count of another slide was lost");
    Ok(())
}
