//! An embed that cannot run says so, to the reader and to its host, and harms nothing.

use anyhow::{Result, ensure};
use serde_json::json;

use super::element::Embeds;
use super::host::{Host, embed};
use super::site::{with_module, without};
use crate::driver::{Clock, Kind};
use crate::journeys::{Journey, Visit};

/// The journey.
pub(in crate::journeys) const JOURNEY: Journey =
    Journey { name: "embed-trouble", browsers: &Kind::ALL, run };

const LAB: &str = "ch03-raft-lease-read";

fn run(visit: &mut Visit) -> Result<()> {
    with_module(visit)?;
    unknown(visit)?;
    misspelt(visit)?;
    removed(visit)?;
    forbidden(visit)?;
    let real = visit.server.root().to_path_buf();
    visit.server.show(without(visit, "lab_bg.wasm")?);
    unloadable(visit)?;
    visit.server.show(without(visit, "index.html")?);
    silent(visit)?;
    visit.server.show(real);
    Ok(())
}

/// A lab that is not there, no name, a name that is none; a stage that is not there.
fn unknown(visit: &Visit) -> Result<()> {
    let frame = visit.server.url("embed/?v=1&amp;scenario=ch99-no-such-lab&amp;colour=red");
    let body = [
        embed("ch99-no-such-lab", 1),
        "<dst-lab></dst-lab>".into(),
        "<dst-lab scenario=\"../../evil\" stage=\"x\"></dst-lab>".into(),
        embed(LAB, 42),
        embed("ch99-no-such-lab", 2),
        format!("<iframe title=\"A lab\" src=\"{frame}\"></iframe>"),
    ]
    .concat();
    let host = Host::strict("embed-unknown", visit, &body)?;
    let (browser, embeds) = (&visit.browser, Embeds { browser: &visit.browser });
    browser.open(&host.url())?;
    for (nth, says) in [
        "There is no lab “ch99-no-such-lab” at 127.0.0.1:",
        "This element names no lab: it needs scenario=\"NAME\".",
        "There is no lab “../../evil” at ",
    ]
    .into_iter()
    .enumerate()
    {
        let starts =
            format!("lab.shadowRoot && $('.note').textContent.startsWith({})", json!(says));
        embeds.wait(nth, &starts)?;
        // To run it changes nothing.
        let height = embeds.ask(nth, "(lab.play(), lab.seek(1), lab.offsetHeight)")?;
        ensure!(height.as_f64() < Some(200.0), "what is not there is {height} high");
        embeds.wait(nth, &format!("!$('iframe') && $('button').hidden && {starts}"))?;
        let link = embeds.ask(nth, "$('.note a').href")?;
        ensure!(link == visit.server.url("labs/"), "it leads to {link}");
    }
    // A stage of what is not there is not there for that reason alone.
    embeds.wait(4, "$('.note').textContent.startsWith('There is no lab “ch99-no-such-lab”')")?;
    browser.wait_true("!window.told.some(([, { text }]) => text?.includes('no stage 2 '))")?;
    embeds.wait_poster(3)?;
    embeds.wait(3, "$('.note').textContent.startsWith('There is no stage 42 of this lab')")?;
    embeds.wait(3, "$('img').src.includes('-1.svg') && !$('button').hidden")?;
    browser.wait_true("window.told.filter(([type]) => type === 'failure').length > 3")?;
    browser.check_accessible()?;
    // Where the button goes that had the focus, the way to all labs has it.
    embeds.ask(3, "($('button').focus(), lab.setAttribute('scenario', 'ch99-no-such-lab'))")?;
    embeds.wait(3, "$('button').hidden && lab.shadowRoot.activeElement === $('.note a')")?;

    browser.enter_frame("main > iframe")?;
    browser.wait_text("#lab [role=alert]", "There is no lab “ch99-no-such-lab” in this book.")?;
    browser.wait_text("#notice", "left out: colour.")?;
    browser.wait_true("document.querySelector('#lab a').href.endsWith('/labs/')")?;
    browser.leave_frame()
}

/// Attributes that are misspelt, and values that mean nothing, are named; the lab is there.
fn misspelt(visit: &Visit) -> Result<()> {
    let body = format!(
        "<dst-lab id=\"x\" data-mine aria-busy=\"false\" scenario=\"{LAB}\" stage=\"two\" \
         theme=\"purple\" seed=\"abc\" stge=\"3\" colour=\"red\">What it shows.</dst-lab>"
    );
    let host = Host::strict("embed-misspelt", visit, &body)?;
    let (browser, embeds) = (&visit.browser, Embeds { browser: &visit.browser });
    browser.open(&host.url())?;
    embeds.wait_poster(0)?;
    let says = "Attributes that mean nothing here are left out: stge, colour, stage=\"two\", \
                seed=\"abc\", theme=\"purple\".";
    embeds.wait(0, &format!("$('.note').textContent.startsWith({})", json!(says)))?;
    ensure!(embeds.told("failure")?["text"] == says, "the host is told something else");
    embeds.ask(0, "lab.play()")?;
    let ready = embeds.told("ready")?;
    ensure!(ready["state"]["stage"] == 1, "it is ready as {ready}");
    let failures = "window.told.filter(([type]) => type === 'failure').length";
    ensure!(browser.number(failures)? == 1.0, "what was told of is told of again");
    together(visit)
}

