//! An author makes an embed on the page that tells how, and sees what readers will get.

use anyhow::{Result, ensure};

use super::element::Embeds;
use crate::driver::Kind;
use crate::journeys::{Journey, Visit};

/// The journey.
pub(in crate::journeys) const JOURNEY: Journey =
    Journey { name: "embed-guide", browsers: &Kind::ALL, run };

fn run(visit: &mut Visit) -> Result<()> {
    let (browser, embeds) = (&visit.browser, Embeds { browser: &visit.browser });
    visit.open("/")?;
    browser.click("footer.foot a[href$=\"embed/guide/\"]")?;
    browser.wait_for(".embedding select")?;
    embeds.wait_poster(0)?;
    choose(visit, 0, "The minority leader")?;
    choose(visit, 1, "")?;
    let code = "document.querySelector('.embedding textarea').value";
    browser.wait_true(&format!("{code}.includes('scenario=\"ch03-raft-lease-read\"')"))?;
    browser.wait_true(&format!("{code}.includes('stage=\"2\"')"))?;
    browser.wait_true(&format!("{code}.includes('src=\"' + location.origin + '/embed.js\"')"))?;
    choose(visit, 2, "dark")?;
    browser.click(".embedding fieldset label")?;
    browser.wait_true(&format!("/ theme=\"dark\" hide=\"[a-z]+\"/.test({code})"))?;
    embeds.wait(0, "lab.dataset.look === 'dark' && lab.getAttribute('stage') === '2'")?;
    enter(visit, 0, "7")?;
    browser.wait_true(&format!("{code}.includes('stage=\"2\" seed=\"7\"')"))?;
    runs(visit, &embeds)?;
    let whole = "[...document.querySelectorAll('.embedding textarea')] \
                 .every((box) => box.scrollHeight <= box.clientHeight)";
    browser.wait_true(whole)?;
    listed(visit)?;
    embeds.wait_poster(0)?;
    browser.check_accessible()?;

    // What is pasted is what was seen: the same picture.
    let pasted = format!(
        "const copy = new DOMParser().parseFromString({code}, 'text/html'); \
         return copy.querySelector('dst-lab').getAttribute('scenario') + \
                copy.querySelectorAll('dst-lab a[href*=\"/play/\"]').length;"
    );
    let pasted = browser.run(&pasted, &[])?;
    ensure!(pasted == "ch03-raft-lease-read1", "what is pasted is {pasted}");
    // It runs, or says why it does not where the site was built without its module.
    embeds.click(0, "button")?;
    embeds.wait(0, "$('.all').className.includes('runs') || $('.note').textContent")?;
    // A page that goes takes its labs along.
    browser.click("header.site a.home")?;
    browser.wait_gone("dst-lab")
}

/// A run brings its lab and its stage along, and what is none is said and left out.
fn runs(visit: &Visit, embeds: &Embeds<'_>) -> Result<()> {
    let (browser, run) = (&visit.browser, super::file::code()?);
    let code = "document.querySelector('.embedding textarea').value";
    choose(visit, 0, "Two nodes")?;
    embeds.wait_poster(0)?;
    enter(visit, 1, "garbage")?;
    browser.wait_text(".embedding .odd", "The link is damaged")?;
    browser.wait_true(&format!("!{code}.includes('run=')"))?;
    // What the book says of the picture stands only where the page says nothing.
    let words = embeds.ask(0, "$('.says span').textContent + lab.textContent")?;
    ensure!(words.as_str().is_some_and(|words| !words.contains("At ")), "it says {words}");
    enter(visit, 1, &format!("https://book.example/play/x/?run={run}&play=1"))?;
    browser.wait_true(&format!("{code}.includes('stage=\"2\" run=\"{run}\" seed=\"7\"')"))?;
    browser.wait_true(&format!("{code}.includes('/play/ch03-raft-lease-read/?run={run}\"')"))?;
    browser.wait_true("!document.querySelector('.embedding .odd').textContent")?;
    enter(visit, 1, "")?;
    browser.wait_true(&format!("!{code}.includes('run=')"))
}

/// Writes into one of the fields.
fn enter(visit: &Visit, field: usize, text: &str) -> Result<()> {
    let script = "const [nth, text] = arguments; \
        const field = document.querySelectorAll('.embedding input.mono')[nth]; \
        field.value = text; field.dispatchEvent(new Event('change', { bubbles: true }));";
    visit.browser.run(script, &[field.into(), text.into()]).map(drop)
}

/// Every lab, every fault and every setting that a host can name stands on the page.
fn listed(visit: &Visit) -> Result<()> {
    let cells = "[...document.querySelectorAll('.guide td code')].map((cell) => cell.textContent)";
    for word in
        ["ch01-cap-partition", "cut n1 | n2 n3", "clock-drift n1 -500000 ppm", "register.reads"]
    {
        visit.browser.wait_true(&format!("{cells}.includes('{word}')"))?;
    }
    Ok(())
}

/// Chooses in one of the lists: what begins so, or else the second.
fn choose(visit: &Visit, list: usize, begins: &str) -> Result<()> {
    let script = "const [nth, begins] = arguments; \
        const list = document.querySelectorAll('.embedding select')[nth]; \
        const found = [...list.options].findIndex((one) => one.text.startsWith(begins)); \
        list.selectedIndex = begins ? found : 1; \
        list.dispatchEvent(new Event('change', { bubbles: true })); return list.selectedIndex;";
    let chosen = visit.browser.run(script, &[list.into(), begins.into()])?;
    ensure!(chosen.as_i64() >= Some(0), "`{begins}` cannot be chosen");
    Ok(())
}
