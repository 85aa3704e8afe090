//! The tags by which a page loads its program.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// How the page that Trunk has built says where they belong.
const ROOM: &str = "<link data-trunk rel=\"rust\"";

/// Writes them into a page; `stem` is the address of the program's script, without the ending.
pub fn write(page: &Path, stem: &str) -> Result<()> {
    let text = fs::read_to_string(page)?;
    let (before, rest) = text.split_once(ROOM).context("the page has no room for its program")?;
    let (_, after) = rest.split_once('>').context("the page has no room for its program")?;
    fs::write(page, format!("{before}{}{after}", tags(stem)))?;
    Ok(())
}

/// Both files are under way before the script asks for the second.
fn tags(stem: &str) -> String {
    let (script, program) = (format!("{stem}.js"), format!("{stem}_bg.wasm"));
    format!(
        "<link rel=\"modulepreload\" href=\"{script}\" />\
         <link rel=\"preload\" href=\"{program}\" as=\"fetch\" type=\"application/wasm\" \
         crossorigin=\"anonymous\" />\
         <script type=\"module\">import init from \"{script}\";\
         init({{ module_or_path: \"{program}\" }});</script>"
    )
}

#[cfg(test)]
mod tests {
    use super::tags;

    #[test]
    fn a_page_loads_script_and_program() {
        let tags = tags("/some/path/page-1a/page");
        for address in ["/some/path/page-1a/page.js", "/some/path/page-1a/page_bg.wasm"] {
            assert_eq!(tags.matches(&format!("\"{address}\"")).count(), 2, "{tags}");
        }
    }
}
