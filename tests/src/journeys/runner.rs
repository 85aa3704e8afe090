//! Runs journeys in browsers, two browsers at a time, and keeps a picture of what failed.

use std::iter;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::sync::mpsc::{Sender, channel};
use std::thread;
use std::time::Duration;

use anyhow::{Error, Result, anyhow};

use super::{Journey, Visit};
use crate::driver::{Clock, Driver, Kind};
use crate::paths;
use crate::server::{Server, Site};

/// So many browsers at a time: one waits while another draws, and a small machine bears no more.
const LANES: usize = 2;

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

/// Runs `journeys` in all of `browsers` on `site`, and tells `each` as soon as one has ended.
///
/// One that fails is made once more, in a fresh browser and with nothing beside it, when all others
/// have ended: browsers on a busy machine lose a window or an event now and then. What is wrong
/// with the site fails twice; what failed once is told.
pub fn run_all(
    browsers: &[Kind],
    journeys: &[Journey],
    site: &Site,
    each: &mut dyn FnMut(&Report),
) {
    let waiting = Mutex::new(browsers.iter());
    let next = || waiting.lock().ok()?.next();
    let mut failed = Vec::new();
    thread::scope(|scope| {
        let (sender, ended) = channel();
        for _ in 0..LANES {
            let sender = sender.clone();
            scope.spawn(move || {
                iter::from_fn(next).for_each(|kind| run(*kind, journeys, site, &sender));
            });
        }
        // What is told ends when the last lane lets go of its end.
        drop(sender);
        for (report, journey) in ended {
            match journey.filter(|_| report.failure.is_some()) {
                Some(journey) => failed.push((report, journey)),
                None => each(&report),
            }
        }
    });
    for (report, journey) in failed {
        each(&again(report, journey, site));
    }
}

/// Runs `journeys` in one browser. What can be made again comes with its journey.
fn run<'a>(
    browser: Kind,
    journeys: &'a [Journey],
    site: &Site,
    ended: &Sender<(Report, Option<&'a Journey>)>,
) {
    // Somebody listens as long as there is anything to tell.
    let tell = |report, journey| drop(ended.send((report, journey)));
    let clock = Clock::start();
    let driver = match Driver::start(browser) {
        Ok(driver) => driver,
        Err(error) => return tell(Report::of("start", browser, &clock, Some(error)), None),
    };
    for journey in journeys.iter().filter(|journey| journey.browsers.contains(&browser)) {
        let clock = Clock::start();
        let failure = make(&driver, journey, site);
        tell(Report::of(journey.name, browser, &clock, failure), Some(journey));
    }
}

/// Makes a journey that has failed once more.
fn again(report: Report, journey: &Journey, site: &Site) -> Report {
    let clock = Clock::start();
    let driver = Driver::start(report.browser);
    let failure = driver.map_or_else(Some, |driver| make(&driver, journey, site));
    Report { failure, before: report.failure, took: report.took + clock.passed(), ..report }
}

fn make(driver: &Driver, journey: &Journey, site: &Site) -> Option<Error> {
    visit(driver, site).and_then(|visit| walk(visit, journey)).err()
}

impl Report {
    fn of(journey: &'static str, browser: Kind, clock: &Clock, failure: Option<Error>) -> Report {
        Report { journey, browser, took: clock.passed(), failure, before: None }
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
