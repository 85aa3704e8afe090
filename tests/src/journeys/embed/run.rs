//! A lab runs inside a post: it takes the place of its picture, and all else stays the host's.

use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::element::Embeds;
use super::host::{Host, asked, embed};
use super::site::with_module;
use crate::driver::{Browser, Clock, Key, Kind};
use crate::journeys::{Journey, Visit};

/// The journey.
pub(in crate::journeys) const JOURNEY: Journey =
    Journey { name: "embed-run", browsers: &Kind::ALL, run };

const LAB: &str = "ch03-raft-lease-read";

/// How fast it plays: nobody waits for a quarter of a minute until it breaks.
const PACE: f64 = 2.0;

fn run(visit: &mut Visit) -> Result<()> {
    with_module(visit)?;
    let body = [embed(LAB, 2), embed(LAB, 1), "<p>The end.</p>".repeat(60)].concat();
    let host = Host::strict("embed-run", visit, &body)?;
    let (browser, embeds) = (&visit.browser, Embeds { browser: &visit.browser });
    browser.set_viewport(1024, 900)?;
    browser.open(&host.url())?;
    embeds.wait_poster(0)?;
    started(visit, &embeds)?;
    keys(&embeds)?;
    commands(&embeds)?;
    unseen(&embeds)?;
    ended(&embeds)?;
    let others: Vec<_> = asked(&visit.server)
        .into_iter()
        .filter(|target| !target.starts_with("/embed") && !target.starts_with("/scenario/"))
        .filter(|target| !target.starts_with("/fonts/"))
        .collect();
    ensure!(others.is_empty(), "an embed has loaded {others:?}");
    ensure!(embeds.ask(1, "Boolean($('iframe'))")? == false, "the other lab runs too");
    let complaints = browser.console()?;
    ensure!(complaints.is_empty(), "the console says {complaints:?}");
    Ok(())
}

/// It takes the place of the picture and plays; nothing above it moves, nor does the focus.
fn started(visit: &Visit, embeds: &Embeds<'_>) -> Result<()> {
    let browser = &visit.browser;
    let place = "(() => { const box = $('.box').getBoundingClientRect(); \
                 return [Math.round(box.x), Math.round(box.y), Math.round(box.width)]; })()";
    embeds.middle(0, "button")?;
    let before = embeds.ask(0, place)?;
    let height = embeds.ask(0, "$('.box').offsetHeight")?;
    let clicked = "($('button').focus(), $('button').click(), $('.box').offsetHeight)";
    ensure!(embeds.ask(0, clicked)? == height, "a click changes the height of the place");
    let ready = embeds.told("ready")?;
    ensure!(ready["version"] == 1 && ready["state"]["scenario"] == LAB, "it is ready as {ready}");
    ensure!(ready["state"]["stage"] == 2, "the stage is {}", ready["state"]["stage"]);
    embeds.wait(0, "$('.all').className.includes('runs')")?;
    let height = embeds.told("height")?["pixels"].as_f64().context("no height")?;
    ensure!((200.0..3_000.0).contains(&height), "it is {height} high");
    embeds.wait(0, &format!("Math.abs($('.box').offsetHeight - {height}) < 200"))?;
    ensure!(embeds.ask(0, place)? == before, "the place of the lab has moved");
    // It plays, and breaks what it is there to break.
    embeds.ask(0, &format!("lab.set('pace', '{PACE}')"))?;
    browser.wait_true("window.told.some(([type, { state }]) => state && state.playing)")?;
    let broken = embeds.told("violation")?;
    let says = broken["text"].as_str().unwrap_or_default();
    ensure!(broken["at"].as_f64() > Some(0.0) && says.len() > 10, "it tells of {broken}");
    ensure!(embeds.ask(0, "lab.shadowRoot.activeElement === $('button')")? == true, "focus went");
    browser.check_accessible()
}

/// The keys are the host's until a reader goes in, and again after Escape.
fn keys(embeds: &Embeds<'_>) -> Result<()> {
    let browser = embeds.browser;
    browser.press(Key::Right)?;
    browser.wait_true("window.slides === 1")?;
    browser.press(Key::Enter)?;
    embeds.wait(0, "lab.shadowRoot.activeElement === $('iframe')")?;
    press_inside(browser, Key::Right)?;
    press_inside(browser, Key::Escape)?;
    embeds.wait(0, "lab.shadowRoot.activeElement === $('button')")?;
    browser.wait_true("window.slides === 1")?;
    browser.press(Key::Right)?;
    browser.wait_true("window.slides === 2")
}

/// Presses a key while the focus is in the frame. The driver of Firefox gives keys to the page that
/// it looks at and not to what has the focus in it, as a keyboard does: there it goes in first.
fn press_inside(browser: &Browser, key: Key) -> Result<()> {
    if browser.kind() != Kind::Firefox {
        return browser.press(key);
    }
    let frame = "document.querySelector('dst-lab').shadowRoot.querySelector('iframe')";
    browser.enter_frame_of(frame)?;
    browser.wait_true("document.hasFocus()")?;
    browser.press(key)?;
    browser.leave_frame()
}

