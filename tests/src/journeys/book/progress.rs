//! What was read is kept and marked; the contents say where the reader is.

use std::thread::sleep;
use std::time::Duration;

use anyhow::{Result, ensure};
use serde_json::json;

use crate::driver::{Browser, Kind};
use crate::journeys::{Journey, Visit};

/// The journey.
pub(in crate::journeys) const JOURNEY: Journey =
    Journey { name: "book-progress", browsers: &Kind::ALL, run };

fn run(visit: &mut Visit) -> Result<()> {
    let browser = &visit.browser;
    visit.open("/chapter/3/")?;
    browser.wait_for(".tools")?;
    browser.run("localStorage.clear()", &[])?;
    let item = browser.attribute("article[data-item]", "data-item")?.unwrap_or_default();
    ensure!(read(browser)?.is_empty(), "something was read already");

    // Whoever skims to the end has not read: the text is long.
    end_of(browser, "article[data-item] section.pass")?;
    sleep(Duration::from_millis(2_500));
    ensure!(read(browser)?.is_empty(), "a glance counts as reading");

    // A text without words is read in a second: the end of the first pass, then of the section.
    browser.run(
        "const all = document.querySelectorAll('article[data-item] p'); \
         all.forEach((p) => p.textContent = '');",
        &[],
    )?;
    end_of(browser, "article[data-item] section.pass")?;
    browser.wait_true(&format!("localStorage.read.startsWith('{item}/')"))?;
    browser.wait_true("document.querySelector('nav.side .mark.begun')")?;
    let current = "[aria-current=location]";
    browser.wait_true(&format!("document.querySelector('nav.pass {current}')"))?;
    browser.wait_true(&format!("document.querySelector('nav.here {current}')"))?;
    browser.wait_true(&format!("document.querySelector('nav.side {current}').dataset.item"))?;
    end_of(browser, "article[data-item]")?;
    browser.wait_true(&format!("localStorage.read.split(' ').includes('{item}')"))?;
    browser.wait_true("document.querySelector('nav.side .mark.read')")?;
    browser.wait_true("document.querySelector('nav.side .mark').textContent === ', read'")?;
    browser.check_accessible()?;

    // Whoever comes back finds the mark.
    visit.open("/chapter/3/")?;
    browser.wait_true("document.querySelector('nav.side .mark.read')")?;
    hostile(visit)
}

fn hostile(visit: &Visit) -> Result<()> {
    let browser = &visit.browser;
    for kept in ["<script>", "K-3.2/ ¿ \u{1}", "K-99999.1 K-3.2/none", "="] {
        browser.run("localStorage.read = arguments[0]", &[json!(kept)])?;
        visit.open("/chapter/3/")?;
        browser.wait_for(".tools")?;
    }
    Ok(())
}

fn read(browser: &Browser) -> Result<String> {
    let read = browser.run("return localStorage.read || ''", &[])?;
    Ok(read.as_str().unwrap_or_default().to_owned())
}

/// Scrolls to the end of the first that a selector finds.
fn end_of(browser: &Browser, selector: &str) -> Result<()> {
    let script = "const found = document.querySelector(arguments[0]); \
                  const end = found.getBoundingClientRect().bottom; \
                  scrollBy({ top: end - innerHeight * 0.6, behavior: 'instant' });";
    browser.run(script, &[json!(selector)]).map(drop)
}
