//! What a page tells a lab of its own to do, and what it is answered.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::driver::Browser;

/// Everything that a lab can be told, done and refused.
pub(super) fn commands(browser: &Browser) -> Result<()> {
    browser.run("const { one } = window; one.pause(); one.seek(2);", &[])?;
    browser.wait_true("Math.abs(window.one.get().at - 2) < 0.001")?;
    browser.run("window.before = window.one.get(); window.one.step(3);", &[])?;
    browser.wait_true("window.one.get().hash !== window.before.hash")?;
    browser.run("window.one.inject('crash n2');", &[])?;
    browser.wait_true("window.one.get().script.includes('crash n2')")?;
    let is_struck = browser.run("return window.two.get().script.includes('crash n2');", &[])?;
    ensure!(is_struck == false, "the other lab is struck too");
    // Followers claim nothing; the leader has a row for each class of operations.
    let modes = browser.run("return window.one.get().modes;", &[])?;
    let row = |capability: &str| {
        let target = "Target";
        json!({ "node": "n1", "capability": capability, "believed": target, "entitled": target })
    };
    ensure!(modes == json!([row("register.reads"), row("register.writes")]), "rows are {modes}");
    browser.run("window.own = window.one.get().seed; window.one.set('seed', 5);", &[])?;
    browser.wait_true("window.one.get().seed === '5'")?;
    browser.run("window.one.set('seed', 'auto');", &[])?;
    browser.wait_true("window.one.get().seed === window.own")?;
    browser.run("window.one.set('seed', 18446744073709551615n);", &[])?;
    browser.wait_true("window.one.get().seed === '18446744073709551615'")?;
    browser.run("window.one.set('theme', 'projector'); window.one.set('stage', 1);", &[])?;
    browser.wait_true(
        "window.one.get().stage === 1 && document.querySelector('#one[data-theme=projector]')",
    )?;
    wrong(browser)
}

/// What cannot be done is one sentence, which names what could be, and changes nothing.
fn wrong(browser: &Browser) -> Result<()> {
    let before = browser.run("return window.one.get();", &[])?;
    for (call, says) in [
        ("inject('boil the sea')", "there is no fault `boil`; there are cut, heal,"),
        (
            "inject('y'.repeat(4000))",
            "there is no fault `yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy…",
        ),
        ("inject('crash n2\\ncrash n3')", "takes one line"),
        ("inject('crash n77')", "there is no host `n77`; there are"),
        ("inject(5)", "it was given 5."),
        ("inject()", "it was given nothing."),
        ("set('sky', 'blue')", "no “sky”; there are seed, stage, pace, theme, network.latency,"),
        ("set('seed', '')", "is not a seed"),
        ("set('seed', 1e300)", "takes it as text"),
        ("set('stage', '99')", "There is no stage “99”"),
        ("set('theme', 1)", "There is no theme “1”; there are auto,"),
        ("set('pace')", "“pace” takes text or a number; it was given nothing."),
        ("set(null, {})", "it was given nothing."),
        ("seek(-1)", "a number from 0 on; it was given -1."),
        ("seek('abc')", "it was given “abc”."),
        ("seek()", "it was given nothing."),
        ("set('pace', 1e6)", "a pace is a number from 0.1 to 1000."),
        ("set('pace', 0)", "“0” is not a pace"),
        ("set('network.latency', 90)", "Nothing was set:"),
        ("step(-1)", "1 to 1000; it was given -1."),
        ("step(100000)", "1 to 1000; it was given 100000."),
        ("step(2.5)", "it was given 2.5."),
        ("step({})", "neither text nor a number."),
    ] {
        let script = format!(
            "try {{ window.one.{call}; return 'nothing'; }} catch (error) {{ return error.message; }}"
        );
        let said = browser.run(&script, &[])?;
        let said = said.as_str().unwrap_or_default();
        ensure!(said.contains(says) && said.ends_with('.'), "{call} says {said}");
    }
    let after = browser.run("return window.one.get();", &[])?;
    ensure!(after == before, "what was refused has led from {before} to {after}");
    Ok(())
}

/// What has ended says so to whatever it is told.
pub(super) fn over(browser: &Browser, lab: &str, call: &str) -> Result<()> {
    let call = format!("try {{ window.{lab}.{call}; }} catch (error) {{ return error.message; }}");
    let thrown = browser.run(&call, &[])?;
    ensure!(thrown == "This lab is over.", "{call} says {thrown}");
    Ok(())
}
