//! What journeys do on the page of a lab.

use anyhow::{Context, Result, ensure};
use content::Book;
use engine::kernel::Instant;
use engine::modes::Mode;
use engine::scenario::{Link, Run, Scenario, decode, encode};
use serde_json::Value;

use crate::driver::{Browser, Key, Point};
use crate::journeys::Visit;
use crate::paths;

/// The lab that the journeys visit.
pub(super) const ID: &str = "ch03-raft-lease-read";

/// The scenario of that lab, as the book has it.
pub(super) fn scenario() -> Result<Scenario> {
    let book = Book::read_on_trust(&paths::root().join("content/book"))?;
    let found = book.scenarios.into_iter().find(|(raw, _)| raw.id == ID);
    Ok(found.context("the book has lost a scenario")?.1)
}

/// Opens the stage with the slow clock as its script was before anybody cut: what is left to do is
/// the reader's.
pub(super) fn open_uncut(visit: &Visit, scenario: &Scenario) -> Result<()> {
    let mut run = Run::of_stage(scenario, 1);
    while let Some(place) =
        run.script.acts().iter().position(|act| act.fault.target.cut().is_some())
    {
        run.script = run.script.without(place);
    }
    let link = Link { run, at: Some(Instant(0)), ..Link::default() };
    visit.open(&format!("/play/{ID}/?run={}", encode(&link)))?;
    ready(&visit.browser)
}

/// Waits until the lab can be used.
pub(super) fn ready(browser: &Browser) -> Result<()> {
    browser.wait_for("main.lab .transport .go")?;
    browser.wait_for("[data-cell]")?;
    browser.wait_for("[data-host=\"n1\"]").map(drop)
}

/// The instant of the playhead, in seconds.
pub(super) fn now(browser: &Browser) -> Result<f64> {
    let text = browser.attribute("[role=\"slider\"].ph", "aria-valuenow")?;
    text.and_then(|text| text.parse().ok()).context("the playhead shows no number")
}

/// Presses the button that plays or pauses.
pub(super) fn toggle(browser: &Browser) -> Result<()> {
    browser.click(".transport .go")
}

/// Whether a row believes in a column, and is entitled to it.
pub(super) fn cell(browser: &Browser, cell: &str) -> Result<(bool, bool)> {
    let selector = format!("[data-cell=\"{cell}\"]");
    let [believed, entitled] =
        ["data-believed", "data-entitled"].map(|name| browser.attribute(&selector, name));
    Ok((believed?.as_deref() == Some("true"), entitled?.as_deref() == Some("true")))
}

/// Puts the playhead to an instant with its keys, wherever the focus was.
pub(super) fn playhead_to(browser: &Browser, seconds: f64) -> Result<()> {
    browser.run("document.querySelector('.ph').focus()", &[])?;
    press_to(browser, seconds)
}

/// The same, where the playhead has the focus.
pub(super) fn press_to(browser: &Browser, seconds: f64) -> Result<()> {
    browser.until(&format!("the playhead is at {seconds} s"), || {
        let left = seconds - now(browser)?;
        if left.abs() < 0.015 {
            return Ok(Some(()));
        }
        browser.press(match left {
            0.5.. => Key::PageUp,
            0.0.. => Key::Right,
            -0.5..0.0 => Key::Left,
            _ => Key::PageDown,
        })?;
        Ok(None)
    })
}

/// A line across the stage that leaves n1, n2 and client B on its left.
pub(super) fn line_of_cut(browser: &Browser) -> Result<[Point; 3]> {
    let host = |name| browser.middle(&format!("[data-host=\"{name}\"]"));
    let (left, right) = ([host("n1")?, host("n2")?], [host("n3")?, host("n5")?, host("A")?]);
    let most = left.iter().map(|at| at.x).fold(f64::MIN, f64::max);
    let least = right.iter().map(|at| at.x).fold(f64::MAX, f64::min);
    let middle = browser.middle(".stage")?;
    let height = browser.run("return document.querySelector('.stage').clientHeight;", &[])?;
    let half = height.as_f64().context("the stage has no height")? / 2.0 - 8.0;
    let at = Point { x: (most + least) / 2.0, y: middle.y };
    Ok([at.offset(0.0, -half), at, at.offset(0.0, half)])
}

/// The cells of the page that are marked: node, class, column, believed, entitled.
pub(super) fn cells(browser: &Browser) -> Result<Vec<String>> {
    let script = "return Array.from(document.querySelectorAll('[data-cell]')).map((cell) => \
                  [cell.dataset.cell, cell.dataset.believed, cell.dataset.entitled].join(' '));";
    let found = browser.run(script, &[])?;
    let texts = found.as_array().context("no list of cells")?.iter().filter_map(Value::as_str);
    let mut cells: Vec<String> = texts.map(ToOwned::to_owned).collect();
    cells.sort_unstable();
    Ok(cells)
}

/// The code of the run in the page's address, once it says where the playhead stands.
pub(super) fn code(browser: &Browser) -> Result<String> {
    let at = now(browser)?;
    browser.until("the address tells the run", || {
        let address = browser.address()?;
        let Some((_, code)) = address.split_once("run=") else { return Ok(None) };
        let code = code.split('&').next().unwrap_or_default().to_owned();
        let told = decode(&code).ok().and_then(|link| link.at);
        let near = told.is_some_and(|told| (told.0 as f64 / 1e9 - at).abs() < 0.006);
        Ok(near.then_some(code))
    })
}

/// Plays natively what a code says, and compares every cell that the page shows.
pub(super) fn same_as_native(browser: &Browser, scenario: &Scenario, code: &str) -> Result<()> {
    let link = decode(code).map_err(anyhow::Error::msg)?;
    let mut line = link.run.timeline(scenario);
    line.seek_to(link.at.unwrap_or(Instant(0)));
    let shown = cells(browser)?;
    ensure!(!shown.is_empty(), "the page shows no cell");
    for cell in shown {
        let words: Vec<&str> = cell.split([' ', '/']).collect();
        let [node, class, mode, believed, entitled] = words[..] else {
            anyhow::bail!("a cell is called `{cell}`");
        };
        let id = scenario.cast.node(node).context("a cell of nobody")?;
        let matrix = line.world().modes(id.service).matrix();
        let class = matrix.ids().find(|id_class| {
            class.ends_with(&format!(".{}", scenario.cast.class_name(id.service, *id_class)))
        });
        let class = class.context("a cell of no class")?;
        let stance = line.world().stance(id, class).context("a cell of a node that is down")?;
        let column = |contract: u8| match stance.recovering {
            true => Mode::Recovery,
            false => matrix.contract(class, contract).mode,
        };
        let native =
            (column(stance.believed).name() == mode, column(stance.entitled).name() == mode);
        ensure!(
            native == (believed == "true", entitled == "true"),
            "{cell}: natively believed {}, entitled {}",
            native.0,
            native.1
        );
    }
    Ok(())
}
