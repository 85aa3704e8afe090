//! What journeys do with the service worker of the site.

use anyhow::{Context, Result, ensure};

use crate::driver::Browser;
use crate::journeys::Visit;

/// Opens the home of the site and waits until its release is kept and served from there.
pub(super) fn first_visit(visit: &Visit) -> Result<()> {
    visit.open("/")?;
    visit.browser.wait_true("navigator.serviceWorker.controller")
}

/// The release that the page says it is of.
pub(super) fn release(browser: &Browser) -> Result<String> {
    let name = browser.attribute("html", "data-release")?.unwrap_or_default();
    ensure!(!name.is_empty(), "the page does not say which release it is of");
    Ok(name)
}

/// The names of the caches of this host.
pub(super) fn caches(browser: &Browser) -> Result<Vec<String>> {
    let names = browser.run_async(
        "const done = arguments[arguments.length - 1]; caches.keys().then(done, String);",
        &[],
    )?;
    let names = names.as_array().context("no list of caches")?;
    Ok(names.iter().filter_map(|name| Some(name.as_str()?.to_owned())).collect())
}

/// Asks the host for another release, and waits until it is clear what came of that.
pub(super) fn look_for_another(browser: &Browser) -> Result<()> {
    browser.run_async(
        "const done = arguments[arguments.length - 1]; \
         navigator.serviceWorker.getRegistration() \
           .then((found) => found.update()).then(() => done(0), String);",
        &[],
    )?;
    browser.until("nothing is being installed", || {
        let busy = browser.run_async(
            "const done = arguments[arguments.length - 1]; \
             navigator.serviceWorker.getRegistration() \
               .then((found) => done(Boolean(found.installing)), String);",
            &[],
        )?;
        Ok((busy == false).then_some(()))
    })
}

/// Loads the page again as a reader does. Firefox's driver does more: it asks the host past the
/// worker, as a reader does who holds the Shift key.
pub(super) fn reload(browser: &Browser) -> Result<()> {
    browser.run("document.documentElement.dataset.left = ''; location.reload();", &[])?;
    browser.wait_true("!('left' in document.documentElement.dataset)")?;
    browser.wait_true("document.readyState === 'complete'")
}

/// Takes away what is kept, so that the host is asked for everything again.
pub(super) fn forget(browser: &Browser) -> Result<()> {
    let end = browser.run_async(
        "const done = arguments[arguments.length - 1]; \
         navigator.serviceWorker.getRegistrations() \
           .then((all) => Promise.all(all.map((one) => one.unregister()))) \
           .then(() => caches.keys()) \
           .then((names) => Promise.all(names.map((name) => caches.delete(name)))) \
           .then(() => done('forgotten'), (why) => done(String(why)));",
        &[],
    )?;
    ensure!(end == "forgotten", "{end}");
    Ok(())
}
