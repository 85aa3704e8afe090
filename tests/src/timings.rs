//! How long a reader waits: for the first frame of a lab, and for every frame while it plays.

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::driver::{Browser, Driver, Kind};
use crate::paths;
use crate::server::{Server, Site};

/// The lab that is timed, in a stage with five servers, three clients, a cut and a slow clock.
const PATH: &str = "/play/ch03-raft-lease-read/?stage=2";

/// Milliseconds from the navigation to the first frame, files in the cache.
const FIRST_MAX: f64 = 500.0;
/// Milliseconds from the start of an animation frame to the task after it, at the 95th percentile.
const FRAME_MAX: f64 = 8.0;

/// Notes when the stage has been drawn for the first time.
const NOTE_FIRST: &str = "new MutationObserver((_, self) => { \
    if (document.querySelector('[data-host]')) { \
      self.disconnect(); requestAnimationFrame(() => { window.firstFrame = performance.now(); }); \
    } }).observe(document, { childList: true, subtree: true });";

/// Notes how long each frame takes, from its start to the first task after it.
const NOTE_FRAMES: &str = "window.frames_ms = []; \
    const after = new MessageChannel(); let began = 0; \
    after.port1.onmessage = () => window.frames_ms.push(performance.now() - began); \
    const tick = (now) => { began = now; after.port2.postMessage(0); \
      requestAnimationFrame(tick); }; \
    requestAnimationFrame(tick);";

/// Measures in Chromium; each budget with what it allows, what was found, and whether it holds.
pub fn measure() -> Result<Value> {
    let driver = Driver::start(Kind::Chromium)?;
    let server = Server::start(Site::new(paths::dist()), 0)?;
    let browser = driver.browser()?;
    browser.set_viewport(1440, 900)?;
    let first = first_frame(&browser, &server)?;
    let frame = frames(&browser)?;
    Ok(json!({ "budgets": [
        line("navigation to the first frame of a lab, warm cache", FIRST_MAX, first),
        line("a frame of the playing lab, 95th percentile", FRAME_MAX, frame),
    ] }))
}

fn line(what: &str, budget: f64, value: f64) -> Value {
    let value = (value * 10.0).round() / 10.0;
    json!({ "what": what, "budget": format!("≤ {budget}"), "value": value, "unit": "ms",
            "pass": value <= budget })
}

fn first_frame(browser: &Browser, server: &Server) -> Result<f64> {
    browser.devtools("Page.enable", json!({}))?;
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": NOTE_FIRST }))?;
    browser.open(&server.url(PATH))?;
    browser.wait_true("window.firstFrame > 0")?;
    browser.open(&server.url(PATH))?;
    browser.wait_true("window.firstFrame > 0")?;
    browser.run("return window.firstFrame;", &[])?.as_f64().context("no first frame")
}

/// Plays at twice the pace of true time, until a few hundred frames have been seen.
fn frames(browser: &Browser) -> Result<f64> {
    browser.run(NOTE_FRAMES, &[])?;
    browser.click(".transport .go")?;
    browser.wait_true("window.frames_ms.length > 300")?;
    let found = browser.run("return window.frames_ms.slice(20);", &[])?;
    let mut times: Vec<f64> =
        found.as_array().context("no frames")?.iter().filter_map(Value::as_f64).collect();
    times.sort_by(f64::total_cmp);
    times.get(times.len() * 95 / 100).copied().context("no frames")
}
