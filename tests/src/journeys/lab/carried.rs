//! What a reader has done in one browser is, by the link from its dialog, the same run in another.

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::keyboard::cut;
use super::page::{ID, now, open_uncut, playhead_to, ready, scenario};
use super::share::{close, lines, open, part, taken};
use crate::driver::{Browser, Driver, Kind};
use crate::journeys::{Journey, Visit};

/// The journey. It starts in one browser, and calls those that are installed.
pub(in crate::journeys) const JOURNEY: Journey =
    Journey { name: "lab-carried", browsers: &[Kind::Chromium], run };

/// A run as a page reports it.
#[derive(Debug, PartialEq, Eq)]
struct Told {
    link: String,
    hash: String,
}

fn run(visit: &mut Visit) -> Result<()> {
    let kinds = Kind::ALL.into_iter().filter(|kind| kind.missing().is_empty());
    let drivers = kinds.map(|kind| Ok((kind, Driver::start(kind)?))).collect::<Result<Vec<_>>>()?;
    let mut made = Vec::new();
    for (nth, (kind, driver)) in drivers.iter().enumerate() {
        // A browser more than one at a time would only slow the others down.
        visit.browser = driver.browser()?;
        made.push((kind, make(visit, 1.6 + 0.2 * nth as f64)?));
    }
    for (kind, driver) in &drivers {
        visit.browser = driver.browser()?;
        for (maker, told) in &made {
            let (maker, kind) = (maker.name(), kind.name());
            visit.browser.open(&told.link)?;
            let found = look(&visit.browser).with_context(|| format!("{maker} in {kind}"))?;
            ensure!(found == *told, "made in {maker}: {told:?}; in {kind}: {found:?}");
        }
    }
    Ok(())
}

/// Cuts the network and goes on until somebody has waited in vain.
fn make(visit: &Visit, cut_at: f64) -> Result<Told> {
    let browser = &visit.browser;
    browser.set_viewport(1440, 900)?;
    open_uncut(visit, &scenario()?)?;
    playhead_to(browser, cut_at)?;
    cut(browser)?;
    playhead_to(browser, cut_at + 4.0)?;
    look(browser)
}

/// The link to the run on the page, and the hash of all that was played of it.
fn look(browser: &Browser) -> Result<Told> {
    ready(browser)?;
    ensure!(browser.count(".notice")? == 0, "it is called another run");
    let at = now(browser)?;
    open(browser)?;
    let link = lines(browser, 0)?;
    part(browser, "Files")?;
    let file: Value = serde_json::from_str(&taken(browser, "json")?)?;
    close(browser)?;
    ensure!(file["scenario"] == ID, "the file is of another lab");
    ensure!(at > 5.0 && link.contains("?run="), "nothing was done: {link}");
    let hash = file["trace_hash"].as_str().context("the file has no hash")?.to_owned();
    Ok(Told { link, hash })
}
