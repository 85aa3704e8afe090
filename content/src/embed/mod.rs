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
    fs::write(folder.join("embed.js"), bare(ELEMENT))?;
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

/// A script without what only its authors read: it is loaded with every page that has a lab.
/// No line of it may begin with two strokes or with spaces that mean something.
fn bare(script: &str) -> String {
    let lines = script.lines().map(str::trim).filter(|line| !line.starts_with("//"));
    lines.filter(|line| !line.is_empty()).map(|line| format!("{line}\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_authors_read_is_not_sent() {
        assert_eq!(bare("// Says.\n  one(\n    two\n  );\n\n"), "one(\ntwo\n);\n");
        let sent = bare(ELEMENT);
        assert!(sent.starts_with("(function () {\n") && sent.ends_with("})();\n"));
        assert!(sent.contains("customElements.define(\"dst-lab\", Lab);"));
    }
}
