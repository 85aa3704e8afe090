//! A phone in the hand: one column, nothing to push sideways, and everything wide enough to touch.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::KINDS;
use crate::driver::{Browser, Kind};
use crate::journeys::{Journey, Visit};

/// The journey. A window elsewhere is as narrow as the browser lets it be.
pub(in crate::journeys) const JOURNEY: Journey =
    Journey { name: "book-phone", browsers: &Kind::ALL, run };

const SIZE: (u32, u32) = (390, 844);

/// What stands beyond the right edge, unless something around it can be pushed sideways.
const BEYOND: &str = "
    const edge = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= edge) return '';
    const wide = [...document.querySelectorAll('#page *')].filter((one) =>
      one.getBoundingClientRect().right > edge + 1);
    return wide.length ? wide.at(-1).outerHTML.slice(0, 120) : 'something';";

/// What in the head of the page is smaller than a finger.
const SMALL: &str = "
    const all = [...document.querySelectorAll(arguments[0])];
    return all.filter((one) => one.checkVisibility())
      .map((one) => [one, one.getBoundingClientRect()])
      .filter(([one, box]) => box.height < 44 || box.width < 44 && !one.matches('li a, summary'))
      .map(([one, box]) => `${one.outerHTML.slice(0, 80)} ${box.width}×${box.height}`);";

fn run(visit: &mut Visit) -> Result<()> {
    let browser = &visit.browser;
    hold(browser)?;
    for path in KINDS {
        visit.open(path)?;
        browser.wait_for("main h1, main.lab [data-cell]")?;
        let beyond = browser.run(BEYOND, &[])?;
        ensure!(beyond == "", "{path} is too wide: {beyond}");
    }
    contents(visit)?;
    column(visit)?;
    search(visit)?;
    if browser.kind() == Kind::Chromium {
        targets(visit)?;
    }
    Ok(())
}

/// Makes the window a phone, with a finger where that can be had.
fn hold(browser: &Browser) -> Result<()> {
    browser.set_viewport(SIZE.0, SIZE.1)?;
    if browser.kind() == Kind::Chromium {
        let touch = json!({ "enabled": true, "maxTouchPoints": 5 });
        browser.devtools("Emulation.setTouchEmulationEnabled", touch)?;
    }
    Ok(())
}

/// Touches the middle of what a selector finds; a driver without touch clicks there.
fn touch(browser: &Browser, selector: &str) -> Result<()> {
    let place = browser.middle(selector)?;
    match browser.kind().feels_touch() {
        true => browser.tap(place),
        false => browser.click_at(place),
    }
}

/// The contents are folded; they open by a tap, and lead on.
fn contents(visit: &Visit) -> Result<()> {
    let browser = &visit.browser;
    visit.open("/chapter/3/")?;
    browser.wait_for(".tools")?;
    let link = "nav.side a[href='/chapter/1/']";
    let drawn = format!("document.querySelector(\"{link}\").checkVisibility()");
    browser.wait_true(&format!("!{drawn}"))?;
    touch(browser, "nav.side > details > summary")?;
    browser.wait_true(&drawn)?;
    touch(browser, link)?;
    browser.wait_true("location.pathname === '/chapter/1/' && scrollY === 0")?;
    browser.wait_true(&format!("!{drawn}"))?;
    touch(browser, ".sitenav summary")?;
    touch(browser, ".sitenav a[href='/glossary/']")?;
    browser.wait_true("location.pathname === '/glossary/'")
}

/// The parts of a lab stand one below the other, each as wide as the column, none on another.
fn column(visit: &Visit) -> Result<()> {
    let browser = &visit.browser;
    for (path, lab) in [("/chapter/3/", "[data-lab]"), ("/play/ch03-raft-lease-read/", "main.lab")]
    {
        visit.open(path)?;
        browser.middle(lab)?;
        browser.wait_for(&format!("{lab} .transport .go"))?;
        let parts = [".stage", ".tlwrap", ".mx"];
        for part in parts {
            browser.wait_for(&format!("{lab} {part}"))?;
        }
        let script = "return arguments[1].map((part) => { const box = \
             document.querySelector(`${arguments[0]} ${part}`).getBoundingClientRect(); \
             return [box.left, box.right, box.top, box.bottom]; });";
        let boxes = browser.run(script, &[json!(lab), json!(parts)])?;
        let edge = |part: usize, side: usize| boxes[part][side].as_f64().unwrap_or(f64::NAN);
        for (part, name) in parts.iter().enumerate() {
            let (left, right) = (edge(part, 0), edge(part, 1));
            ensure!(left < 60.0 && right - left > 280.0, "{path}: {} in {boxes}", name);
        }
        for part in 1..parts.len() {
            ensure!(edge(part, 2) >= edge(part - 1, 3) - 1.0, "{path}: order of {boxes}");
        }
    }
    Ok(())
}

/// The search opens by a tap, and a tap on a result leads to it.
fn search(visit: &Visit) -> Result<()> {
    let browser = &visit.browser;
    visit.open("/chapter/1/")?;
    browser.wait_for(".tools")?;
    touch(browser, ".tools .find")?;
    browser.type_into("dialog.search input", "lease")?;
    browser.wait_for("dialog [data-result=\"0\"]")?;
    let sheet = "document.querySelector('dialog').getBoundingClientRect()";
    browser.wait_true(&format!("{sheet}.left >= 0 && {sheet}.right <= innerWidth"))?;
    let to = browser.run("return document.querySelector('dialog [data-result]').pathname", &[])?;
    touch(browser, "dialog [data-result=\"0\"]")?;
    browser.wait_gone("dialog")?;
    browser.wait_true(&format!("location.pathname === {to} && location.hash.length > 1"))
}

/// A finger finds what it wants: in the head, in its menu, in the dialogs and in a lab's transport.
fn targets(visit: &Visit) -> Result<()> {
    let browser = &visit.browser;
    visit.open("/chapter/3/")?;
    browser.wait_for(".tools")?;
    ensure!(
        browser.run("return matchMedia('(pointer: coarse)').matches", &[])? == true,
        "there is no finger"
    );
    for fold in [".sitenav", "nav.side"] {
        touch(browser, &format!("{fold} summary"))?;
        browser.wait_for(&format!("{fold} details[open] a"))?;
    }
    large(browser, ".site :is(a, button, summary, select)").context("in the head")?;
    large(browser, "nav.side :is(a, summary)").context("in the contents")?;
    touch(browser, ".tools .choose")?;
    browser.wait_for("dialog.settings")?;
    large(browser, "dialog :is(button, label)").context("in the settings")?;
    touch(browser, "dialog .shut")?;
    browser.wait_gone("dialog")?;
    browser.middle("[data-lab]")?;
    browser.wait_for("[data-lab] .transport .go")?;
    large(browser, "[data-lab] .transport button").context("in the transport")
}

fn large(browser: &Browser, selector: &str) -> Result<()> {
    let small = browser.run(SMALL, &[json!(selector)])?;
    ensure!(small == Value::Array(Vec::new()), "too small to touch: {small:#}");
    Ok(())
}
