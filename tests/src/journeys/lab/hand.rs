//! By mouse: play, cut by dragging, see the minority leader lying, ask why, go back, undo, heal.

use anyhow::{Result, ensure};

use super::page::{
    cell, code, line_of_cut, now, open_uncut, playhead_to, ready, same_as_native, scenario, toggle,
};
use crate::driver::{Browser, Kind};
use crate::journeys::{Journey, Visit};

/// The journey.
pub(in crate::journeys) const JOURNEY: Journey =
    Journey { name: "lab-hand", browsers: &Kind::ALL, run };

const LIE: &str = "n1/register.reads/Target";

fn run(visit: &mut Visit) -> Result<()> {
    let scenario = scenario()?;
    open_uncut(visit, &scenario)?;
    let browser = &visit.browser;
    browser.check_accessible()?;
    play_to(browser, 2.0)?;
    ensure!(browser.count(".stage .cut")? == 0, "somebody has cut already");
    cut(browser)?;
    browser.check_accessible()?;
    let cut_at = now(browser)?;

    toggle(browser)?;
    browser.until("n1 lies", || Ok((cell(browser, LIE)? == (true, false)).then_some(())))?;
    toggle(browser)?;
    same_as_native(browser, &scenario, &code(browser)?)?;
    browser.click(&format!("[data-cell=\"{LIE}\"]"))?;
    browser.wait_text(".why h2", "Why is n1 not entitled to Target?")?;
    browser.check_accessible()?;

    let lied_at = now(browser)?;
    follow_to_the_cut(browser)?;
    ensure!((now(browser)? - cut_at).abs() < 0.01, "why did not lead to the cut");
    ensure!(lied_at > cut_at, "the lie came before the cut");

    scrub(browser)?;
    ensure!(now(browser)? < cut_at, "the playhead did not go back");
    browser.click("[data-does=\"Undo\"]")?;
    browser.wait_gone(".stage .cut")?;
    browser.click("[data-does=\"Redo\"]")?;
    playhead_to(browser, cut_at + 0.1)?;
    browser.wait_for(".stage .cut")?;
    heal(browser)?;
    browser.check_accessible()?;

    let before = code(browser)?;
    browser.reload()?;
    ready(browser)?;
    ensure!(code(browser)? == before, "loading the page again brings another run");
    same_as_native(browser, &scenario, &before)
}

fn play_to(browser: &Browser, seconds: f64) -> Result<()> {
    toggle(browser)?;
    browser.until(&format!("{seconds} s have passed"), || {
        Ok((now(browser)? >= seconds).then_some(()))
    })?;
    toggle(browser)
}

fn cut(browser: &Browser) -> Result<()> {
    browser.drag(&line_of_cut(browser)?)?;
    browser.wait_for(".stage .cut").map(drop)
}

fn follow_to_the_cut(browser: &Browser) -> Result<()> {
    let script = "const links = Array.from(document.querySelectorAll('.chain button')); \
                  const cut = links.find((link) => link.textContent.startsWith('fault: cut')); \
                  if (cut) cut.click(); return !!cut;";
    browser.until("why names the cut", || Ok((browser.run(script, &[])? == true).then_some(())))
}

/// Drags the playhead to the left.
fn scrub(browser: &Browser) -> Result<()> {
    let playhead = browser.middle(".ph .phh")?;
    browser.drag(&[playhead, playhead.offset(-60.0, 0.0), playhead.offset(-120.0, 0.0)])
}

fn heal(browser: &Browser) -> Result<()> {
    // A straight line has no area that a driver would agree to click at.
    browser.click_at(browser.middle(".stage .cut .grab")?)?;
    browser.wait_for("dialog[open]")?;
    browser.check_accessible()?;
    let script = "const acts = Array.from(document.querySelectorAll('dialog[open] button')); \
                  const heal = acts.find((act) => /^heal/i.test(act.textContent.trim())); \
                  if (heal) heal.click(); return !!heal;";
    browser.until("the menu offers to heal", || {
        Ok((browser.run(script, &[])? == true).then_some(()))
    })?;
    browser.wait_gone(".stage .cut")
}
