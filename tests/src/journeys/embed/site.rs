//! Copies of the site that hold what embeds load, and nothing else.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::journeys::Visit;

/// What stands in for the module of labs.
const STAND_IN: &str = include_str!("stand_in.js");
/// The module of labs.
const MODULE: &str = "embed/lab.js";

/// From now on labs of others run: by the site's own module, or, where it was built without, by
/// what stands in for it.
pub(super) fn with_module(visit: &Visit) -> Result<()> {
    let real = visit.server.root();
    if !real.join(MODULE).is_file() {
        let copy = copy(visit, "embed-stand-in", |_| true)?;
        fs::write(copy.join(MODULE), STAND_IN)?;
        visit.server.show(copy);
    }
    Ok(())
}

/// A copy in which one file is missing.
pub(super) fn without(visit: &Visit, file: &str) -> Result<PathBuf> {
    copy(visit, &format!("embed-without-{file}"), |name| name != file)
}

/// Where in a site the parts of the module lie that it fetches later.
pub(super) fn parts(site: &Path) -> Result<String> {
    let mut inside = fs::read_dir(site.join("embed"))?.flatten();
    let found = inside.find_map(|entry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        name.starts_with("parts-").then(|| format!("embed/{name}"))
    });
    found.context("the module has no parts")
}

fn copy(visit: &Visit, name: &str, takes: impl Fn(&str) -> bool) -> Result<PathBuf> {
    let (real, copy) = (visit.server.root(), visit.folder(name));
    let parts = parts(real)?;
    for inside in ["", "embed", &parts, "embed/posters", "scenario", "fonts", "icons"] {
        fs::create_dir_all(copy.join(inside))?;
        for entry in fs::read_dir(real.join(inside)).context("the site has no embeds")?.flatten() {
            let (path, name) = (entry.path(), entry.file_name());
            let name = name.to_string_lossy();
            let is_for_embeds = !inside.is_empty() || name == "embed.js";
            if path.is_file() && is_for_embeds && takes(&name) {
                fs::copy(&path, copy.join(inside).join(&*name))?;
            }
        }
    }
    Ok(copy)
}
