//! A run leaves the page as a link and as files, and is the native engine's run.
//!
//! What every browser makes is held against the native engine, so that a link of one browser is
//! known to be the same run in the two others.

use anyhow::{Context, Result, ensure};
use engine::kernel::Instant;
use engine::scenario::{Link, Scenario, decode};
use serde_json::{Value, json};

use super::page::{ID, now, open_uncut, playhead_to, ready, scenario};
use crate::driver::{Browser, Key, Kind};
use crate::journeys::files::{catch, caught, name};
use crate::journeys::{Journey, Visit};

/// The journey.
pub(in crate::journeys) const JOURNEY: Journey =
    Journey { name: "lab-share", browsers: &Kind::ALL, run };

/// A link made by an engine that was changed for the purpose.
const CHANGED: &str = include_str!("../../../../engine/tests/links/changed-engine.txt");

fn run(visit: &mut Visit) -> Result<()> {
    let scenario = scenario()?;
    let browser = &visit.browser;
    browser.set_viewport(1440, 900)?;
    open_uncut(visit, &scenario)?;
    playhead_to(browser, 1.6)?;
    open(browser)?;
    browser.check_accessible()?;
    let link = link(browser)?;
    let hash = native(&scenario, &link)?;
    copies(browser)?;
    without_playhead(browser, &link)?;
    files(browser, hash)?;
    words(browser)?;
    close(browser)?;
    again(visit, &link)?;
    outdated(visit)?;
    narrow(visit)
}

/// Opens the dialog with its key; the focus is in the lab, and afterwards in the dialog.
pub(super) fn open(browser: &Browser) -> Result<()> {
    browser.run("document.querySelector('main.lab').focus()", &[])?;
    browser.press('s')?;
    browser.wait_for("dialog.share[open]")?;
    ensure!(browser.has_focus("dialog.share")?, "the focus is not in the dialog");
    Ok(())
}

/// Closes it with Escape; the focus is where it was.
pub(super) fn close(browser: &Browser) -> Result<()> {
    browser.press(Key::Escape)?;
    browser.wait_gone("dialog.share")?;
    ensure!(browser.has_focus("main.lab")?, "the focus has left the lab");
    Ok(())
}

/// Goes to a part of the dialog with the arrows of its tabs.
pub(super) fn part(browser: &Browser, name: &str) -> Result<()> {
    let tab = "document.activeElement.closest('.share .tabs')";
    browser.until("the tabs have the focus", || {
        if browser.run(&format!("return !!{tab};"), &[])? == true {
            return Ok(Some(()));
        }
        browser.press(Key::Tab)?;
        Ok(None)
    })?;
    browser.until(&format!("the part {name} is open"), || {
        let here = "return document.activeElement.textContent;";
        if browser.run(here, &[])? == json!(name) {
            return Ok(Some(()));
        }
        browser.press(Key::Right)?;
        Ok(None)
    })
}

/// Presses a button with the space key.
fn press(browser: &Browser, selector: &str) -> Result<()> {
    let focus = "const found = document.querySelector(arguments[0]); found.focus(); \
                 return document.activeElement === found;";
    browser.wait_for(selector)?;
    let focused = browser.run(focus, &[json!(selector)])?;
    ensure!(focused == true, "{selector} does not take the focus");
    browser.press(Key::Space)
}

/// What stands in a box of lines.
pub(super) fn lines(browser: &Browser, nth: usize) -> Result<String> {
    let script = "return document.querySelectorAll('.share textarea')[arguments[0]].value;";
    let text = browser.run(script, &[json!(nth)])?;
    text.as_str().map(ToOwned::to_owned).context("there is no such box")
}

/// The link that the dialog shows, taken apart.
fn link(browser: &Browser) -> Result<Link> {
    let text = lines(browser, 0)?;
    let (page, code) = text.split_once("?run=").context("the link carries no run")?;
    ensure!(page.ends_with(&format!("/play/{ID}/")), "the link leads to {page}");
    ensure!(browser.count(".share .qr")? == 1, "there is no code");
    decode(code).map_err(anyhow::Error::msg)
}

