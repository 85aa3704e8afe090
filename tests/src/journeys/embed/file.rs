//! A lab as one file: kept by a reader, opened from the disk with no site behind it, and run.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use content::Book;
use engine::kernel::{Instant, Span};
use engine::scenario::{Link, Run, encode};
use serde_json::{Value, json};

use crate::driver::{Browser, Key, Kind};
use crate::journeys::{Journey, Visit};
use crate::paths;

/// The journey.
pub(in crate::journeys) const JOURNEY: Journey =
    Journey { name: "embed-file", browsers: &Kind::ALL, run };

const LAB: &str = "ch03-raft-lease-read";

/// Has the site make the file, as a page that offers it does.
const MAKE: &str = "const [options, done] = arguments; \
    import(new URL('embed/export.js', location.origin + '/').href) \
      .then(({ labFile }) => labFile(location.origin + '/', options)) \
      .then(done, (error) => done({ error: String(error) }));";

fn run(visit: &mut Visit) -> Result<()> {
    visit.open("/")?;
    let browser = &visit.browser;
    let refused = browser.run_async(MAKE, &[json!({ "scenario": "no-such-lab" })])?;
    ensure!(refused["error"].is_string(), "a lab that is not there is kept");
    let options =
        json!({ "scenario": LAB, "stage": 2, "run": code()?, "theme": "dark", "hide": "pace" });
    let file = kept(visit, "lab", &options)?;
    browser.console()?;
    // From now on there is no site.
    visit.server.show(visit.folder("embed-file/nothing"));
    let asked = visit.server.log().len();
    from_disk(browser, &file)?;
    spoilt(browser, &file)?;
    plain(browser, &file)?;
    let late = visit.server.log().len() - asked;
    ensure!(late == 0, "a file has asked its site {late} times");
    Ok(())
}

/// A run of one's own: its stage, a while after its beginning.
pub(super) fn code() -> Result<String> {
    let book = Book::read_on_trust(&paths::root().join("content/book"))?;
    let found = book.scenarios.iter().find(|(raw, _)| raw.id == LAB);
    let (_, scenario) = found.context("the book has lost a lab")?;
    let (run, at) = (Run::of_stage(scenario, 1), Some(Instant(0) + Span::millis(1_500)));
    Ok(encode(&Link { run, at, ..Link::default() }))
}

/// Makes the file and puts it on the disk.
fn kept(visit: &Visit, name: &str, options: &Value) -> Result<PathBuf> {
    let text = visit.browser.run_async(MAKE, std::slice::from_ref(options))?;
    let text = text.as_str().with_context(|| format!("no file was made: {text}"))?;
    let file = visit.folder("embed-file").join(name).with_extension("html");
    fs::create_dir_all(visit.folder("embed-file/nothing"))?;
    fs::write(&file, text)?;
    Ok(file)
}

fn address(file: &Path) -> String {
    format!("file://{}", file.display())
}

/// It runs where it was left, is broken, and asks nobody for anything.
fn from_disk(browser: &Browser, file: &Path) -> Result<()> {
    browser.set_viewport(1024, 900)?;
    browser.open(&address(file))?;
    browser.wait_for("#lab .lab .stage")?;
    ensure!(browser.count("#still")? == 0, "the picture stands beside the lab");
    let at = browser.number("window.lab.get().at")?;
    ensure!((at - 1.5).abs() < 0.01, "it begins at {at}");
    browser.wait_true("document.querySelector('#lab[data-theme=dark]')")?;
    ensure!(browser.count(".pace")? == 0, "what was to be left out is there");
    browser.wait_true("document.fonts.status === 'loaded'")?;
    browser.check_accessible()?;
    browser.run("document.querySelector('#lab .lab').focus();", &[])?;
    browser.press('.')?;
    browser.wait_true(&format!("window.lab.get().at > {at}"))?;
    browser.press(Key::Space)?;
    browser.wait_true("window.lab.get().playing")?;
    browser.wait_true(&format!("window.lab.get().at > {at} + 0.2"))?;
    browser.run("window.lab.inject('crash n2');", &[])?;
    browser.wait_true("window.lab.get().script.includes('crash n2')")?;
    browser.wait_true("document.documentElement.scrollWidth <= innerWidth")?;
    let others = "performance.getEntriesByType('resource') \
        .filter(({ name }) => !name.startsWith('data:')).length";
    ensure!(browser.number(others)? == 0.0, "the file has loaded something");
    let complaints = browser.console()?;
    ensure!(complaints.is_empty(), "the console says {complaints:?}");
    Ok(())
}

/// A file in which something was changed says so, and still shows its picture.
fn spoilt(browser: &Browser, file: &Path) -> Result<()> {
    let text = fs::read_to_string(file)?;
    let begin = "id=\"program\">";
    let (before, after) = text.split_once(begin).context("the file holds no program")?;
    let broken = file.with_file_name("broken.html");
    fs::write(&broken, format!("{before}{begin}AAAA{}", after.get(4..).unwrap_or_default()))?;
    browser.open(&address(&broken))?;
    browser.wait_text("#notice", "The lab could not begin")?;
    browser.wait_for("#still img")?;
    browser.check_accessible()?;
    // A script that is not the one that was put in does not run.
    let foreign = file.with_file_name("foreign.html");
    fs::write(&foreign, text.replace("</body>", "<script>window.foreign = 1;</script></body>"))?;
    browser.open(&address(&foreign))?;
    browser.wait_for("#lab .lab .stage")?;
    ensure!(browser.number("window.foreign || 0")? == 0.0, "a foreign script runs in the file");
    Ok(())
}

/// Without scripts there is the picture, with words.
fn plain(browser: &Browser, file: &Path) -> Result<()> {
    if browser.kind() != Kind::Chromium {
        return Ok(());
    }
    browser.without_scripts()?;
    browser.open(&address(file))?;
    browser.wait_for("#still img")?;
    browser.wait_text("#still figcaption", "At ")?;
    browser.wait_text("noscript", "needs scripts")
}
