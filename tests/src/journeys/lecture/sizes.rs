//! Readable from the last row: no text is smaller than 2.2 % of the height of the screen.

use anyhow::{Result, ensure};

use super::page::open;
use crate::driver::{Browser, Key, Kind};
use crate::journeys::{Journey, Visit};

/// The journey. The window of the third browser cannot be as large as these.
pub(in crate::journeys) const JOURNEY: Journey =
    Journey { name: "lecture-sizes", browsers: &[Kind::Chromium, Kind::Firefox], run };

/// The size of the smallest visible text, as a part of the height, and what it says.
const SMALLEST: &str = "
    const walk = document.createTreeWalker(document.querySelector('.lecture'), NodeFilter.SHOW_TEXT);
    // The picture keeps the shape of 16 to 9, whatever that of the window.
    const height = Math.min(innerHeight, innerWidth * 9 / 16);
    let least = [1, ''];
    while (walk.nextNode()) {
      const text = walk.currentNode.textContent.trim();
      const element = walk.currentNode.parentElement;
      if (!text || element.closest('.vh, defs, title')) continue;
      const box = element.getBoundingClientRect();
      if (!box.width || !box.height) continue;
      const scale = element.getScreenCTM ? element.getScreenCTM().a : 1;
      const size = parseFloat(getComputedStyle(element).fontSize) * scale / height;
      if (size < least[0]) least = [size, text];
    }
    return least;";

/// What sticks out of its room: children of rooms whose lower or right edge lies beyond theirs.
const OUTSIDE: &str = "
    return [...document.querySelectorAll('.sd > *, .st > *, .join > *, .lecture > header > *')]
      .filter((one) => {
        const box = one.getBoundingClientRect();
        const room = one.parentElement.getBoundingClientRect();
        return box.right > room.right + 1 || box.bottom > room.bottom + 1;
      }).map((one) => one.outerHTML.slice(0, 80)).join();";

fn run(visit: &mut Visit) -> Result<()> {
    let labs = ["ch00-two-node-lease", "ch01-cap-partition", "ch09-fencing-token"];
    let order = format!("&order=ch03-raft-lease-read,{}", labs.join(","));
    let mut odd = Vec::new();
    for (width, height) in [(1280, 720), (1920, 1080), (3840, 2160)] {
        visit.browser.set_viewport(width, height)?;
        open(visit, &order)?;
        for slide in 1..=12 {
            for step in ["headline", "question", "run", "reveal"] {
                visit.browser.wait_for(&format!(".lecture[data-step=\"{step}\"]"))?;
                let found = measure(&visit.browser)?;
                odd.extend(found.map(|says| format!("{width}, slide {slide}, {step}: {says}")));
                visit.browser.press(Key::PageDown)?;
            }
        }
    }
    ensure!(odd.is_empty(), "{}", odd.join("\n"));
    Ok(())
}

fn measure(browser: &Browser) -> Result<Option<String>> {
    let least = browser.run(SMALLEST, &[])?;
    let part = least[0].as_f64().unwrap_or_default();
    if part < 0.022 {
        return Ok(Some(format!("“{}” is {:.2} % high", least[1], part * 100.0)));
    }
    let outside = browser.run(OUTSIDE, &[])?;
    Ok((outside != "").then(|| format!("{outside} sticks out")))
}
