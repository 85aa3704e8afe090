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
    let answer = visit.server.log().into_iter().find(|exchange| exchange.target.ends_with(unknown));
    ensure!(answer.is_some_and(|exchange| exchange.status == 404), "{unknown} is not a 404");
    Ok(())
}
