//! The page comes to life, answers a click, is accessible, and unknown addresses are honest.

use anyhow::{Result, ensure};

use super::{Journey, Visit};
use crate::driver::Kind;

/// The journey.
pub(super) const JOURNEY: Journey = Journey { name: "smoke", browsers: &Kind::ALL, run };

fn run(visit: &mut Visit) -> Result<()> {
    let browser = &visit.browser;
    visit.open("/")?;
    browser.wait_for("main h1")?;
    let before = browser.text("main button")?;
    browser.click("main button")?;
    browser.until("the button says something else", || {
        Ok((browser.text("main button")? != before).then_some(()))
    })?;
    browser.check_accessible()?;

    let unknown = "/no/such/page";
    visit.open(unknown)?;
    browser.wait_for("main h1")?;
    let answer = visit.server.log().into_iter().find(|exchange| exchange.target.ends_with(unknown));

    ensure!(answer.is_some_and(|exchange| exchange.status == 404), "{unknown} is not a 404");
    Ok(())
}
