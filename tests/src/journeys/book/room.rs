//! A browser without room keeps nothing, and the site works from its host as before.

use anyhow::{Result, ensure};
use serde_json::json;

use super::worker::{caches, release};
use crate::driver::Kind;
use crate::journeys::{Journey, Visit};

/// The journey. Other drivers cannot make room scarce.
pub(in crate::journeys) const JOURNEY: Journey =
    Journey { name: "room", browsers: &[Kind::Chromium], run };

/// Less than a release needs, in bytes.
const SCARCE: u32 = 500_000;

fn run(visit: &mut Visit) -> Result<()> {
    let browser = &visit.browser;
    let origin = format!("http://127.0.0.1:{}", visit.server.port());
    let quota = json!({ "origin": origin, "quotaSize": SCARCE });
    browser.devtools("Storage.overrideQuotaForOrigin", quota)?;
    visit.open("/")?;
    browser.wait_for("[data-lab] .transport .go")?;
    let end = browser.run_async(
        "const done = arguments[arguments.length - 1]; \
         const base = document.documentElement.dataset.base; \
         navigator.serviceWorker.register(`${base}sw.js`, { scope: base }).then((found) => { \
           const worker = found.installing; \
           worker.onstatechange = () => done(worker.state); }).catch((why) => done(String(why)));",
        &[],
    )?;
    ensure!(end == "redundant", "the worker has become {end}");
    ensure!(caches(browser)?.is_empty(), "half a release is kept");
    ensure!(browser.count(".trouble")? == 0, "the reader is told of what is no trouble");
    visit.open("/chapter/3/")?;
    browser.middle("[data-lab]")?;
    browser.wait_for("[data-lab] .transport .go")?;

    browser.devtools("Storage.overrideQuotaForOrigin", json!({ "origin": origin }))?;
    visit.open("/")?;
    browser.wait_true("navigator.serviceWorker.controller")?;
    ensure!(caches(browser)?[0].ends_with(&release(browser)?), "the release is not kept now");
    Ok(())
}
