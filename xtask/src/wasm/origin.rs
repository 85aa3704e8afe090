//! What a program was made from: one that would be made of the same again is taken as it lies.

use std::env;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::digest;
use crate::setup;

/// Where it is written down, beside what was made: the origin, then the name of the result.
const FILE: &str = "origin";

/// Stands for all that a program is made from: what the linker left, its name, the tools that are
/// there, and this program, which uses them.
pub(super) fn of(linked: &Path, name: &str) -> Result<String> {
    let maker = fs::metadata(env::current_exe()?)?;
    let mut hasher = Sha256::new();
    hasher.update(fs::read(linked).with_context(|| format!("no file {}", linked.display()))?);
    let tools = (setup::has_wasm_opt(), setup::has_esbuild());
    hasher.update(format!("{name} {tools:?} {} {:?}", maker.len(), maker.modified()?));
    Ok(digest::name(&hasher.finalize()))
}

/// The name of what lies there, if it was made from this.
pub(super) fn made_from(made: &Path, origin: &str) -> Option<String> {
    let written = fs::read_to_string(made.join(FILE)).ok()?;
    let (before, hash) = written.split_once(' ')?;
    (before == origin).then(|| hash.to_owned())
}

/// Writes down what has just been made from what: last, so that nothing unfinished is ever taken.
pub(super) fn remember(made: &Path, origin: &str, hash: &str) -> Result<()> {
    Ok(fs::write(made.join(FILE), format!("{origin} {hash}"))?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ::tests::paths;

    #[test]
    fn only_what_was_made_from_the_same_is_taken() -> Result<()> {
        let made = paths::root().join("target/xtask/origin");
        drop(fs::remove_dir_all(&made));
        fs::create_dir_all(&made)?;
        let linked = made.join("linked.wasm");
        fs::write(&linked, "one")?;
        let one = of(&linked, "lab")?;
        assert_eq!(made_from(&made, &one), None);
        remember(&made, &one, "5eed")?;
        assert_eq!(made_from(&made, &one).as_deref(), Some("5eed"));
        assert_eq!(made_from(&made, &of(&linked, "page")?), None);
        fs::write(&linked, "two")?;
        assert_eq!(made_from(&made, &of(&linked, "lab")?), None);
        Ok(())
    }
}
