//! An embed that cannot run says so, to the reader and to its host, and harms nothing.

use anyhow::{Result, ensure};

use super::element::Embeds;
use super::host::{Host, embed};
use super::site::without;
use crate::driver::Kind;
use crate::journeys::{Journey, Visit};

/// The journey.
pub(in crate::journeys) const JOURNEY: Journey =
    Journey { name: "embed-trouble", browsers: &Kind::ALL, run };

const LAB: &str = "ch03-raft-lease-read";

fn run(visit: &mut Visit) -> Result<()> {
    unknown(visit)?;
    removed(visit)?;
    let real = visit.server.root().to_path_buf();
    visit.server.show(without(&real, "lab_bg.wasm")?);
    unloadable(visit)?;
    visit.server.show(without(&real, "index.html")?);
    silent(visit)?;
    visit.server.show(real);
    Ok(())
}

/// A lab that is not there, a stage that is not there, no name, a name that is none.
fn unknown(visit: &Visit) -> Result<()> {
    let body = [
        embed("ch99-no-such-lab", 1),
        embed(LAB, 42),
        "<dst-lab></dst-lab>".into(),
        "<dst-lab scenario=\"../../evil\" stage=\"x\"></dst-lab>".into(),
    ]
    .concat();
    let host = Host::strict("embed-unknown", &visit.server, &body)?;
    let (browser, embeds) = (&visit.browser, Embeds { browser: &visit.browser });
    browser.open(&host.url())?;
    for nth in 0..4 {
        embeds
            .wait(nth, "lab.shadowRoot && $('.note').textContent.startsWith('There is no lab')")?;
    }
    browser.wait_true("window.told.filter(([type]) => type === 'failure').length === 4")?;
    let link = embeds.ask(0, "$('.note a').href")?;
    ensure!(link == visit.server.url("labs/"), "it leads to {link}");
    browser.check_accessible()
}

/// Removed while it loads.
fn removed(visit: &Visit) -> Result<()> {
    let host = Host::strict("embed-removed", &visit.server, &embed(LAB, 1))?;
    let (browser, embeds) = (&visit.browser, Embeds { browser: &visit.browser });
    browser.open(&host.url())?;
    embeds.wait_poster(0)?;
    let listens = embeds.ask(0, "($('button').click(), window.ears)")?;
    ensure!(listens == 1, "{listens} listen to a lab that loads");
    // What it has told until now it may have told.
    let remove = "window.gone = document.querySelector('dst-lab'); window.gone.remove(); \
                  window.told.length = 0;";
    browser.run(remove, &[])?;
    browser.wait_true("window.ears === 0")?;
    browser.wait_true("!window.gone.shadowRoot.querySelector('iframe')")?;
    // Put back it is a picture again.
    browser.run("document.querySelector('main').append(window.gone); window.gone.pause();", &[])?;
    embeds.wait_poster(0)?;
    embeds.wait(0, "$('button').textContent === 'Run the lab' && window.told.length === 0")?;
    let complaints = browser.console()?;
    ensure!(complaints.is_empty(), "the console says {complaints:?}");
    Ok(())
}

/// The program of the lab does not arrive.
fn unloadable(visit: &Visit) -> Result<()> {
    let host = Host::strict("embed-unloadable", &visit.server, &embed(LAB, 2))?;
    let (browser, embeds) = (&visit.browser, Embeds { browser: &visit.browser });
    browser.open(&host.url())?;
    embeds.wait_poster(0)?;
    embeds.click(0, "img")?;
    embeds.wait(0, "$('.note').textContent.startsWith('The lab could not be loaded')")?;
    let told = embeds.told("failure")?;
    ensure!(told["text"] == "The lab could not be loaded.", "the host is told {told}");
    let link = embeds.ask(0, "$('.note a').href")?;
    let wanted = visit.server.url(&format!("play/{LAB}/?stage=2"));
    ensure!(link == wanted && told["link"] == wanted, "it leads to {link}");
    // The picture is back, and it can be tried again.
    embeds.wait(0, "!$('iframe') && $('button').textContent === 'Try again'")?;
    browser.check_accessible()
}

/// Nothing answers at all.
fn silent(visit: &Visit) -> Result<()> {
    let browser = &visit.browser;
    if browser.kind() != Kind::Chromium {
        return Ok(());
    }
    // Fifteen seconds are long for a test.
    browser.before_each_page(
        "const real = window.setTimeout; window.setTimeout = (does, ms) => real(does, ms / 10);",
    )?;
    let host = Host::strict("embed-silent", &visit.server, &embed(LAB, 2))?;
    let embeds = Embeds { browser };
    browser.open(&host.url())?;
    embeds.wait_poster(0)?;
    embeds.click(0, "button")?;
    embeds.wait(0, "$('.note').textContent.startsWith('The lab did not answer')")?;
    embeds.told("failure")?;
    browser.wait_true("window.ears === 0")
}
