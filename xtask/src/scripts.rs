//! Scripts without what only their authors read, made by esbuild.

use std::fs;
use std::path::Path;

use ::tests::paths;
use anyhow::{Context, Result, ensure};

use crate::running::{program, quietly};
use crate::setup;
use crate::sizes::files;

/// What a site has beside its programs: the beginning of each path, and what it is. The service
/// worker is written last.
const OF_SITE: &[(&str, Kind)] = &[
    ("early", Kind::Old),
    ("guard", Kind::Old),
    ("release", Kind::Old),
    ("embed", Kind::Plain),
    ("embed/frame", Kind::Module),
    ("embed/export", Kind::Module),
];

/// What a script is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A module: nobody but itself knows the names at its top.
    Module,
    /// A plain script, which other scripts may know.
    Plain,
    /// A plain script that has words for browsers which understand little: it gets no newer ones.
    Old,
}

/// Makes a script smaller where it lies; without esbuild it stays as it is.
pub fn smaller(script: &Path, kind: Kind) -> Result<()> {
    if !setup::has_esbuild() {
        return Ok(());
    }
    let target = if kind == Kind::Old { "--target=es5" } else { "--target=es2022" };
    let mut command = program("esbuild", &["--minify", "--legal-comments=none", target]);
    // What binds a program names one key of an object several times, and is told so.
    command.args(["--log-level=error", "--charset=utf8", "--allow-overwrite"]);
    if kind == Kind::Module {
        command.arg("--format=esm");
    }
    command.arg(script).arg(format!("--outfile={}", script.display()));
    quietly("make a script smaller", &mut command)
        .with_context(|| format!("{} could not be made smaller", script.display()))?;
    Ok(())
}

/// The text of a script made smaller. `name` is that of the file where it lies meanwhile.
pub fn smaller_text(name: &str, text: &str, kind: Kind) -> Result<String> {
    let folder = paths::root().join("target/xtask/scripts");
    fs::create_dir_all(&folder)?;
    let file = folder.join(name);
    fs::write(&file, text)?;
    smaller(&file, kind)?;
    Ok(fs::read_to_string(file)?)
}

/// Makes the scripts smaller that a site has beside its programs, after Trunk and the book have
/// written them. The names that Trunk gives tell what they were made from.
pub fn smaller_in(dist: &Path) -> Result<()> {
    let mut left: Vec<_> = OF_SITE.to_vec();
    for file in files(dist, "js") {
        let path = file.strip_prefix(dist)?.to_string_lossy().replace('\\', "/");
        let is_it = |(stem, _): &(&str, Kind)| {
            path.strip_prefix(stem).is_some_and(|rest| rest == ".js" || rest.starts_with('-'))
        };
        if let Some(at) = left.iter().position(is_it) {
            smaller(&file, left.swap_remove(at).1)?;
        }
    }
    ensure!(left.is_empty(), "scripts are not where they were: {left:?}");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_others_know_stays() -> Result<()> {
        let text = "// Says.\nconst long = 1;\nexport function name() { return long; }\n";
        let sent = smaller_text("module.js", text, Kind::Module)?;
        assert!(sent.contains("name") && sent.contains("export"), "{sent}");
        let text = "// Says.\nvar long = 1;\ntry { long(); } catch (error) {}\n";
        let sent = smaller_text("old.js", text, Kind::Old)?;
        assert!(sent.contains("long") && sent.replace(' ', "").contains("catch("), "{sent}");
        // Without esbuild there is no more to be seen.
        if setup::has_esbuild() {
            assert!(!sent.contains("Says"), "{sent}");
            assert!(smaller_text("wrong.js", "const = ;", Kind::Plain).is_err());
        }
        Ok(())
    }
}
