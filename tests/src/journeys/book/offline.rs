//! After one visit the whole book can be read, searched and run without its host.

use anyhow::{Result, ensure};
use serde_json::Value;

use super::worker::{first_visit, release, reload};
use crate::driver::{Browser, Kind};
use crate::journeys::{Journey, Visit};

/// The journey.
pub(in crate::journeys) const JOURNEY: Journey =
    Journey { name: "offline", browsers: &Kind::ALL, run };

fn run(visit: &mut Visit) -> Result<()> {
    first_visit(visit)?;
    let release_read = release(&visit.browser)?;
    visit.server.stop();
    let browser = &visit.browser;
    reload(browser)?;
    ensure!(release(browser)? == release_read, "another release answers");
    browser.wait_for("[data-lab] .transport .go")?;

    visit.open("/chapter/3/")?;
    browser.middle("[data-lab]")?;
    browser.wait_for("[data-lab] .transport .go")?;
    visit.open("/chapter/1?from=elsewhere#text")?;
    ensure!(browser.address()?.ends_with("/chapter/1/?from=elsewhere#text"), "no slash was added");
    browser.wait_for("main h1")?;
    visit.open("/play/ch03-raft-lease-read/?stage=2")?;
    browser.wait_for("main.lab .transport .go")?;

    unknown(visit)?;
    visit.open("/search/?q=lease")?;
    browser.wait_for("[data-result]")?;
    visit.server.resume().map_err(Into::into)
}

/// An address that means nothing means as little without the host.
fn unknown(visit: &Visit) -> Result<()> {
    visit.open("/no/such/page")?;
    visit.browser.wait_text("main h1", "No replica knows this page")?;
    let status = status(&visit.browser)?;
    ensure!(status == 404, "the page that is not there has the status {status}");
    Ok(())
}

fn status(browser: &Browser) -> Result<Value> {
    let ask = "const done = arguments[arguments.length - 1]; \
               fetch(location.href).then((answer) => done(answer.status), \
                                         () => done(performance.getEntriesByType('navigation')[0] \
                                           .responseStatus ?? 404));";
    browser.run_async(ask, &[])
}
