//! From a lab to two runs, to where they part, a fault into both, undone, and back by the browser.

use anyhow::{Context, Result, ensure};
use engine::scenario::{Run, Scenario};

use super::page::{
    ID, figure, now, open, ready, run_told, same_as_native, same_as_native_with, scenario,
};
use crate::driver::{Browser, Key, Kind};
use crate::journeys::{Journey, Visit};

/// The journey.
pub(in crate::journeys) const JOURNEY: Journey =
    Journey { name: "compare", browsers: &Kind::ALL, run };

fn run(visit: &mut Visit) -> Result<()> {
    let scenario = scenario()?;
    from_the_lab_and_back(visit)?;
    open(visit, "")?;
    let browser = &visit.browser;
    browser.check_accessible()?;
    let prepared = Run::of_stage(&scenario, 1);
    let parted = same_as_native(browser, &scenario, &prepared)?;
    let (_, at) = parted.step.context("the engine finds that they part")?;

    browser.click("[data-parting=\"0\"]")?;
    browser.until("the playhead is where they part", || {
        Ok(((now(browser)? - at.0 as f64 / 1e9).abs() < 0.002).then_some(()))
    })?;

    let before = figure(browser, "messages/other")?;
    strike(browser)?;
    let acts = prepared.script.acts().len();
    let struck = run_told(browser, |run| run.script.acts().len() == acts + 1)?;
    same_as_native(browser, &scenario, &struck)?;
    ensure!(figure(browser, "messages/other")? != before, "the other run was not struck");
    browser.check_accessible()?;

    browser.click("[data-does=\"Undo\"]")?;
    browser.until("both runs are as they were", || {
        Ok((figure(browser, "messages/other")? == before).then_some(()))
    })?;
    same_as_native(browser, &scenario, &prepared)?;

    let stood = now(browser)?;
    browser.click(".transport .go")?;
    browser.until("both play", || Ok((now(browser)? > stood + 0.3).then_some(())))?;
    browser.click(".transport .go")?;
    on_a_telephone(visit)?;
    of_another_mechanism(visit, &scenario)
}

/// A mechanism that the lab itself does not play is fetched for the run beside it.
fn of_another_mechanism(visit: &Visit, scenario: &Scenario) -> Result<()> {
    let with = "register=dynamo-quorum";
    visit.open(&format!("/play/{ID}/?stage=2&with={with}"))?;
    ready(&visit.browser)?;
    same_as_native_with(&visit.browser, scenario, &Run::of_stage(scenario, 1), with).map(drop)
}

/// The control of the lab leads there with the run; the browser's way back leads to the lab.
fn from_the_lab_and_back(visit: &Visit) -> Result<()> {
    visit.open(&format!("/play/{ID}/?stage=2&play"))?;
    let browser = &visit.browser;
    browser.wait_for(".compare-open")?;
    browser.run("document.querySelector('.compare-open').focus()", &[])?;
    browser.press(Key::Enter)?;
    browser.wait_for("dialog[open] a")?;
    browser.check_accessible()?;
    browser.run("document.querySelector('dialog[open] li a').focus()", &[])?;
    browser.press(Key::Enter)?;
    ready(browser)?;
    ensure!(browser.address()?.contains("with="), "the address does not say what differs");
    browser.back()?;
    browser.wait_for("[data-cell]")?;
    ensure!(!browser.address()?.contains("with="), "the lab is still compared");
    browser.forward()?;
    ready(browser)?;
    browser.click(".labbar .back")?;
    browser.wait_for("[data-cell]").map(drop)
}

/// A crash of n1, from the menu of faults, by keyboard, on the stage of the other run.
fn strike(browser: &Browser) -> Result<()> {
    let host = "[data-run=\"other\"] [data-host=\"n3\"]";
    browser.run(&format!("document.querySelector('{host}').focus()"), &[])?;
    browser.press(Key::Enter)?;
    browser.wait_for("dialog[open]")?;
    let script = "const acts = Array.from(document.querySelectorAll('dialog[open] button')); \
                  const crash = acts.find((act) => /^crash/i.test(act.textContent.trim())); \
                  if (crash) crash.click(); return !!crash;";
    browser.until("the menu offers to crash", || {
        Ok((browser.run(script, &[])? == true).then_some(()))
    })?;
    browser.wait_gone("dialog[open]")
}

fn on_a_telephone(visit: &Visit) -> Result<()> {
    visit.browser.set_viewport(390, 844)?;
    open(visit, "")?;
    let browser = &visit.browser;
    let wide = browser.number("document.documentElement.scrollWidth - innerWidth")?;
    ensure!(wide <= 0.0, "the page is {wide} pixels too wide");
    let [one, other] = ["one", "other"].map(|run| {
        browser.number(&format!(
            "document.querySelector('[data-run=\"{run}\"]').getBoundingClientRect().top"
        ))
    });
    ensure!(other? > one? + 200.0, "the stages do not stand one above the other");
    browser.check_accessible()
}
