//! A difference that cannot be: one sentence, and the lab alone. Runs that are equal say so.

use anyhow::{Result, ensure};

use super::page::{ID, ready};
use crate::driver::Kind;
use crate::journeys::{Journey, Visit};

/// The journey.
pub(in crate::journeys) const JOURNEY: Journey =
    Journey { name: "compare-hostile", browsers: &Kind::ALL, run };

/// Each with a word of the sentence that answers it.
const STRANGE: [(&str, &str); 7] = [
    ("", "no ="),
    ("%3Cscript%3Ealert(1)%3C/script%3E", "script"),
    ("register.pre-vote=perhaps", "perhaps"),
    ("register.nothing=1", "register.nothing"),
    ("register=raft", "mechanism"),
    ("register.election-timeout=99999999999999999999%20s", "no run to compare"),
    ("register.election-timeout=-1%20s", "no run to compare"),
];

fn run(visit: &mut Visit) -> Result<()> {
    for (with, word) in STRANGE {
        visit.open(&format!("/play/{ID}/?stage=2&with={with}"))?;
        visit.browser.wait_for("[data-cell]")?;
        visit.browser.wait_text(".notice", word)?;
        ensure!(visit.browser.count(".compare")? == 0, "{with}: there is a second run");
    }
    let long = "A".repeat(5_000);
    visit.open(&format!("/play/{ID}/?with={long}"))?;
    visit.browser.wait_text(".notice", "no run to compare")?;
    visit.open(&format!("/play/{ID}/?run=no&with=register.pre-vote=off"))?;
    ready(&visit.browser)?;
    visit.browser.wait_text(".notice", "link")?;
    visit.open(&format!("/play/{ID}/?stage=2&with=register.pre-vote=on"))?;
    ready(&visit.browser)?;
    visit.browser.wait_text(".where", "Nowhere")?;
    visit.browser.wait_text(".bought", "the two runs are the same")?;
    visit.browser.check_running()
}
