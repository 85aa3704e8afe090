//! A lab loads what it plays; what a reader opens comes when it is opened, or says that it cannot.

use anyhow::{Result, ensure};

use super::host::asked;
use super::site::without;
use crate::driver::Kind;
use crate::journeys::{Journey, Visit};

/// The journey.
pub(in crate::journeys) const JOURNEY: Journey =
    Journey { name: "embed-parts", browsers: &Kind::ALL, run };

const LAB: &str = "ch03-raft-lease-read";
/// The file in which the instruments are.
const INSTRUMENTS: &str = "split_instruments.wasm";

/// What stands in place of a menu that did not come.
const INSTEAD: &str = ".lab > .notice[role=alert]";

fn run(visit: &mut Visit) -> Result<()> {
    let real = visit.server.root().to_path_buf();
    let browser = &visit.browser;
    visit.server.show(without(visit, INSTRUMENTS)?);
    // All of the lab is in sight: WebKit's driver does not scroll in a frame that is its own page.
    browser.set_viewport(1024, 1100)?;
    browser.open(&visit.server.url(&format!("embed/?v=1&scenario={LAB}")))?;
    browser.wait_for(".lab .transport .go")?;
    let parts: Vec<String> =
        asked(&visit.server).into_iter().filter(|target| target.contains("/split_")).collect();
    let only = parts.len() == 1 && parts[0].ends_with("/split_raft.wasm");
    ensure!(only, "a lab that nobody has touched loads {parts:?}");

    // A picture that does not come leaves the lab as it is.
    browser.click(".stabs [role=tab]:nth-child(2)")?;
    browser.wait_text(".room .notice[role=alert]", "This part could not be fetched")?;
    browser.check_accessible_in("#lab")?;
    // Nor does a menu; what is said instead can be closed.
    browser.click(".faults-open")?;
    browser.wait_text(INSTEAD, "This part could not be fetched")?;
    browser.check_accessible_in("#lab")?;
    browser.click(&format!("{INSTEAD} button:last-child"))?;
    browser.wait_gone(INSTEAD)?;
    ensure!(browser.has_focus(".lab")?, "whoever closes it stands nowhere");

    visit.server.show(real);
    browser.click(".room .notice button")?;
    browser.wait_for(".room svg.spacetime")?;
    browser.click(".faults-open")?;
    browser.wait_for("dialog[open] .deeds")?;
    browser.check_accessible_in("#lab")
}
