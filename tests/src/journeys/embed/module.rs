//! Somebody's page makes two labs, plays one, breaks it, reads it and lets it go.

use std::fs;
use std::path::Path;

use anyhow::{Result, ensure};
use serde_json::Value;

use super::site::parts;
use super::told::{commands, over};
use crate::driver::{Browser, Key, Kind};
use crate::journeys::{Journey, Visit};
use crate::paths;
use crate::server::{Server, Site};

/// The journey.
pub(in crate::journeys) const JOURNEY: Journey =
    Journey { name: "embed-module", browsers: &Kind::ALL, run };

const LAB: &str = "ch03-raft-lease-read";

/// What a page has to allow, and nothing else; the picture of its tab is its own.
const STRICT: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    connect-src 'self'; font-src 'self'; img-src data:; base-uri 'none'";

/// The page has styles, keys and a history of its own, and must keep them.
const PAGE: &str = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\" />\
    <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" /><title>Course</title>\
    <link rel=\"stylesheet\" href=\"embed/lab.css\" /><link rel=\"stylesheet\" href=\"host.css\" /><link rel=\"icon\" href=\"data:,\" />\
    <script type=\"module\" src=\"host.js\"></script></head><body><main><h1>A course</h1>\
    <p><button id=\"mine\" class=\"btn\">Mine</button></p>\
    <div id=\"one\"></div><div id=\"two\"></div></main></body></html>";

/// Its second column is narrow.
const SHEET: &str = "#two { max-width: 480px; }";

const SCRIPT: &str = "import init, { createLab } from './embed/lab.js';\n\
    window.told = { one: [], two: [] };\n\
    window.keys = [];\n\
    document.addEventListener('keydown', (event) => window.keys.push(event.key));\n\
    await init();\n\
    window.make = (name, options) => createLab(document.getElementById(name), \
      { ...options, onmessage: (message) => window.told[name].push(message) });\n\
    window.loaded = true;\n";

fn run(visit: &mut Visit) -> Result<()> {
    let host = host(&visit.folder("embed-module"))?;
    let browser = &visit.browser;
    browser.set_viewport(1024, 900)?;
    browser.open(&host.url("/"))?;
    browser.wait_true("window.loaded === true")?;
    let before = untouched(browser)?;
    refused(browser)?;
    done_without(browser)?;
    two_labs(browser)?;
    fits(browser)?;
    rests(browser)?;
    commands(browser)?;
    keys(browser)?;
    browser.check_accessible()?;
    gone(browser)?;
    let after = untouched(browser)?;
    ensure!(after == before, "the page was {before} and is {after}");
    let complaints = browser.console()?;
    ensure!(complaints.is_empty(), "the console says {complaints:?}");
    // What is not there is a line in the console too, so it comes last.
    missing(browser)?;
    let after = untouched(browser)?;
    ensure!(after == before, "the page was {before} and is {after}");
    let odd = |target: &String| {
        !["/embed/", "/scenario/", "/fonts/", "/host.js", "/host.css"]
            .iter()
            .any(|part| target.starts_with(part))
    };
    let asked: Vec<_> = host.log().into_iter().map(|one| one.target).filter(odd).collect();
    ensure!(asked.iter().all(|target| target == "/"), "a lab has loaded {asked:?}");
    Ok(())
}

/// A host with a copy of what a package holds.
fn host(folder: &Path) -> Result<Server> {
    let copy = |name: &str| {
        let to = folder.join(name);
        to.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::copy(paths::dist().join(name), to).map(drop)
    };
    let scenario = format!("scenario/{LAB}.json");
    for name in ["embed/lab.js", "embed/lab_bg.wasm", "embed/lab.css", &scenario] {
        copy(name)?;
    }
    for place in ["fonts".to_owned(), parts(&paths::dist())?] {
        for file in fs::read_dir(paths::dist().join(&place))?.flatten() {
            copy(&format!("{place}/{}", file.file_name().to_string_lossy()))?;
        }
    }
    fs::write(folder.join("index.html"), PAGE)?;
    fs::write(folder.join("host.js"), SCRIPT)?;
    fs::write(folder.join("host.css"), SHEET)?;
    let site = Site { policy: Some(STRICT), ..Site::new(folder.into()) };
    Ok(Server::start(site, 0)?)
}

