//! What other sites get of the book: posters of labs, the page of their frames, and three scripts.
//! docs/embed.md is the contract.
mod frame;
mod poster;
mod style;
pub use poster::Poster;

use crate::Stills;
use serde_json::json;
use std::fs;
use std::io;
use std::path::Path;

/// The element that hosts use.
const ELEMENT: &str = include_str!("../../../static/js/embed.js");
/// What runs in a frame.
const FRAME: &str = include_str!("../../../static/js/frame.js");
/// What makes the single file of a lab.
const EXPORT: &str = include_str!("../../../static/js/export.js");
/// What a frame looks like around its lab.
const LOOK: &str = include_str!("../../../static/css/embed.css");

/// Writes everything into the folder of a site.
pub(crate) fn write(folder: &Path, stills: &Stills) -> io::Result<()> {
    let inside = folder.join("embed");
    let posters = inside.join("posters");
    fs::create_dir_all(&posters)?;
    fs::write(folder.join("embed.js"), ELEMENT)?;
    fs::write(inside.join("frame.js"), FRAME)?;
    fs::write(inside.join("export.js"), EXPORT)?;
    fs::write(inside.join("frame.css"), LOOK)?;
    fs::write(inside.join("index.html"), frame::page())?;
    for poster in stills.posters() {
        let stem = format!("{}-{}", poster.scenario, poster.stage + 1);
        for (drawing, kind) in poster.drawings.iter().zip(["", "-narrow"]) {
            let picture = poster::picture(poster, drawing, stills.defs());
            fs::write(posters.join(format!("{stem}{kind}.svg")), picture)?;
        }
        let words = json!({ "title": poster.title, "text": poster.text });
        fs::write(posters.join(format!("{stem}.json")), words.to_string())?;
    }
    Ok(())
}
