//! What journeys do in the lecture view.

use anyhow::Result;

use crate::driver::{Browser, Key};
use crate::journeys::Visit;

/// The lab that is lectured on.
pub(super) const ID: &str = "ch03-raft-lease-read";

/// Opens the lecture with more of a query.
pub(super) fn open(visit: &Visit, query: &str) -> Result<()> {
    visit.open(&format!("/play/{ID}/?view=lecture{query}"))?;
    visit.browser.wait_for(".lecture .stage").map(drop)
}

/// Waits until the lecture is at a step of a slide, such as "2 of 3".
pub(super) fn at(browser: &Browser, place: &str, step: &str) -> Result<()> {
    browser.wait_text(".lecture .where", place)?;
    browser.wait_for(&format!(".lecture[data-step=\"{step}\"]")).map(drop)
}

/// Presses a key so often.
pub(super) fn press(browser: &Browser, key: Key, times: usize) -> Result<()> {
    let key = key.value();
    (0..times).try_for_each(|_| browser.press(key))
}
