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

/// The page that shows an embed on the book's own host, where a test can look into the frame.
const GUIDE: &str = "/embed/guide/";

/// Milliseconds from a click on an embed to its first frame, files in the cache.
const EMBED_MAX: f64 = 500.0;

/// Clicks, and notes when the stage has been drawn in the frame.
const CLICK_EMBED: &str = "const root = document.querySelector('dst-lab').shadowRoot; \
    const began = performance.now(); root.querySelector('button').click(); \
    const look = () => { \
      const frame = root.querySelector('iframe'); const page = frame && frame.contentDocument; \
      if (page && page.querySelector('#lab [data-host]')) { \
        requestAnimationFrame(() => { window.embedFrame = performance.now() - began; }); \
      } else requestAnimationFrame(look); }; \
    look();";

/// Measures in Chromium; each budget with what it allows, what was found, and whether it holds.
pub fn measure() -> Result<Value> {
    let driver = Driver::start(Kind::Chromium)?;
    let server = Server::start(Site::new(paths::dist()), 0)?;
    let browser = driver.browser()?;
    browser.set_viewport(1440, 900)?;
    let first = first_frame(&browser, &server)?;
    let frame = frames(&browser)?;
    let embed = embed(&browser, &server)?;
    Ok(json!({ "budgets": [
        line("navigation to the first frame of a lab, warm cache", FIRST_MAX, first),
        line("a frame of the playing lab, 95th percentile", FRAME_MAX, frame),
        line("click on an embed to its first frame, warm cache", EMBED_MAX, embed),
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

/// Runs an embed twice: the first time fills the cache.
fn embed(browser: &Browser, server: &Server) -> Result<f64> {
    let mut took = f64::NAN;
    for _ in 0..2 {
        browser.open(&server.url(GUIDE))?;
        let picture = "document.querySelector('dst-lab')?.shadowRoot?.querySelector('img')";
        browser.wait_true(&format!("{picture}?.naturalWidth > 0"))?;
        browser.run(CLICK_EMBED, &[])?;
        browser.wait_true("window.embedFrame > 0")?;
        took = browser.number("window.embedFrame")?;
    }
    Ok(took)
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
