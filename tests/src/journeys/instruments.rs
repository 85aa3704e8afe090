//! The driver itself: keys, mouse, touch, history, viewport and an offline host do what they say.

use anyhow::{Result, ensure};

use super::{Journey, Visit};
use crate::driver::{Browser, Key, Kind};
use crate::paths;
use crate::server::{Server, Site};

/// The journey.
pub(super) const JOURNEY: Journey = Journey { name: "instruments", browsers: &Kind::ALL, run };

fn run(visit: &mut Visit) -> Result<()> {
    let browser = &visit.browser;
    let page = paths::root().join("tests/fixtures/instruments");
    let mut server = Server::start(Site::new(page), 0)?;
    browser.open(&server.url("/"))?;
    browser.check_accessible()?;
    keys(browser)?;
    pointer(browser)?;
    history(browser, &server)?;
    viewport(browser)?;
    offline(browser, &mut server)
}

fn keys(browser: &Browser) -> Result<()> {
    browser.type_into("#words", "ab")?;
    ensure!(browser.has_focus("#words")?, "typing did not give the focus");
    browser.press(Key::Escape)?;
    browser.chord(&[Key::Control], 'k')?;
    browser.wait_text("#felt", "key Escape")?;
    browser.wait_text("#felt", "key control k")
}

fn pointer(browser: &Browser) -> Result<()> {
    let middle = browser.middle("#pad")?;
    browser.click_at(middle)?;
    browser.wait_text("#felt", "up mouse still")?;
    browser.drag(&[middle, middle.offset(60.0, 40.0)])?;
    browser.wait_text("#felt", "up mouse moved")?;
    if browser.kind().feels_touch() {
        browser.swipe(&[middle, middle.offset(-60.0, 0.0)])?;
        browser.wait_text("#felt", "up touch moved")?;
        browser.tap(middle)?;
        browser.wait_text("#felt", "up touch still")?;
    }
    Ok(())
}

fn history(browser: &Browser, server: &Server) -> Result<()> {
    browser.open(&server.url("/?second"))?;
    browser.back()?;
    ensure!(browser.address()? == server.url("/"), "back did not go back");
    browser.forward()?;
    ensure!(browser.address()? == server.url("/?second"), "forward did not go forward");
    browser.reload()
}

fn viewport(browser: &Browser) -> Result<()> {
    for wanted in [(1024, 768), (390, 844)] {
        browser.set_viewport(wanted.0, wanted.1)?;
        browser.until(&format!("the viewport is {wanted:?}"), || {
            let found = browser.viewport()?;
            // A window of Firefox or WebKit cannot be as narrow as a telephone.
            let narrow = browser.kind() != Kind::Chromium && wanted.0 < 500 && found.0 < 800;
            ensure!(found == wanted || narrow, "it is {found:?}");
            Ok(Some(()))
        })?;
    }
    Ok(())
}

fn offline(browser: &Browser, server: &mut Server) -> Result<()> {
    let fetch = "const done = arguments[arguments.length - 1]; \
                 fetch('style.css', { cache: 'no-store' }) \
                   .then((answer) => done(answer.status), () => done('unreachable'));";
    server.clear_log();
    ensure!(browser.run_async(fetch, &[])? == 200, "the host does not answer");
    ensure!(server.log().iter().any(|seen| seen.target == "/style.css"), "the log missed it");
    server.stop();
    ensure!(browser.run_async(fetch, &[])? == "unreachable", "a stopped host answers");
    server.resume()?;
    ensure!(browser.run_async(fetch, &[])? == 200, "the host does not answer again");
    Ok(())
}
