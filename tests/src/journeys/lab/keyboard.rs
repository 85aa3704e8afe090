//! The same walk by keyboard alone: no pointer touches the page.

use anyhow::Result;
use serde_json::Value;

use super::page::{cell, now, open_uncut, press_to, scenario};
use crate::driver::{Browser, Key, Kind};
use crate::journeys::{Journey, Visit};

/// The journey.
pub(in crate::journeys) const JOURNEY: Journey =
    Journey { name: "lab-keyboard", browsers: &Kind::ALL, run };

const LIE: &str = "n1/register.reads/Target";

/// So many presses of the Tab key lead around the whole page.
const STOPS: usize = 60;

fn run(visit: &mut Visit) -> Result<()> {
    open_uncut(visit, &scenario()?)?;
    let browser = &visit.browser;
    tab_to(browser, ".ph")?;
    press_to(browser, 2.4)?;
    cut(browser)?;
    let cut_at = now(browser)?;

    tab_to(browser, ".ph")?;
    browser.until("n1 lies", || {
        browser.press(Key::PageUp)?;
        Ok((cell(browser, LIE)? == (true, false)).then_some(()))
    })?;
    tab_to(browser, "[data-cell]")?;
    browser.until("the lying cell has the focus", || {
        let here = format!("document.activeElement.dataset.cell === '{LIE}'");
        if is(browser, &here)? {
            return Ok(Some(()));
        }
        browser.press(Key::Up)?;
        browser.press(Key::Left)?;
        Ok(None)
    })?;
    browser.press(Key::Enter)?;
    browser.wait_text(".why h2", "Why is n1 not entitled to Target?")?;

    tab_to_where(
        browser,
        "a link to the cut",
        "document.activeElement.closest('.chain') && \
                  document.activeElement.textContent.startsWith('fault: cut')",
    )?;
    browser.press(Key::Enter)?;
    browser.until("the playhead is at the cut", || {
        Ok(((now(browser)? - cut_at).abs() < 0.01).then_some(()))
    })?;

    tab_to(browser, ".ph")?;
    press_to(browser, cut_at + 0.4)?;
    tab_to(browser, "[data-does=\"Undo\"]")?;
    browser.press(Key::Enter)?;
    browser.wait_gone(".stage .cut")?;
    tab_to(browser, "[data-does=\"Redo\"]")?;
    browser.press(Key::Enter)?;
    browser.wait_for(".stage .cut")?;
    heal(browser)?;
    browser.check_accessible()
}

fn is(browser: &Browser, expression: &str) -> Result<bool> {
    Ok(browser.run(&format!("return !!({expression});"), &[])? == Value::Bool(true))
}

fn tab_to(browser: &Browser, selector: &str) -> Result<()> {
    tab_to_where(browser, selector, &format!("document.activeElement.matches('{selector}')"))
}

fn tab_to_where(browser: &Browser, what: &str, expression: &str) -> Result<()> {
    for _ in 0..STOPS {
        if is(browser, expression)? {
            return Ok(());
        }
        browser.press(Key::Tab)?;
        // Past the last stop lie the browser's own buttons, from which Tab leads back to the page.
        browser.run("if (!document.hasFocus()) window.focus();", &[])?;
    }
    anyhow::bail!("the Tab key does not lead to {what}")
}

/// Faults, cut, and the hosts of one side.
pub(super) fn cut(browser: &Browser) -> Result<()> {
    tab_to(browser, ".faults-open")?;
    browser.press(Key::Enter)?;
    browser.wait_for("dialog[open]")?;
    // It opens at the button, and not where a mouse might be.
    browser.wait_true(
        "(([menu, button]) => menu.right >= button.left && menu.left <= button.right)\
         (['dialog[open]', '.faults-open'].map(\
           (one) => document.querySelector(one).getBoundingClientRect()))",
    )?;
    choose(browser, "Cut")?;
    for host in ["n1", "n2", "B"] {
        let named = format!(
            "document.activeElement.type === 'checkbox' && \
             document.activeElement.closest('label').textContent.trim() === '{host}'"
        );
        tab_to_where(browser, host, &named)?;
        browser.press(' ')?;
    }
    tab_to_where(browser, "the button that cuts", "document.activeElement.type === 'submit'")?;
    browser.press(Key::Enter)?;
    browser.wait_for(".stage .cut").map(drop)
}

fn choose(browser: &Browser, act: &str) -> Result<()> {
    let named = format!(
        "document.activeElement.closest('dialog') && \
         document.activeElement.textContent.trim().startsWith('{act}')"
    );
    tab_to_where(browser, act, &named)?;
    browser.press(Key::Enter)
}

/// The cut itself: arrow keys lead from thing to thing, and page keys through all of them.
fn heal(browser: &Browser) -> Result<()> {
    tab_to(browser, ".stage .item")?;
    let item = "return document.activeElement.dataset.item";
    let first = browser.run(item, &[])?;
    browser.press(Key::Right)?;
    anyhow::ensure!(browser.run(item, &[])? != first, "an arrow key leads nowhere");
    for _ in 0..STOPS {
        if is(browser, "document.activeElement.matches('.stage .cut')")? {
            browser.press(Key::Enter)?;
            browser.wait_for("dialog[open]")?;
            choose(browser, "Heal")?;
            return browser.wait_gone(".stage .cut");
        }
        browser.press(Key::PageDown)?;
    }
    anyhow::bail!("the page keys do not lead to the cut")
}