/// What a host can do, and what it gets for it.
fn commands(embeds: &Embeds<'_>) -> Result<()> {
    state(embeds, "lab.pause()", "!state.playing")?;
    state(embeds, "lab.seek(2)", "Math.abs(state.at - 2) < 0.2")?;
    let before = get(embeds, "lab.seek(2)")?;
    let after = get(embeds, "lab.step(3)")?;
    ensure!(after["at"].as_f64() >= before["at"].as_f64(), "three steps lead from {before} back");
    ensure!(after["hash"] != before["hash"] || after["at"] != before["at"], "nothing has stepped");
    let struck = get(embeds, "lab.inject('crash n2')")?;
    let script = struck["script"].as_str().unwrap_or_default();
    ensure!(script.contains("crash n2"), "the script is {script}");
    // What it does not understand it says, and goes on.
    get(embeds, "lab.inject('boil the sea')")?;
    let refused = embeds.told("failure")?;
    ensure!(refused["text"].as_str().is_some_and(|text| !text.is_empty()), "it says {refused}");
    worn(embeds)?;
    get(embeds, "lab.play()").map(drop)
}

/// What the lab that runs cannot take on puts a picture in its place, and the host is told.
fn ended(embeds: &Embeds<'_>) -> Result<()> {
    embeds.ask(0, "($('iframe').focus(), lab.setAttribute('hide', 'pace'))")?;
    let told = embeds.told("end")?;
    ensure!(told["attribute"] == "hide", "the end is told as {told}");
    embeds.wait(0, "!$('iframe') && $('button').textContent === 'Run the lab'")?;
    embeds.wait(0, "lab.shadowRoot.activeElement === $('button')")
}

/// Another theme, stage or seed changes the lab that runs, and what stands around it.
fn worn(embeds: &Embeds<'_>) -> Result<()> {
    let before = get(embeds, "lab.set('theme', 'dark')")?;
    embeds.wait(0, "lab.dataset.look === 'dark'")?;
    let after = get(embeds, "lab.setAttribute('theme', 'light')")?;
    embeds.wait(0, "lab.dataset.look === 'light' && $('iframe')")?;
    ensure!(before == after, "another theme has led from {before} to {after}");
    let staged = get(embeds, "lab.setAttribute('stage', '1')")?;
    ensure!(staged["stage"] == 1, "the stage is {}", staged["stage"]);
    let back = get(embeds, "lab.setAttribute('stage', '2'), lab.setAttribute('seed', '7')")?;
    ensure!(back["stage"] == 2 && back["seed"] == "7", "it is now {back}");
    // What is taken away is as if it had never been there; the run stays.
    let renamed = get(embeds, "lab.removeAttribute('seed'), lab.setAttribute('label', 'Mine')")?;
    ensure!(renamed["stage"] == 2 && renamed["seed"] == staged["seed"], "it is now {renamed}");
    embeds.wait(0, "$('iframe').title === 'Lab: Mine' && $('.bar a').textContent === 'Mine'")?;
    let first = get(embeds, "lab.removeAttribute('stage')")?;
    ensure!(first["stage"] == 1, "without a stage it is {first}");
    get(embeds, "lab.setAttribute('stage', '2')")?;
    ensure!(embeds.ask(0, "window.told.some(([type]) => type === 'end')")? == false, "it ended");
    Ok(())
}

/// Out of sight it stands still; in sight it goes on. The wheel is the host's.
fn unseen(embeds: &Embeds<'_>) -> Result<()> {
    let browser = embeds.browser;
    get(embeds, "lab.seek(0), lab.play()")?;
    state(embeds, "0", "state.playing")?;
    browser.run("window.scrollTo(0, document.documentElement.scrollHeight);", &[])?;
    match browser.kind() {
        Kind::Firefox => slow(embeds)?,
        _ => state(embeds, "0", "!state.playing")?,
    }
    embeds.middle(0, ".box")?;
    state(embeds, "0", "state.playing")?;
    let at = get(embeds, "0")?["at"].as_f64().unwrap_or_default();
    state(embeds, "0", &format!("state.at > {at} + 0.2"))?;
    if browser.kind() != Kind::Webkit {
        let place = embeds.middle(0, ".box")?;
        let before = browser.number("scrollY")?;
        browser.wheel(place, 240.0)?;
        browser.wait_true(&format!("scrollY > {before}"))?;
    }
    Ok(())
}

/// Firefox draws a frame that is out of sight about once a second and tells it nothing, so that the
/// lab goes on for a tenth of a second then at most.
fn slow(embeds: &Embeds<'_>) -> Result<()> {
    let clock = Clock::start();
    embeds.browser.until("time hardly passes", || {
        let (asked, before) = (clock.passed(), get(embeds, "0")?["at"].as_f64());
        sleep(Duration::from_secs(2));
        let passed = get(embeds, "0")?["at"].as_f64().zip(before).map(|(at, before)| at - before);
        let would = PACE * (clock.passed() - asked).as_secs_f64();
        Ok(passed.is_some_and(|passed| passed < would / 4.0).then_some(()))
    })
}

/// Does something and asks for the state until it is so.
fn state(embeds: &Embeds<'_>, does: &str, wanted: &str) -> Result<()> {
    embeds.ask(0, &format!("({does}, true)"))?;
    embeds.browser.until(&format!("after `{does}`, `{wanted}`"), || {
        let state = get(embeds, "0")?;
        let script = format!("const state = arguments[0]; return Boolean({wanted});");
        Ok((embeds.browser.run(&script, &[state])? == Value::Bool(true)).then_some(()))
    })
}

/// Does something, and gives the state after it.
fn get(embeds: &Embeds<'_>, does: &str) -> Result<Value> {
    let script = format!(
        "const done = arguments[arguments.length - 1]; \
         const lab = document.querySelector('dst-lab'); {does}; lab.get().then(done, String);"
    );
    embeds.browser.run_async(&script, &[])
}
