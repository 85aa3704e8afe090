//! Broken links, strange addresses and spoilt settings: one sentence each, and a lab that runs.

use anyhow::Result;
use serde_json::json;

use super::page::{ID, ready};
use crate::driver::Kind;
use crate::journeys::{Journey, Visit};

/// The journey.
pub(in crate::journeys) const JOURNEY: Journey =
    Journey { name: "lab-link", browsers: &Kind::ALL, run };

/// Queries that make no sense, each with a word of the sentence that answers it.
const STRANGE: [(&str, &str); 10] = [
    ("run=%3Cscript%3E", "link"),
    ("run=AAAAAAAAAAAA", "link"),
    ("run=%%%", "link"),
    ("run=%E0%A4%A", "link"),
    ("order=ch01-cap-partition:1", "lab alone"),
    ("play=perhaps", "nothing plays"),
    ("stage=99", "99"),
    ("stage=-1", "stage"),
    ("colour=mauve", "colour"),
    ("theme=mauve", "mauve"),
];

fn run(visit: &mut Visit) -> Result<()> {
    for (query, word) in STRANGE {
        visit.open(&format!("/play/{ID}/?{query}"))?;
        ready(&visit.browser)?;
        visit.browser.wait_text(".notice", word)?;
    }
    let long = "A".repeat(7_000);
    visit.open(&format!("/play/{ID}/?run={long}"))?;
    ready(&visit.browser)?;
    visit.browser.wait_text(".notice", "link")?;

    for (name, kept) in [("settings", "theme=dark {}<>"), (&format!("predictions {ID}"), "0=0 ¿")]
    {
        visit.browser.run("localStorage.clear()", &[])?;
        let keep = [json!(name), json!(kept)];
        visit.browser.run("localStorage.setItem(arguments[0], arguments[1])", &keep)?;
        visit.open(&format!("/play/{ID}/"))?;
        ready(&visit.browser)?;
        visit.browser.wait_text(".notice", "This browser has kept")?;
        visit.browser.check_accessible()?;
    }

    visit.open("/play/ch99-nothing/")?;
    visit.browser.wait_for("main h1")?;
    visit.browser.check_running()
}
