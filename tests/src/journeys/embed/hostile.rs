//! What nobody should say to an embed changes nothing.

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::element::Embeds;
use super::host::{Host, embed};
use super::site::with_module;
use crate::driver::Kind;
use crate::journeys::{Journey, Visit};

/// The journey.
pub(in crate::journeys) const JOURNEY: Journey =
    Journey { name: "embed-hostile", browsers: &Kind::ALL, run };

const LAB: &str = "ch03-raft-lease-read";

/// What a frame ignores: other shapes, other versions.
const TO_NOBODY: [&str; 5] =
    ["null", "'play'", "[]", "{ command: 'play' }", "{ dst: 2, command: 'play' }"];

/// What a frame refuses: too much, commands that it does not have, values that mean nothing; and
/// what it says to that.
const TO_FRAME: [(&str, &str); 12] = [
    ("{ dst: 1, version: 2, command: 'play' }", "messages of version 1, not of 2."),
    ("{ dst: 1 }", "There is no command “undefined”; there are play, pause,"),
    ("{ dst: 1, command: 'fly' }", "There is no command “fly”"),
    ("{ dst: 1, command: 'constructor' }", "There is no command “constructor”"),
    ("{ dst: 1, command: '__proto__' }", "There is no command “__proto__”"),
    ("{ dst: 1, command: { toString: null } }", "There is no command “object”"),
    ("{ dst: 1, command: 'seek', seconds: -1 }", "a number from 0 on; it was given -1."),
    ("{ dst: 1, command: 'seek', t: 2 }", "a number from 0 on; it was given nothing."),
    ("{ dst: 1, command: 'seek', seconds: NaN }", "it was given NaN."),
    ("{ dst: 1, command: 'step', count: 1e9 + .5 }", "it was given 1000000000.5."),
    ("{ dst: 1, command: 'inject', act: { length: 3 } }", "takes one line of text"),
    ("{ dst: 1, command: 'inject', act: 'crash n1' + ' '.repeat(5000) }", "at most 4096 letters"),
];

/// What an element ignores: whatever does not come from its own frame.
const TO_HOST: [&str; 4] = [
    "{ dst: 1, version: 1, type: 'failure', text: 'evil', link: 'https://evil.example/' }",
    "{ dst: 1, version: 1, type: 'height', pixels: 9000 }",
    "{ dst: 1, version: 1, type: 'ready' }",
    "null",
];

fn run(visit: &mut Visit) -> Result<()> {
    with_module(visit)?;
    let home = visit.server.url("embed/");
    let stranger = format!(
        "<iframe title=\"A lab\" src=\"{home}?v=7&amp;scenario={LAB}&amp;stage=0&amp;\
         theme=pink&amp;evil=1&amp;host=https://other.example\"></iframe>"
    );
    let body = [embed(LAB, 1), stranger].concat();
    let host = Host::strict("embed-hostile", visit, &body)?;
    let (browser, embeds) = (&visit.browser, Embeds { browser: &visit.browser });
    browser.open(&host.url())?;
    embeds.wait_poster(0)?;
    embeds.ask(0, "lab.seek(1)")?;
    embeds.told("ready")?;
    embeds.ask(0, "lab.pause()")?;
    let before = get(&embeds)?;
    let post = |message: &str| {
        embeds.ask(0, &format!("$('iframe').contentWindow.postMessage({message}, '*')"))
    };
    for message in TO_NOBODY {
        post(message)?;
    }
    for message in TO_HOST {
        browser.run(&format!("window.postMessage({message}, '*');"), &[])?;
    }
    let after = get(&embeds)?;
    ensure!(before == after, "hostile messages have led from {before} to {after}");
    let failures = "window.told.filter(([type]) => type === 'failure').length";
    ensure!(browser.number(failures)? == 0.0, "the element has believed a stranger");
    ensure!(embeds.ask(0, "$('.box').offsetHeight < 5000")? == true, "a stranger sets the height");
    // What the host itself gets wrong it is told, each time, and nothing else comes of it.
    let height = embeds.ask(0, "$('.box').offsetHeight")?;
    for (message, says) in TO_FRAME {
        browser.run("window.told.length = 0;", &[])?;
        post(message)?;
        let said = embeds.told("failure")?;
        let text = said["text"].as_str().unwrap_or_default();
        ensure!(text.contains(says), "{message} is answered with {text}");
        let is_one = browser.run(&format!("return {failures};"), &[])? == 1;
        ensure!(is_one, "{message} is answered more than once");
    }
    // Readers see nothing of it.
    ensure!(browser.number("window.told.filter(([type]) => type === 'height').length")? == 0.0);
    ensure!(embeds.ask(0, "$('.box').offsetHeight")? == height, "what is refused moves the page");
    let after = get(&embeds)?;
    ensure!(before == after, "what was refused has led from {before} to {after}");
    strange_address(visit)
}

/// A frame whose address says odd things, and whose host is not the one that it names.
fn strange_address(visit: &Visit) -> Result<()> {
    let browser = &visit.browser;
    browser.enter_frame("main > iframe")?;
    // By script: Firefox's driver cannot say what is displayed in another origin's frame.
    browser.wait_true("document.querySelector('#notice')?.checkVisibility()")?;
    let says = browser.run("return document.querySelector('#notice').innerText", &[])?;
    let says = says.as_str().context("the notice has no text")?;
    for part in ["v=7", "stage=0", "theme=pink", "evil"] {
        ensure!(says.contains(part), "`{part}` is not in: {says}");
    }
    browser.wait_true("document.querySelector('#lab *')?.checkVisibility()")?;
    browser.leave_frame()?;
    // It speaks to the host that its address names, and to nobody else.
    let told = "window.heard = 0; window.addEventListener('message', (event) => { \
                  if (event.source === document.querySelector('main > iframe').contentWindow) \
                    window.heard += 1; }); \
                document.querySelector('main > iframe').contentWindow.postMessage( \
                  { dst: 1, command: 'get' }, '*');";
    browser.run(told, &[])?;
    get(&Embeds { browser })?;
    ensure!(browser.number("window.heard")? == 0.0, "a frame answers to a host that it is not for");
    Ok(())
}

/// The state of the lab, once it stands still.
fn get(embeds: &Embeds<'_>) -> Result<Value> {
    let script = "const done = arguments[arguments.length - 1]; \
                  document.querySelector('dst-lab').get().then(done, String);";
    embeds.browser.until("the lab stands still", || {
        let state = embeds.browser.run_async(script, &[])?;
        Ok((state["playing"] == false).then_some(state))
    })
}
