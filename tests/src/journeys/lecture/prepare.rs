//! A teacher puts an address together by keyboard alone, and it opens what was prepared.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::driver::{Browser, Key, Kind};
use crate::journeys::{Journey, Visit};

/// The journey.
pub(in crate::journeys) const JOURNEY: Journey =
    Journey { name: "prepare", browsers: &Kind::ALL, run };

/// Pasted, and no run.
const STRANGE: [(&str, &str); 3] = [
    ("https://book.example/play/x/?stage=2", "neither a run nor"),
    ("<script>alert(1)</script>", "link"),
    ("AAAAAAAAAAAAAAAAAAAAAAAA", "link"),
];

fn run(visit: &mut Visit) -> Result<()> {
    let browser = &visit.browser;
    for width in [390, 1440] {
        browser.set_viewport(width, 844)?;
        visit.open("/prepare/")?;
        browser.wait_for("form.prepare .qr")?;
        browser.wait_true("document.documentElement.scrollWidth <= window.innerWidth")?;
        browser.check_accessible()?;
    }
    focus(browser, "#prepare-lab")?;
    browser.press('L')?;
    lab_is(browser, "ch03-raft-lease-read")?;
    focus(browser, "#prepare-stage")?;
    browser.press('2')?;
    address_has(browser, "/play/ch03-raft-lease-read/?stage=2")?;
    focus(browser, "[name=\"prepare-theme\"]")?;
    for _ in 0..4 {
        browser.press(Key::Right)?;
    }
    address_has(browser, "stage=2&theme=projector")?;
    for part in ["rules", "faults"] {
        focus(browser, &format!("[name=\"{part}\"]"))?;
        browser.press(Key::Space)?;
    }
    address_has(browser, "stage=2&hide=rules,faults&theme=projector")?;
    strange(browser)?;
    focus(browser, ".prepared a.btn-solid")?;
    browser.press(Key::Enter)?;
    browser.wait_for("[data-host=\"n1\"]")?;
    browser.wait_for("[data-theme=\"projector\"]")?;
    ensure!(browser.count(".rules-open, .faults-open")? == 0, "what was to be hidden is there");
    ensure!(browser.count(".notice")? == 0, "the prepared address was not understood");
    lecture(visit)
}

/// What is pasted and is no run is said, and what was prepared stays.
fn strange(browser: &Browser) -> Result<()> {
    for (pasted, word) in STRANGE {
        browser.run("document.querySelector('#prepare-run').value = ''", &[])?;
        browser.type_into("#prepare-run", pasted)?;
        browser.wait_text("#prepare-run-said", word)?;
        address_has(browser, "stage=2&hide=rules,faults&theme=projector")?;
    }
    Ok(())
}

/// A pasted run opens as a lecture.
fn lecture(visit: &Visit) -> Result<()> {
    let browser = &visit.browser;
    visit.open("/play/ch01-cap-partition/?stage=3")?;
    browser.wait_for("main.lab .transport .go")?;
    browser.press('.')?;
    focus(browser, "main.lab")?;
    browser.press('.')?;
    let address = browser.until("the address carries the run", || {
        let address = browser.address()?;
        Ok(address.contains("run=").then_some(address))
    })?;
    visit.open("/prepare/")?;
    browser.wait_for("form.prepare .qr")?;
    browser.type_into("#prepare-run", &address)?;
    focus(browser, "[name=\"prepare-way\"]")?;
    browser.press(Key::Right)?;
    address_has(browser, "/play/ch01-cap-partition/?view=lecture&run=")?;
    focus(browser, ".prepared a.btn-solid")?;
    browser.press(Key::Enter)?;
    browser.wait_for(".lecture .stage")?;
    visit.open("/prepare/")?;
    browser.wait_for("form.prepare .qr")?;
    order(browser)?;
    keys(visit)?;
    carried(visit)
}

