//! A student answers on a phone; the page tells nothing before it is asked to.

use anyhow::{Result, ensure};

use super::page::{ID, at, open};
use crate::driver::{Key, Kind};
use crate::journeys::{Journey, Visit};

/// The journey.
pub(in crate::journeys) const JOURNEY: Journey =
    Journey { name: "lecture-phone", browsers: &Kind::ALL, run };

fn run(visit: &mut Visit) -> Result<()> {
    let browser = &visit.browser;
    browser.set_viewport(390, 844)?;
    visit.open(&format!("/play/{ID}/?view=ask&stage=2"))?;
    browser.wait_for(".ask h1")?;
    browser.check_accessible()?;
    let told = "document.querySelector('.ask').textContent.includes('was overwritten')";
    ensure!(browser.run(&format!("return {told};"), &[])? == false, "it tells before it is asked");
    ensure!(browser.count(".ask .is")? == 0, "it shows which is right");
    let wide = "document.documentElement.scrollWidth <= innerWidth";
    browser.wait_true(wide)?;

    browser.click(".ask li:nth-child(2) button")?;
    browser.wait_text(".ask [role=status]", "You say B")?;
    browser.reload()?;
    browser.wait_text(".ask [role=status]", "You say B")?;
    browser.click(".ask .btn-solid")?;
    browser.wait_true(told)?;
    browser.wait_text(".ask li.is", "So it is.")?;
    browser.check_accessible()?;

    // Not every driver scrolls to what lies below.
    browser.click_at(browser.middle(".ask > p > a")?)?;
    browser.wait_text(".ask .lbl", "stage 3")?;
    upright(visit)?;
    visit.open(&format!("/play/{ID}/?view=ask&stage=9"))?;
    browser.wait_text(".ask .notice", "There is no stage")?;
    visit.open(&format!("/play/{ID}/?view=opera"))?;
    browser.wait_text(".notice", "opera")
}

/// The lecture itself on a phone that is held upright: as wide as it is, and large enough to read.
fn upright(visit: &Visit) -> Result<()> {
    let browser = &visit.browser;
    open(visit, "&stage=2")?;
    browser.press(Key::PageDown)?;
    at(browser, "2 of 3", "question")?;
    browser.wait_true(
        "(() => { const lecture = document.querySelector('.lecture'); \
         const size = (of) => parseFloat(getComputedStyle(lecture.querySelector(of)).fontSize); \
         return lecture.scrollWidth <= innerWidth && size('.q') >= 17 && size('.ans') >= 15 \
         && lecture.querySelector('.stage').getBoundingClientRect().width > 340; })()",
    )?;
    browser.check_accessible()
}
