//! Runs journeys in browsers, one after the other, and keeps a picture of what failed.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use anyhow::{Error, Result, anyhow};

use super::{Journey, Visit};
use crate::driver::{Clock, Driver, Kind};
use crate::paths;
use crate::server::{Server, Site};

/// How one journey went in one browser.
pub struct Report {
    /// The journey's name.
    pub journey: &'static str,
    /// The browser.
    pub browser: Kind,
    /// How long it took.
    pub took: Duration,
    /// What went wrong, if anything: the last time.
    pub failure: Option<Error>,
    /// What went wrong when it was made first, if it had to be made again.
    pub before: Option<Error>,
}

/// Runs `journeys` in `browser` on `site`, and tells `each` as soon as one has ended.
///
/// One that fails is made once more, in a fresh browser: three browsers on a busy machine lose a
/// window or an event now and then. What is wrong with the site fails twice; what failed once is
/// told.
pub fn run(browser: Kind, journeys: &[Journey], site: &Site, each: &mut dyn FnMut(&Report)) {
    let clock = Clock::start();
    let driver = match Driver::start(browser) {
        Ok(driver) => driver,
        Err(error) => {
            let (failure, before) = (Some(error), None);
            each(&Report { journey: "start", browser, took: clock.passed(), failure, before });
            return;
        }
    };
    for journey in journeys.iter().filter(|journey| journey.browsers.contains(&browser)) {
        let clock = Clock::start();
        let make = || visit(&driver, site).and_then(|visit| walk(visit, journey)).err();
        let before = make();
        let failure = before.is_some().then(make).flatten();
        each(&Report { journey: journey.name, browser, took: clock.passed(), failure, before });
    }
}

fn visit(driver: &Driver, site: &Site) -> Result<Visit> {
    let server = Server::start(site.clone(), 0)?;
    Ok(Visit { browser: driver.browser()?, server })
}

fn walk(mut visit: Visit, journey: &Journey) -> Result<()> {
    let outcome = catch_unwind(AssertUnwindSafe(|| (journey.run)(&mut visit)));
    let outcome = outcome.unwrap_or_else(|panic| {
        let text = panic.downcast_ref::<String>().map(String::as_str);
        let text = text.or_else(|| panic.downcast_ref::<&str>().copied());
        Err(anyhow!("{}", text.unwrap_or("it panicked")))
    });
    outcome.map_err(|error| error.context(evidence(&visit, journey)))
}

/// Saves what the browser shows, and says where.
fn evidence(visit: &Visit, journey: &Journey) -> String {
    let browser = &visit.browser;
    let kind = browser.kind();
    let stem = format!("failures/{}-{}", journey.name, kind.name());
    let (file, saved) = if kind.takes_pictures() {
        let file = paths::shots().join(format!("{stem}.png"));
        let saved = browser.picture(&file);
        (file, saved)
    } else {
        let file = paths::shots().join(format!("{stem}.html"));
        let saved = browser.save_source(&file);
        (file, saved)
    };
    let address = browser.address().unwrap_or_else(|_| "an unknown address".into());
    match saved {
        Ok(()) => format!("at {address}, see {}", file.display()),
        Err(error) => format!("at {address}, without a picture: {error:#}"),
    }
}
