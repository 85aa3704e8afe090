//! Files that are brought into a lab: a saved run opens, and what is hostile gets one sentence.

use anyhow::{Context, Result, ensure};
use engine::kernel::Instant;
use engine::scenario::{Link, Marks, Run, Scenario, VERSION, write_saved};
use serde_json::{Value, json};

use super::page::{ID, code, now, ready, same_as_native, scenario};
use super::share::{open, part};
use crate::driver::{Browser, Kind};
use crate::journeys::files::give;
use crate::journeys::{Journey, Visit};

/// The journey.
pub(in crate::journeys) const JOURNEY: Journey =
    Journey { name: "lab-brought", browsers: &Kind::ALL, run };

const FIELD: &str = ".share .import input";

fn run(visit: &mut Visit) -> Result<()> {
    let scenario = scenario()?;
    let browser = &visit.browser;
    visit.open(&format!("/play/{ID}/?stage=1"))?;
    ready(browser)?;
    open(browser)?;
    part(browser, "Files")?;
    let file = saved(&scenario);
    hostile(browser, &file)?;
    browser.check_accessible()?;

    give(browser, FIELD, &file)?;
    browser.wait_gone("dialog.share")?;
    browser.wait_text(".notice", "it is still the one that was saved")?;
    ensure!((now(browser)? - 3.2).abs() < 0.006, "the playhead stands elsewhere");
    same_as_native(browser, &scenario, &code(browser)?)?;

    let mut parted: Value = serde_json::from_str(&file)?;
    parted["eighth_hashes"][6] = json!("0000");
    parted["engine"] = json!("0.0.9");
    open(browser)?;
    part(browser, "Files")?;
    give(browser, FIELD, &parted.to_string())?;
    browser.wait_text(".notice", "was shared by version 0.0.9")?;
    browser.wait_text(".notice", "differs first between")?;

    long(browser, &parted)?;
    visit.open("/play/ch01-cap-partition/")?;
    browser.wait_for("main.lab .transport .go")?;
    open(browser)?;
    part(browser, "Files")?;
    give(browser, FIELD, &file)?;
    browser.wait_true(&format!("location.pathname.endsWith('/play/{ID}/')"))?;
    ready(browser)?;
    ensure!((now(browser)? - 3.2).abs() < 0.006, "the run of another lab is not opened");
    Ok(())
}

/// The stage with the slow clock, played for five seconds and stopped before.
fn saved(scenario: &Scenario) -> String {
    let run = Run::of_stage(scenario, 1);
    let mut line = run.timeline(scenario);
    line.run_until(Instant(5_000_000_000));
    let at = Some(Instant(3_200_000_000));
    let link = Link { engine: VERSION.into(), run, at, marks: Marks::of(&line) };
    write_saved(scenario, &link, line.trace().hash())
}

/// A link that is too long for a camera: the code leads to the stage, and says so.
fn long(browser: &Browser, file: &Value) -> Result<()> {
    let mut file = file.clone();
    let script = file["script"].as_array_mut().context("there is no script")?;
    script.extend((10..70).map(|nth| json!(format!("7.{nth} s delay n1 | n2 {nth} ms"))));
    let hashes = file["act_hashes"].as_array_mut().context("there are no hashes")?;
    hashes.extend(vec![json!("0000"); 60]);
    open(browser)?;
    part(browser, "Files")?;
    give(browser, FIELD, &file.to_string())?;
    browser.wait_gone("dialog.share")?;
    open(browser)?;
    browser.wait_text(".share figcaption", "the code leads to the stage")?;
    browser.press(crate::driver::Key::Escape)
}

/// Each gets a sentence, and the lab goes on with what it has.
fn hostile(browser: &Browser, file: &str) -> Result<()> {
    let before = browser.address()?;
    let with = |name: &str, value: Value| -> Result<String> {
        let mut file: Value = serde_json::from_str(file)?;
        *file.get_mut(name).context("no such field")? = value;
        Ok(file.to_string())
    };
    for (file, sentence) in [
        (String::new(), "not JSON"),
        ("no json".into(), "not JSON"),
        ("[".repeat(100_000), "not JSON"),
        ("null".into(), "`format`"),
        ("\"text\"".into(), "`format`"),
        ("[1]".into(), "`format`"),
        ("{}".into(), "`format`"),
        (with("version", json!(7))?, "version 7"),
        (with("version", json!([1]))?, "`version`"),
        (with("engine", json!(null))?, "`engine`"),
        (with("scenario", json!("ch99-nothing"))?, "“ch99-nothing”"),
        (with("scenario", json!("../../etc"))?, "names no scenario"),
        (with("scenario", json!({"toString": 1}))?, "`scenario`"),
        (with("script", json!("stage 2"))?, "`script`"),
        (with("script", json!(["stage 2", 7]))?, "`script`"),
        (with("script", json!(["stage 2", "2 s cut n1 | n9"]))?, "line 2"),
        (with("script", json!(["<img src=x onerror=alert(1)>"]))?, "line 1"),
        (with("played_ns", json!(-1))?, "`played_ns`"),
        (with("played_ns", json!(1e300))?, "`played_ns`"),
        (with("at_ns", json!("now"))?, "`at_ns`"),
        (with("act_hashes", json!(["xyz"]))?, "Part 1 of `act_hashes`"),
        (with("act_hashes", json!(vec!["0000"; 900]))?, "900 parts for"),
        (with("eighth_hashes", json!(["0000"]))?, "eight parts"),
        (with("trace_hash", json!("short"))?, "`trace_hash`"),
    ] {
        forget(browser)?;
        give(browser, FIELD, &file)?;
        browser.wait_text(".share .said", sentence)?;
        browser.wait_text(".share .said", "Nothing was changed.")?;
    }
    give(browser, FIELD, &format!("{{\"a\":\"{}\"}}", "x".repeat(10 << 20)))?;
    browser.wait_text(".share .said", "no honest run is longer")?;
    ensure!(browser.address()? == before, "a hostile file has changed the run");
    ensure!(browser.count("dialog.share[open]")? == 1, "the dialog is gone");
    browser.check_running()
}

/// Saves another thing, so that what was said before is no longer there.
fn forget(browser: &Browser) -> Result<()> {
    browser.run("HTMLAnchorElement.prototype.click = function () {};", &[])?;
    browser.run("document.querySelector('.share [data-file=csv]').click()", &[])?;
    browser.wait_text(".share .said", "Saved as")
}
