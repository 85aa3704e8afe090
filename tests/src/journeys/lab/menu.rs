//! The menu of faults: found by typing, walked by arrows, taken by Enter, left by Escape.

use anyhow::{Result, ensure};

use super::page::{open_uncut, playhead_to, scenario};
use crate::driver::{Browser, Key, Kind};
use crate::journeys::{Journey, Visit};

/// The journey.
pub(in crate::journeys) const JOURNEY: Journey =
    Journey { name: "lab-menu", browsers: &Kind::ALL, run };

const FIELD: &str = "dialog[open] .sift";

fn run(visit: &mut Visit) -> Result<()> {
    open_uncut(visit, &scenario()?)?;
    let browser = &visit.browser;
    playhead_to(browser, 2.0)?;
    of_a_host(browser)?;
    of_everything(browser)?;
    on_a_telephone(browser)
}

/// By keys alone: a host is found, paused and goes on.
fn of_a_host(browser: &Browser) -> Result<()> {
    open_host(browser)?;
    browser.wait_text("dialog[open] h2", "n3")?;
    browser.wait_true("document.activeElement.matches('.sift')")?;
    browser.check_accessible()?;
    let all = browser.count(".offer")?;

    browser.press(Key::Enter)?;
    ensure!(browser.count(FIELD)? == 1, "Enter takes something although nothing is typed");
    typed(browser, "<script>")?;
    browser.wait_text(".sifted", "Nothing here fits “<script>”.")?;
    ensure!(browser.count(".offer")? == 0, "something fits a tag");
    browser.check_accessible()?;
    browser.press(Key::Escape)?;
    browser.wait_true(&format!("document.querySelectorAll('.offer').length === {all}"))?;
    ensure!(browser.has_focus(FIELD)?, "the field loses the focus when it is emptied");

    typed(browser, "clo")?;
    browser.wait_true("document.querySelector('.offer b').textContent.includes('clocks')")?;
    ensure!(browser.text(".offer i")? == "stages 2, 3", "what stages use does not come first");
    walk(browser)?;
    browser.press(Key::Escape)?;
    browser.wait_true("document.querySelector('.sift').value === ''")?;
    browser.press(Key::Escape)?;
    browser.wait_gone("dialog[open]")?;
    ensure!(browser.has_focus("[data-host=\"n3\"]")?, "the focus does not come back to the host");

    take(browser, "garbage", "Pause")?;
    take(browser, "unpause", "Resume")
}

/// Arrows go from the field to the entries and back; what is typed there goes into the field.
fn walk(browser: &Browser) -> Result<()> {
    let on = "document.activeElement.querySelector('b')?.textContent ?? 'field'";
    let here = || browser.run(&format!("return {on};"), &[]);
    let second = "return document.querySelectorAll('.offer b')[1].textContent;";
    browser.press(Key::Down)?;
    let first = here()?;
    browser.press(Key::Down)?;
    ensure!(here()? == browser.run(second, &[])? && here()? != first, "arrows do not walk");
    browser.press(Key::Up)?;
    ensure!(here()? == first, "arrows do not walk back");
    browser.press('c')?;
    browser.wait_true("document.querySelector('.sift').value === 'cloc'")?;
    ensure!(here()? == "field", "typing on an entry does not lead to the field");
    Ok(())
}

/// Everything that can befall the run, by mouse: the form keeps what was found behind it.
fn of_everything(browser: &Browser) -> Result<()> {
    browser.click(".faults-open")?;
    browser.wait_for(FIELD)?;
    browser.check_accessible()?;
    let groups = "return Array.from(document.querySelectorAll('.deeds h3')) \
                  .map((group) => group.textContent).join();";
    let named = "Cuts,Links,Single messages,Hosts,Clocks,Disks,Orders";
    ensure!(browser.run(groups, &[])? == named, "the groups are {}", browser.run(groups, &[])?);
    let high = "return document.querySelector('dialog[open]').offsetHeight;";
    let height = browser.run(high, &[])?;
    browser.type_into(FIELD, "drop")?;
    browser.wait_true("document.querySelectorAll('.offer').length === 2")?;
    ensure!(browser.run(high, &[])? == height, "the menu jumps while one types");
    browser.click(".deeds section:nth-child(2) .offer")?;
    browser.wait_for("dialog[open] .ask")?;
    browser.click("dialog[open] .back")?;
    browser.wait_true("document.querySelector('.sift')?.value === 'drop'")?;
    browser.click("dialog[open] .shut")?;
    browser.wait_gone("dialog[open]")
}

/// A sheet at the foot of a narrow window, wholly inside it.
fn on_a_telephone(browser: &Browser) -> Result<()> {
    let before = browser.viewport()?;
    browser.set_viewport(390, 844)?;
    open_host(browser)?;
    let fits = "(([{ left, right, bottom }]) => left >= 0 && right <= innerWidth \
                && Math.round(bottom) <= innerHeight) \
                (document.querySelector('dialog[open]').getClientRects())";
    browser.wait_true(fits)?;
    browser.wait_true("document.querySelector('.sheet').scrollWidth <= innerWidth")?;
    typed(browser, "zzz")?;
    browser.wait_text(".sifted", "Nothing here fits “zzz”.")?;
    browser.wait_true(fits)?;
    browser.press(Key::Escape)?;
    browser.press(Key::Escape)?;
    browser.wait_gone("dialog[open]")?;
    browser.set_viewport(before.0, before.1)
}

fn open_host(browser: &Browser) -> Result<()> {
    browser.run("document.querySelector('[data-host=\"n3\"]').focus()", &[])?;
    browser.press(Key::Enter)?;
    browser.wait_for(FIELD).map(drop)
}

fn typed(browser: &Browser, text: &str) -> Result<()> {
    text.chars().try_for_each(|sign| browser.press(sign))
}

/// Finds something for the host and takes it by Enter.
fn take(browser: &Browser, text: &str, title: &str) -> Result<()> {
    open_host(browser)?;
    typed(browser, text)?;
    let first = "return document.querySelector('.offer b')?.textContent;";
    browser.until(&format!("{title} is found"), || {
        Ok((browser.run(first, &[])? == title).then_some(()))
    })?;
    browser.press(Key::Enter)?;
    browser.wait_gone("dialog[open]")
}