/// What of a page belongs to the page alone.
fn untouched(browser: &Browser) -> Result<Value> {
    browser.run(
        "const mine = getComputedStyle(document.getElementById('mine')); \
         const body = getComputedStyle(document.body); \
         return [location.href, history.length, JSON.stringify(history.state), localStorage.length, \
           sessionStorage.length, document.cookie, document.title, mine.font, mine.border, \
           body.font, body.margin, body.backgroundColor, \
           document.documentElement.getAttributeNames().join(), \
           document.getElementById('one').outerHTML, document.getElementById('two').outerHTML];",
        &[],
    )
}

/// Without a lab there is nothing to begin with, which is one sentence.
fn refused(browser: &Browser) -> Result<()> {
    for (options, says) in
        [("{}", "name no lab"), ("{ scenario: '../x' }", "is not the name of a lab")]
    {
        let script = format!(
            "try {{ window.make('one', {options}); return 'nothing'; }} \
             catch (error) {{ return error.name === 'Error' && error.message; }}"
        );
        let said = browser.run(&script, &[])?;
        let said = said.as_str().unwrap_or_default();
        ensure!(said.contains(says) && said.ends_with('.'), "{options} is answered with {said}");
    }
    Ok(())
}

/// Of what else cannot be used the lab says so, tells it once it is ready, and does without it.
fn done_without(browser: &Browser) -> Result<()> {
    browser.run(
        &format!(
            "window.told.one = []; window.odd = window.make('one', {{ scenario: '{LAB}', \
               theme: 'pink', stage: 9, seed: '1e3', run: 'zzz', hide: 'sky' }});"
        ),
        &[],
    )?;
    browser.wait_true("window.told.one.some(({ type }) => type === 'failure')")?;
    let told = browser.run("return window.told.one.map(({ type }) => type).join();", &[])?;
    let in_order = told.as_str().is_some_and(|told| told.starts_with("ready,failure"));
    ensure!(in_order, "the page is told {told}");
    for says in
        ["“1e3” is not a seed", "no theme “pink”", "“sky” names no part", "There is no stage 9;"]
    {
        browser.wait_text("#one .notice", says)?;
        let said = format!("window.told.one.some(({{ text }}) => text?.includes('{says}'))");
        browser.wait_true(&said)?;
    }
    browser.wait_true("window.odd.get().stage === 1")?;
    browser.run("window.odd.dispose(); window.told.one = [];", &[]).map(drop)
}

/// A lab that is not there says so in its element, and can be taken away like any other.
fn missing(browser: &Browser) -> Result<()> {
    browser.run(
        "window.told.two = []; window.lost = window.make('two', { scenario: 'no-such-lab' });",
        &[],
    )?;
    browser.wait_true("window.told.two.some(({ type, link }) => type === 'failure' && link)")?;
    browser.wait_text("#two [role=alert]", "There is no lab “no-such-lab” in this book.")?;
    browser.wait_true("document.querySelector('#two [role=alert] a').href.endsWith('/labs/')")?;
    browser.check_accessible()?;
    over(browser, "lost", "seek(1)")?;
    over(browser, "lost", "get()")?;
    browser.run("window.lost.dispose();", &[]).map(drop)
}

