//! The first page comes to life, a lab opens from its list, and unknown addresses are honest.

use anyhow::{Result, ensure};

use super::{Journey, Visit};
use crate::driver::Kind;

/// The journey.
pub(super) const JOURNEY: Journey = Journey { name: "smoke", browsers: &Kind::ALL, run };

fn run(visit: &mut Visit) -> Result<()> {
    let browser = &visit.browser;
    visit.open("/")?;
    browser.wait_for("main h1")?;
    browser.wait_for("[data-lab] .transport .go")?;
    browser.check_accessible()?;

    browser.click(".labs a")?;
    browser.wait_for("main.lab .transport .go")?;
    browser.wait_for("[data-cell]")?;
    browser.check_accessible()?;
    browser.back()?;
    browser.wait_for(".labs a")?;

    let unknown = "/no/such/page";
    visit.open(unknown)?;
    browser.wait_for("main h1")?;
    browser.check_accessible()?;
    // Asked of whoever answers: the host, or the worker that keeps its release.
    let status = browser.run_async(
        "const done = arguments[arguments.length - 1]; \
         fetch(location.href).then((answer) => done(answer.status), String);",
        &[],
    )?;
    ensure!(status == 404, "{unknown} is not a 404: {status}");
    Ok(())
}
