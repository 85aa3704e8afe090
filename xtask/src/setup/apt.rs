//! Debian's packages, where this is a Debian and we may install them.

use std::sync::OnceLock;

use ::tests::programs;
use anyhow::{Result, bail};

use super::installer;
use crate::running::{output, program};

/// Installs packages; fails at once where that is not ours to do.
pub(super) fn install(packages: &[&str]) -> Result<()> {
    if programs::find(&["apt-get"]).is_none() {
        bail!("this system has no apt-get");
    }
    if !is_root() {
        bail!("only root may install packages");
    }
    // The lists of a fresh machine are empty, and once is enough.
    static UPDATED: OnceLock<bool> = OnceLock::new();
    UPDATED.get_or_init(|| {
        installer("lists of packages", &mut program("apt-get", &["update", "--quiet"])).is_ok()
    });
    let mut command =
        program("apt-get", &["install", "--yes", "--quiet", "--no-install-recommends"]);
    command.env("DEBIAN_FRONTEND", "noninteractive").args(packages);
    installer(packages.first().unwrap_or(&"packages"), &mut command).map(drop)
}

/// What to do about `name`, in one sentence.
pub(super) fn by_hand(packages: &[&str], name: &str) -> String {
    match programs::find(&["apt-get"]) {
        Some(_) => format!("run `sudo apt-get install {}`", packages.join(" ")),
        None => format!("install {name} with your package manager"),
    }
}

fn is_root() -> bool {
    output(&mut program("id", &["-u"])).is_some_and(|id| id.trim() == "0")
}