/// A lecture over two labs is put together from the lists; the code is dark on light.
fn order(browser: &Browser) -> Result<()> {
    let press = |name: &str| {
        let script = "const all = [...document.querySelectorAll('.prepare button')]; \
                      const named = (one) => one.ariaLabel || one.textContent.trim(); \
                      all.find((one) => named(one) === arguments[0]).click();";
        browser.run(script, &[json!(name)]).map(drop)
    };
    let has = |order: &str| {
        let found = format!("document.querySelector('#prepared').value.includes('order={order}')");
        browser.wait_true(&found)
    };
    let lab = "const list = document.querySelector('#prepare-lab'); \
               list.value = String((Number(list.value) + 1) % list.options.length); \
               list.dispatchEvent(new Event('change', { bubbles: true }));";
    press("Add to a running order")?;
    let first = browser.run("return document.querySelector('#prepared').value", &[])?;
    let first = first.as_str().and_then(|text| text.split_once("order="));
    let first = first.context("there is no order")?.1.to_owned();
    browser.run(lab, &[])?;
    press("Add to a running order")?;
    has(&format!("{first},"))?;
    press("Down: 1")?;
    browser
        .wait_true(&format!("document.querySelector('#prepared').value.endsWith(',{first}')"))?;
    press("Remove: 1")?;
    has(&first)?;
    browser.wait_true(
        "getComputedStyle(document.querySelector('.prepare .qr rect')).fill === 'rgb(255, 255, 255)'",
    )
}

/// The next stage is one step back from the button that adds one.
fn keys(visit: &Visit) -> Result<()> {
    let browser = &visit.browser;
    visit.open("/prepare/")?;
    browser.wait_for("form.prepare .qr")?;
    focus(browser, "#prepare-lab")?;
    browser.press('L')?;
    lab_is(browser, "ch03-raft-lease-read")?;
    for key in [Key::Tab, Key::Tab, Key::Enter] {
        browser.press(key)?;
    }
    address_has(browser, "order=ch03-raft-lease-read:1")?;
    browser.chord(&[Key::Shift], Key::Tab)?;
    browser.press('2')?;
    browser.press(Key::Tab)?;
    browser.press(Key::Enter)?;
    address_has(browser, "order=ch03-raft-lease-read:1,ch03-raft-lease-read:2")?;
    // The focus goes with the stage that is moved, and the order outlasts a reload.
    focus(browser, ".order [aria-label=\"Up: 2\"]")?;
    browser.press(Key::Enter)?;
    address_has(browser, "order=ch03-raft-lease-read:2,ch03-raft-lease-read:1")?;
    browser.wait_true("document.activeElement.ariaLabel === 'Down: 1'")?;
    browser.reload()?;
    browser.wait_for("form.prepare .order")?;
    address_has(browser, "order=ch03-raft-lease-read:2,ch03-raft-lease-read:1")
}

/// An order in the page's own address, or in one that is pasted, can be changed.
fn carried(visit: &Visit) -> Result<()> {
    let browser = &visit.browser;
    let order = "ch03-raft-lease-read:2,ch01-cap-partition:1";
    visit.open(&format!("/prepare/?order={order},ch99-nothing:1"))?;
    browser.wait_for("form.prepare .qr")?;
    address_has(browser, &format!("view=lecture&order={order}"))?;
    browser.wait_text("#prepare-run-said", "ch99-nothing:1 in this edition")?;
    visit.open("/prepare/?order=%3Cscript%3E")?;
    browser.wait_text("#prepare-run-said", "no stage of a running order")?;
    visit.open("/prepare/?stage=2")?;
    browser.wait_text("#prepare-run-said", "says “stage”")?;
    let whole = format!("https://book.example/play/x/?view=lecture&order={order}&session=abcd");
    browser.type_into("#prepare-run", &whole)?;
    address_has(browser, &format!("view=lecture&order={order}"))
}

fn focus(browser: &Browser, selector: &str) -> Result<()> {
    browser.run(&format!("document.querySelector('{selector}').focus()"), &[])?;
    ensure!(browser.has_focus(selector)?, "{selector} cannot be reached");
    Ok(())
}

fn lab_is(browser: &Browser, id: &str) -> Result<()> {
    browser.until(&format!("{id} is chosen"), || {
        if address(browser)?.contains(id) {
            return Ok(Some(()));
        }
        browser.press(Key::Down)?;
        Ok(None)
    })
}

fn address_has(browser: &Browser, part: &str) -> Result<()> {
    browser.until(&format!("the address has {part}"), || {
        Ok(address(browser)?.contains(part).then_some(()))
    })
}

fn address(browser: &Browser) -> Result<String> {
    let value = browser.run("return document.querySelector('#prepared').value", &[])?;
    Ok(value.as_str().unwrap_or_default().to_owned())
}