/// Plays what a link says natively: no mark differs. The answer is the hash of the whole trace.
fn native(scenario: &Scenario, link: &Link) -> Result<u64> {
    ensure!(link.marks.instants.len() == 8, "the link is not marked");
    let mut line = link.run.timeline(scenario);
    let parting = link.parting(scenario, &mut line);
    ensure!(parting.is_none(), "natively it is another run: {parting:?}");
    Ok(line.trace().hash_at(line.trace().steps_until(link.marks.played)))
}

/// What a browser allows is copied; what it forbids is selected, and said.
fn copies(browser: &Browser) -> Result<()> {
    let stub = "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { \
                writeText: (text) => { window.copied = text; \
                return arguments[0] ? Promise.resolve() : Promise.reject(new Error()); } } });";
    let stub = stub.replace("arguments[0]", "window.allowed");
    browser.run(&stub, &[])?;
    browser.run("window.allowed = true", &[])?;
    press(browser, ".share .lines button")?;
    browser.wait_text(".share .lines [role=status]", "Copied.")?;
    ensure!(browser.run("return window.copied", &[])? == json!(lines(browser, 0)?), "another text");
    browser.run("window.allowed = false", &[])?;
    press(browser, ".share .lines button")?;
    browser.wait_text(".share .lines [role=status]", "the text is selected")?;
    browser.wait_true(
        "document.activeElement.matches('.share textarea') && \
         document.activeElement.selectionEnd - document.activeElement.selectionStart \
         === document.activeElement.value.length",
    )
}

fn without_playhead(browser: &Browser, with: &Link) -> Result<()> {
    press(browser, ".share .with")?;
    browser.wait_text(".share .linkpart", "from its start")?;
    let without = link(browser)?;
    ensure!(without == Link { at: None, ..with.clone() }, "more than the playhead differs");
    press(browser, ".share .with")
}

/// Presses the button of a file; the page would have saved it under a name that says what it is.
fn take(browser: &Browser, ending: &str) -> Result<()> {
    catch(browser)?;
    browser.click(&format!(".share [data-file={ending}]"))?;
    let name = name(browser)?;
    ensure!(name.starts_with(ID) && name.ends_with(ending), "it is called {name}");
    browser.wait_text(".share .said", &format!(".{ending}."))
}

/// The same, and its text.
pub(super) fn taken(browser: &Browser, ending: &str) -> Result<String> {
    take(browser, ending)?;
    caught(browser)
}

fn files(browser: &Browser, hash: u64) -> Result<()> {
    part(browser, "Files")?;
    browser.wait_for(".share .frame")?;
    browser.check_accessible()?;

    let json: Value = serde_json::from_str(&taken(browser, "json")?)?;
    let told = format!("{hash:016x}");
    ensure!(json["trace_hash"] == told, "natively {told}, in the file {}", json["trace_hash"]);
    ensure!(json["scenario"] == ID && json["version"] == 1, "another file: {json}");

    let csv = taken(browser, "csv")?;
    ensure!(csv.starts_with("client,number,") && csv.contains("begun (s)"), "no head: {csv}");
    ensure!(csv.lines().count() > 3 && csv.ends_with("\r\n"), "no operations: {csv}");

    let svg = taken(browser, "svg")?;
    for odd in ["class=", "var(--", "href=", "http://127", "<script", "tabindex"] {
        ensure!(!svg.contains(odd), "the drawing does not stand alone: {odd}");
    }
    for part in ["<svg xmlns", "fill=\"rgb(", "@font-face", "<title>", "url(#p", "</svg>"] {
        ensure!(svg.contains(part), "the drawing has no {part}");
    }
    let is_whole = "const read = new DOMParser().parseFromString(arguments[0], 'image/svg+xml'); \
                    return read.querySelector('parsererror') === null \
                    && read.querySelectorAll('text').length > 10;";
    ensure!(browser.run(is_whole, &[json!(svg)])? == true, "the drawing is no XML");

    let page = taken(browser, "html")?;
    let [head, tail] = [&page[..15], &page[page.len() - 8..]];
    ensure!(head == "<!doctype html>" && tail.trim() == "</html>", "no whole page: {head} {tail}");
    ensure!(page.contains("\"run\":\""), "the run is not in the page");

    take(browser, "png")?;
    drawn(browser)
}

