//! How long the book takes to become pages, with every number in it asked of the engine.

use std::fs;
use std::time::Duration;

use ::tests::paths;
use anyhow::Result;
use content::Site;

use super::Line;
use crate::site;
use crate::stopwatch::{Stopwatch, spoken};

/// Longest time for the whole content, on two cores.
const CONTENT_MAX: Duration = Duration::from_secs(20);

/// Writes all pages into a folder of their own.
pub(super) fn measure() -> Result<Vec<Line>> {
    let folder = paths::root().join("target/xtask/bench-book");
    fs::create_dir_all(&folder)?;
    // The pages are written around what the page's build leaves; here, around what it begins with.
    fs::copy(paths::root().join("index.html"), folder.join("index.html"))?;
    let clock = Stopwatch::start();
    site::write_pages(&folder, &Site { base: "/".into(), origin: None })?;
    let took = clock.passed();
    Ok(vec![Line {
        what: "the whole content, from Markdown to pages".into(),
        budget: format!("≤ {}", spoken(CONTENT_MAX)),
        value: spoken(took),
        pass: took <= CONTENT_MAX,
    }])
}
