//! A new release comes while a page is open: the old one stays whole until the reader takes it.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::worker::{caches, first_visit, look_for_another, release, reload};
use crate::driver::{Browser, Kind};
use crate::journeys::{Journey, Visit};
use crate::paths;

/// The journey.
pub(in crate::journeys) const JOURNEY: Journey =
    Journey { name: "release", browsers: &Kind::ALL, run };

/// A style sheet of every page; its name tells its content.
const SHEET: &str = "link[rel=\"stylesheet\"][href*=\"/base-\"]";

fn run(visit: &mut Visit) -> Result<()> {
    first_visit(visit)?;
    let browser = &visit.browser;
    let (old, old_sheet) = (release(browser)?, sheet(browser)?);
    let (next, broken) = (next_release(visit)?, visit.folder("broken"));

    visit.server.show(next.clone());
    reload(browser)?;
    browser.wait_for("html[data-release-waiting]")?;
    for path in ["/chapter/3/", "/glossary/"] {
        visit.open(path)?;
        ensure!((release(browser)?, sheet(browser)?) == (old.clone(), old_sheet.clone()), "{path}");
    }
    browser.run("window.dispatchEvent(new Event('release-take'));", &[])?;
    browser.wait_true(&format!("document.documentElement.dataset.release !== '{old}'"))?;
    browser.wait_for("main h1")?;
    let new = release(browser)?;
    let new_sheet = sheet(browser)?;
    ensure!(new_sheet.ends_with("/base-next.css"), "{new} comes with {new_sheet}");
    browser
        .wait_true("getComputedStyle(document.body).getPropertyValue('--next').trim() === '1'")?;
    only(browser, &new)?;

    // A host that is in the middle of a change: one file is still of another release.
    copy(&next, &broken)?;
    change(&broken.join("404.html"), |text| text.replace("</body>", "<p>Third.</p></body>"))?;
    name_release(&broken, visit)?;
    change(&broken.join("404.html"), |text| text.replace("Third", "Fourth"))?;
    visit.server.show(broken);
    look_for_another(browser)?;
    reload(browser)?;
    ensure!(browser.count("html[data-release-waiting]")? == 0, "a broken release waits");
    ensure!(release(browser)? == new, "{new} did not stay");
    // What has come of the broken one is thrown away when that is found out.
    only(browser, &new)?;
    Ok(())
}

/// Waits until one release is kept and no part of another.
fn only(browser: &Browser, name: &str) -> Result<()> {
    browser.until("only one release is kept", || {
        let kept = caches(browser)?;
        Ok((kept.len() == 1 && kept[0].ends_with(name)).then_some(()))
    })
}

fn sheet(browser: &Browser) -> Result<String> {
    let found = browser.run(&format!("return document.querySelector('{SHEET}').href"), &[])?;
    Ok(found.as_str().context("the page has no styles")?.to_owned())
}

/// The site with another style sheet under another name, as the next build would leave it.
fn next_release(visit: &Visit) -> Result<PathBuf> {
    let next = visit.folder("next");
    copy(visit.server.root(), &next)?;
    let sheet = fs::read_dir(&next)?.flatten().map(|entry| entry.path()).find(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        name.starts_with("base-") && name.ends_with(".css")
    });
    let sheet = sheet.context("the site has no base style sheet")?;
    let name = sheet.file_name().unwrap_or_default().to_string_lossy().into_owned();
    fs::rename(&sheet, next.join("base-next.css"))?;
    change(&next.join("base-next.css"), |text| format!("{text}\nbody {{ --next: 1 }}\n"))?;
    for page in pages(&next)? {
        change(&page, |text| text.replace(&name, "base-next.css"))?;
    }
    name_release(&next, visit)?;
    Ok(next)
}

/// What the build does last.
fn name_release(folder: &Path, visit: &Visit) -> Result<()> {
    let cargo = env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let mut command = Command::new(cargo);
    command.current_dir(paths::root()).args(["run", "--quiet", "--package", "xtask", "--"]);
    command.arg("release").arg(folder).args(["--base", visit.server.base()]);
    let output = command.output()?;
    ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Ok(())
}

fn change(file: &Path, how: impl Fn(&str) -> String) -> Result<()> {
    Ok(fs::write(file, how(&fs::read_to_string(file)?))?)
}

/// All pages below a folder.
fn pages(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(pages(&path)?);
        } else if path.extension().is_some_and(|ending| ending == "html") {
            found.push(path);
        }
    }
    Ok(found)
}

/// Copies a folder; what was at the place before is gone.
fn copy(from: &Path, to: &Path) -> Result<()> {
    if to.exists() {
        fs::remove_dir_all(to)?;
    }
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (path, place) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() { copy(&path, &place)? } else { fs::copy(&path, &place).map(drop)? }
    }
    Ok(())
}