/// The picture of dots has the size that is promised, and more than one colour.
fn drawn(browser: &Browser) -> Result<()> {
    let script = "const done = arguments[arguments.length - 1]; \
         createImageBitmap(window.saved).then((image) => { \
           const sheet = document.createElement('canvas'); \
           sheet.width = image.width; sheet.height = image.height; \
           const pen = sheet.getContext('2d'); pen.drawImage(image, 0, 0); \
           const dots = pen.getImageData(0, 0, sheet.width, sheet.height).data; \
           const seen = new Set(); \
           for (let at = 0; at < dots.length; at += 404) { \
             seen.add(`${dots[at]} ${dots[at + 1]} ${dots[at + 2]}`); } \
           done([image.width, image.height, seen.size]); }, () => done(null));";
    let seen = browser.run_async(script, &[])?;
    let number = |at: usize| seen[at].as_u64().unwrap_or(0);
    ensure!(number(0) == 1_792 && number(1) > 1_000, "the picture has another size: {seen}");
    ensure!(number(2) > 8, "the picture is empty: {seen}");
    Ok(())
}

/// The citation and the lines for another page.
fn words(browser: &Browser) -> Result<()> {
    part(browser, "Cite")?;
    browser.wait_text(".citepart", "BibTeX")?;
    browser.check_accessible()?;
    ensure!(lines(browser, 0)?.contains("/?run="), "the citation leads nowhere");
    ensure!(lines(browser, 1)?.starts_with("@misc{"), "this is no BibTeX");
    part(browser, "Embed")?;
    browser.wait_text(".embedpart", "For any page")?;
    browser.check_accessible()?;
    let text = lines(browser, 0)?;
    ensure!(text.contains(&format!("<dst-lab scenario=\"{ID}\"")) && text.contains(" run=\""));
    Ok(())
}

/// The link opens the same run, and says nothing of another one.
fn again(visit: &Visit, link: &Link) -> Result<()> {
    let browser = &visit.browser;
    visit.open(&format!("/play/{ID}/?run={}", engine::scenario::encode(link)))?;
    ready(browser)?;
    ensure!(browser.count(".notice")? == 0, "the same run is called another");
    let at = link.at.unwrap_or(Instant(0)).0 as f64 / 1e9;
    ensure!((now(browser)? - at).abs() < 0.006, "the playhead stands elsewhere");
    Ok(())
}

/// A link of a changed engine says where its run differs.
fn outdated(visit: &Visit) -> Result<()> {
    let browser = &visit.browser;
    let (name, code) =
        CHANGED.lines().last().and_then(|line| line.split_once(' ')).context("no link is kept")?;
    let (id, _) = name.split_once('/').context("it is of no lab")?;
    visit.open(&format!("/play/{id}/?run={code}"))?;
    ready(browser)?;
    browser.wait_text(".notice", "differs first at act")?;
    browser.check_accessible()
}

/// On a telephone nothing sticks out.
fn narrow(visit: &Visit) -> Result<()> {
    let browser = &visit.browser;
    browser.set_viewport(390, 844)?;
    visit.open(&format!("/play/{ID}/?stage=2"))?;
    ready(browser)?;
    browser.click(".share-open")?;
    browser.wait_for("dialog.share[open]")?;
    for name in ["Link", "Files", "Cite", "Embed"] {
        part(browser, name)?;
        let fits = "(box => box.scrollWidth <= box.clientWidth)";
        browser.wait_true(&format!("{fits}(document.querySelector('dialog.share'))"))?;
        browser.wait_true(&format!("{fits}(document.documentElement)"))?;
        browser.check_accessible()?;
    }
    Ok(())
}
