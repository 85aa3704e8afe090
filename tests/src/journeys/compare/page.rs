//! What journeys do on the page of two runs.

use anyhow::{Context, Result, ensure};
use content::Book;
use engine::account::{Account, MEASURES, Parted, parted};
use engine::kernel::Instant;
use engine::scenario::{Difference, Run, Scenario, decode};
use engine::timeline::Timeline;

use crate::driver::Browser;
use crate::journeys::Visit;
use crate::paths;

/// The lab that the journeys visit.
pub(super) const ID: &str = "ch03-raft-lease-read";
/// In what the two runs differ.
pub(super) const WITH: &str = "register.lease-drift-bound=off";

/// The scenario of that lab, as the book has it.
pub(super) fn scenario() -> Result<Scenario> {
    let book = Book::read_on_trust(&paths::root().join("content/book"))?;
    let found = book.scenarios.into_iter().find(|(raw, _)| raw.id == ID);
    Ok(found.context("the book has lost a scenario")?.1)
}

/// Opens both runs of the second stage.
pub(super) fn open(visit: &Visit, more: &str) -> Result<()> {
    visit.open(&format!("/play/{ID}/?stage=2&with={WITH}{more}"))?;
    ready(&visit.browser)
}

/// Waits until both runs can be used.
pub(super) fn ready(browser: &Browser) -> Result<()> {
    browser.wait_for("[data-run=\"one\"] [data-host=\"n1\"]")?;
    browser.wait_for("[data-run=\"other\"] [data-host=\"n1\"]")?;
    browser.wait_for("[data-figure]").map(drop)
}

/// Plays both runs natively to their ends.
pub(super) fn native(
    scenario: &Scenario,
    run: &Run,
    with: &str,
) -> Result<[(Account, Timeline); 2]> {
    let difference = Difference::parse(scenario, with).map_err(anyhow::Error::msg)?;
    let (other, changed) = difference.apply(scenario, run);
    Ok([(scenario, run), (&other, &changed)].map(|(scenario, run)| {
        let mut line = run.timeline(scenario);
        line.run_until(Instant(0) + scenario.length);
        (Account::of(&line, &scenario.focus), line)
    }))
}

/// Every figure of the page is the engine's. The answer is where the engine finds that they part.
pub(super) fn same_as_native(browser: &Browser, scenario: &Scenario, run: &Run) -> Result<Parted> {
    same_as_native_with(browser, scenario, run, WITH)
}

/// The same for another difference than the usual one.
pub(super) fn same_as_native_with(
    browser: &Browser,
    scenario: &Scenario,
    run: &Run,
    with: &str,
) -> Result<Parted> {
    let both = native(scenario, run, with)?;
    for (name, (account, _)) in ["one", "other"].into_iter().zip(&both) {
        for measure in MEASURES {
            let selector = format!("[data-figure=\"{}/{name}\"]", measure.slug);
            let shown = browser.attribute(&selector, "data-value")?;
            let native = (measure.read)(account).map(|value| value.to_string());
            ensure!(shown == native, "{selector}: {shown:?}, natively {native:?}");
        }
    }
    let [(_, one), (_, other)] = both;
    Ok(parted(&one, &other))
}

/// A figure of one run.
pub(super) fn figure(browser: &Browser, name: &str) -> Result<Option<String>> {
    browser.attribute(&format!("[data-figure=\"{name}\"]"), "data-value")
}

/// The run that the page's address carries, once it carries one for which something holds.
pub(super) fn run_told(browser: &Browser, wanted: impl Fn(&Run) -> bool) -> Result<Run> {
    browser.until("the address tells the run", || {
        let address = browser.address()?;
        let Some((_, code)) = address.split_once("run=") else { return Ok(None) };
        let code = code.split('&').next().unwrap_or_default();
        Ok(decode(code).ok().map(|link| link.run).filter(|run| wanted(run)))
    })
}

/// The instant of the playhead, in seconds.
pub(super) fn now(browser: &Browser) -> Result<f64> {
    let text = browser.attribute("[role=\"slider\"].ph", "aria-valuenow")?;
    text.and_then(|text| text.parse().ok()).context("the playhead shows no number")
}