/// Values that cannot be used are told of side by side, by the element and by a plain frame.
fn together(visit: &Visit) -> Result<()> {
    let frame = visit.server.url(&format!(
        "embed/?v=1&amp;scenario={LAB}&amp;bogus=1&amp;theme=pink&amp;stage=9&amp;hide=foo"
    ));
    let body = format!(
        "<dst-lab scenario=\"{LAB}\" stage=\"9\" theme=\"pink\" hide=\"foo,stages\">A lab.</dst-lab>\
         <iframe title=\"A lab\" src=\"{frame}\"></iframe>"
    );
    let host = Host::strict("embed-together", visit, &body)?;
    let (browser, embeds) = (&visit.browser, Embeds { browser: &visit.browser });
    browser.open(&host.url())?;
    embeds.wait_poster(0)?;
    let says = json!("left out: theme=\"pink\", hide=\"foo\". There is no stage 9 of this lab");
    embeds.wait(0, &format!("$('.note').textContent.includes({says})"))?;
    browser.wait_true("window.told.filter(([type]) => type === 'failure').length === 2")?;
    for part in ["left out: theme=pink, bogus.", "“foo” names no part", "There is no stage 9;"]
    {
        let said = format!(
            "window.posts.some((data) => data?.type === 'failure' && data.text.includes({}))",
            json!(part)
        );
        browser.wait_true(&said)?;
    }
    Ok(())
}

/// A page whose policy keeps out the picture, or the lab, is told which part of it.
fn forbidden(visit: &Visit) -> Result<()> {
    let (browser, embeds) = (&visit.browser, Embeds { browser: &visit.browser });
    let says = |what: &str, needs: &str| {
        let home = visit.server.url("");
        let home = home.trim_end_matches('/');
        json!(format!("The policy of this page keeps {what} away: it needs {needs} {home}."))
    };
    let host = Host::without("embed-no-pictures", visit, &embed(LAB, 1), "img-src")?;
    browser.open(&host.url())?;
    let said = says("the picture", "img-src");
    embeds.wait(0, &format!("lab.shadowRoot && $('.note').textContent.startsWith({said})"))?;
    ensure!(embeds.ask(0, "lab.offsetHeight")?.as_f64() < Some(200.0), "it keeps room for nothing");
    embeds.click(0, "button")?;
    embeds.told("ready")?;
    embeds.wait(0, "$('.box').offsetHeight > 200")?;

    let host = Host::without("embed-no-frames", visit, &embed(LAB, 1), "frame-src")?;
    browser.open(&host.url())?;
    embeds.wait_poster(0)?;
    let clock = Clock::start();
    embeds.click(0, "button")?;
    let said = says("the lab", "frame-src");
    embeds.wait(0, &format!("$('.note').textContent.startsWith({said})"))?;
    ensure!(clock.passed().as_secs() < 12, "the policy is noticed only when patience ends");
    embeds.wait(0, "!$('iframe') && $('button').textContent === 'Try again'")
}

/// Removed while it loads.
fn removed(visit: &Visit) -> Result<()> {
    let host = Host::strict("embed-removed", visit, &embed(LAB, 1))?;
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
    let host = Host::strict("embed-unloadable", visit, &embed(LAB, 2))?;
    let (browser, embeds) = (&visit.browser, Embeds { browser: &visit.browser });
    browser.open(&host.url())?;
    embeds.wait_poster(0)?;
    embeds.click(0, "img")?;
    embeds.wait(0, "$('.note').textContent.startsWith('The lab could not be loaded')")?;
    let told = embeds.told("failure")?;
    let says = "The lab could not be loaded. Try again, or open it on its own page.";
    ensure!(told["text"] == says, "the host is told {told}");
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
    let host = Host::strict("embed-silent", visit, &embed(LAB, 2))?;
    let embeds = Embeds { browser };
    browser.open(&host.url())?;
    embeds.wait_poster(0)?;
    embeds.click(0, "button")?;
    embeds.wait(0, "$('.note').textContent.startsWith('The lab did not answer')")?;
    embeds.told("failure")?;
    browser.wait_true("window.ears === 0")
}