/// Two labs share a module, and nothing else; commands may come before they are there.
fn two_labs(browser: &Browser) -> Result<()> {
    browser.run(
        &format!(
            "document.getElementById('mine').focus(); \
             window.one = window.make('one', {{ scenario: '{LAB}', stage: 2, theme: 'light' }}); \
             window.two = window.make('two', {{ scenario: '{LAB}', hide: 'matrix,panels', stge: 3 }}); \
             window.one.set('theme', 'dark'); window.one.set('pace', 3); window.one.play();"
        ),
        &[],
    )?;
    browser.wait_true(
        "['one', 'two'].every((name) => \
        window.told[name].some(({ type, version }) => type === 'ready' && version === 1))",
    )?;
    browser.wait_true(
        "window.told.one.some(({ type, state }) => type === 'state' && state.playing)",
    )?;
    browser.wait_true("window.told.one.some(({ type, text }) => type === 'violation' && text)")?;
    browser.wait_true("window.told.one.some(({ pixels }) => pixels > 200)")?;
    browser.wait_true("window.one.get().at > 0 && window.two.get().at !== window.one.get().at")?;
    browser.wait_true("window.two.get().playing === false")?;
    // It broke when what was told was wrong, which the sentence says too.
    let dated = "window.told.one.filter(({ type }) => type === 'violation').every( \
        ({ at, text }) => [...text.matchAll(/at (\\d+\\.\\d\\d)/g)].some( \
          ([, said]) => at - said > -1e-6 && at - said < 0.0101))";
    browser.wait_true(dated)?;
    browser.wait_text("#two", "These options mean nothing and are left out: stge.")?;
    ensure!(browser.has_focus("#mine")?, "a lab has taken the focus");
    browser.wait_true("document.querySelector('#one[data-theme=dark] .lab .stage')")?;
    browser
        .wait_true("document.querySelector('#one .why') && !document.querySelector('#two .why')")?;
    let twice = "(() => { const all = [...document.querySelectorAll('.lab [id]:not(defs *)')]; \
        return new Set(all.map(({ id }) => id)).size === all.length; })()";
    browser.wait_true(twice)
}

/// A lab goes by its own width.
fn fits(browser: &Browser) -> Result<()> {
    let wraps = "['one', 'two'].map((name) => \
        getComputedStyle(document.querySelector(`#${name} .labbar`)).flexWrap).join()";
    let wraps = browser.run(&format!("return {wraps};"), &[])?;
    ensure!(wraps == "nowrap,wrap", "the bars of a wide and of a narrow lab are {wraps}");
    let fits =
        "[...document.querySelectorAll('.dst')].every((at) => at.scrollWidth <= at.offsetWidth)";
    browser.wait_true(fits)
}

/// Out of sight a lab stands still, and goes on when it is seen again.
fn rests(browser: &Browser) -> Result<()> {
    // Slowly, so that it cannot have come to its end between two commands.
    browser.run("window.one.set('pace', 0.25); window.one.seek(0); window.one.play();", &[])?;
    browser.wait_true("window.one.get().playing")?;
    browser.run("window.scrollTo(0, document.documentElement.scrollHeight);", &[])?;
    browser.wait_true("!window.one.get().playing")?;
    browser.run("window.scrollTo(0, 0);", &[])?;
    browser.wait_true("window.one.get().playing")
}

/// Keys are the page's until somebody goes in, and again after Escape.
fn keys(browser: &Browser) -> Result<()> {
    browser.run("window.one.seek(1); document.getElementById('mine').focus();", &[])?;
    let at = browser.number("window.one.get().at")?;
    browser.press('.')?;
    ensure!(browser.number("window.one.get().at")? == at, "a key outside moves the lab");
    browser.run("document.querySelector('#one .lab').focus();", &[])?;
    browser.press('.')?;
    browser.wait_true(&format!("window.one.get().at > {at}"))?;
    browser.press(Key::Escape)?;
    browser.wait_true("!document.activeElement.closest('.lab')")?;
    browser.wait_true("window.keys.includes('Escape')")
}

/// Disposed of, twice even; the other one goes on.
fn gone(browser: &Browser) -> Result<()> {
    browser.run("window.one.play(); window.one.dispose(); window.one.dispose();", &[])?;
    browser.wait_true("document.querySelectorAll('.lab').length === 1")?;
    for call in ["play()", "get()", "set('theme', 'dark')"] {
        over(browser, "one", call)?;
    }
    browser.run("window.count = window.told.one.length; window.two.play();", &[])?;
    browser.wait_true("window.two.get().at > 0.3")?;
    ensure!(browser.number("window.told.one.length - window.count")? == 0.0, "it still speaks");
    browser.run("window.two.dispose(); document.activeElement.blur();", &[]).map(drop)
}
