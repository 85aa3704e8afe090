//! Parts that an address hides are gone, for hands and keys too, and stay so as the run changes.

use anyhow::{Result, ensure};

use super::page::{ID, playhead_to, ready, toggle};
use crate::driver::{Key, Kind};
use crate::journeys::{Journey, Visit};

/// The journey.
pub(in crate::journeys) const JOURNEY: Journey =
    Journey { name: "lab-hide", browsers: &Kind::ALL, run };

/// What each name hides.
const PARTS: [(&str, &str); 13] = [
    ("stages", ".labbar .stages"),
    ("predict", ".predict-open"),
    ("undo", "[data-does=\"Undo\"]"),
    ("lecture", ".lecture-open"),
    ("share", ".share-open"),
    ("settings", ".labbar .choose"),
    ("views", ".stabs"),
    ("matrix", "[data-cell]"),
    ("panels", ".why"),
    ("timeline", ".tl"),
    ("pace", ".pace"),
    ("clocks", ".transport .clocks"),
    ("rules", ".rules-open"),
];

fn run(visit: &mut Visit) -> Result<()> {
    let browser = &visit.browser;
    browser.set_viewport(1440, 900)?;
    visit.open(&format!("/play/{ID}/?stage=2"))?;
    ready(browser)?;
    for (name, selector) in PARTS {
        ensure!(browser.count(selector)? > 0, "without `hide` there is no {name}: {selector}");
    }
    for (name, selector) in PARTS {
        visit.open(&format!("/play/{ID}/?stage=2&hide={name}"))?;
        browser.wait_for("main.lab .transport .go")?;
        browser.wait_for("[data-host=\"n1\"]")?;
        ensure!(browser.count(selector)? == 0, "{name} is hidden, and {selector} is there");
        ensure!(browser.count(".notice")? == 0, "{name} is known, and there is a notice");
    }
    nothing_is_struck(visit)?;
    all_at_once(visit)?;
    strange(visit)
}

/// Where faults are hidden neither a pointer nor a key opens a menu, and no flag can be moved.
fn nothing_is_struck(visit: &Visit) -> Result<()> {
    let browser = &visit.browser;
    visit.open(&format!("/play/{ID}/?stage=2&hide=faults,undo"))?;
    ready(browser)?;
    ensure!(browser.count(".faults-open")? == 0, "faults are hidden, and their button is there");
    let flags = browser.count(".flag")?;
    browser.click_at(browser.middle("[data-host=\"n1\"]")?)?;
    let (from, to) = (browser.middle("[data-host=\"n1\"]")?, browser.middle("[data-host=\"n3\"]")?);
    browser.drag(&[from, to])?;
    playhead_to(browser, 3.2)?;
    ensure!(browser.count("dialog[open]")? == 0, "a menu is open");
    let tabs = browser.count(".stage [tabindex], .flag[tabindex], .stage [role=button]")?;
    ensure!(tabs == 0, "{tabs} things can still be reached by keyboard");
    browser.until("the address keeps what is hidden", || {
        let address = browser.address()?;
        Ok((address.contains("run=") && address.contains("hide=faults,undo")).then_some(()))
    })?;
    ensure!(browser.count(".flag")? == flags, "something has been struck");
    browser.check_accessible()
}

/// With everything hidden there is a stage that plays, at every width.
fn all_at_once(visit: &Visit) -> Result<()> {
    let browser = &visit.browser;
    let all: Vec<&str> = PARTS.iter().map(|(name, _)| *name).collect();
    for width in [1440, 1024, 390] {
        browser.set_viewport(width, 844)?;
        visit.open(&format!("/play/{ID}/?stage=2&hide=faults,{}", all.join(",")))?;
        browser.wait_for("[data-host=\"n1\"]")?;
        browser.check_accessible()?;
        browser.wait_true("document.documentElement.scrollWidth <= window.innerWidth")?;
        toggle(browser)?;
        browser.wait_for("[aria-label=\"Pause\"]")?;
        browser.press(Key::Space)?;
    }
    browser.set_viewport(1440, 900)
}

fn strange(visit: &Visit) -> Result<()> {
    let browser = &visit.browser;
    let long = "x,".repeat(3_000);
    for hide in ["%3Cscript%3Ealert(1)%3C/script%3E,rules", &format!("{long}rules")] {
        visit.open(&format!("/play/{ID}/?stage=2&hide={hide}"))?;
        ready(browser)?;
        browser.wait_text(".notice", "names no part")?;
        ensure!(browser.count(".rules-open")? == 0, "what is known is no longer hidden");
    }
    Ok(())
}
