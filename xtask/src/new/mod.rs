//! Starting something new: its folder, its line in the list, and a test that fails until it works.

mod list;
mod templates;

use std::fs;

use ::tests::paths;
use anyhow::{Context, Result, bail, ensure};

use crate::arguments::Arguments;

/// Runs `cargo xtask new`.
pub fn command(words: &[String]) -> Result<()> {
    let arguments = Arguments::read(words, &[], &[])?;
    let words: Vec<&str> = arguments.words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["mechanism", name] => mechanism(name),
        ["fault", name] => one("engine/src/faults", &format!("{}.rs", snake(name)?), name),
        ["widget", name] => one("app/src/widgets", &format!("{}/mod.rs", snake(name)?), name),
        _ => bail!("say `new mechanism family/slug`, `new fault name` or `new widget name`"),
    }
}

fn mechanism(name: &str) -> Result<()> {
    let (family, slug) = name.split_once('/').context("a mechanism is named family/slug")?;
    let (family, slug) = (snake(family)?, snake(slug)?);
    let families = paths::root().join("engine/src/protocols");
    ensure!(
        families.join(&family).join("mod.rs").is_file(),
        "there is no family {family} in engine/src/protocols"
    );
    one(&format!("engine/src/protocols/{family}"), &format!("{slug}/mod.rs"), &slug)
}

/// Writes `file` in `folder` and lists it there.
fn one(folder: &str, file: &str, name: &str) -> Result<()> {
    let name = snake(name)?;
    let folder = paths::root().join(folder);
    let target = folder.join(file);
    ensure!(!target.exists(), "{} is there already", target.display());
    let door = folder.join("mod.rs");
    let list = fs::read_to_string(&door)
        .with_context(|| format!("{} could not be read", door.display()))?;
    if let Some(parent) = target.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::write(&target, templates::module(&name))?;
    fs::write(&door, list::with_module(&list, &name))?;
    println!("wrote {}", target.display());
    println!("listed it in {}; its test fails until it does something", door.display());
    Ok(())
}

/// `two-phase` as `two_phase`; anything else than letters, digits and dashes is refused.
fn snake(name: &str) -> Result<String> {
    let name = name.replace('-', "_");
    let plain = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit();
    let good = name.chars().all(|letter| plain(letter) || letter == '_');
    ensure!(
        good && name.starts_with(|first: char| first.is_ascii_lowercase()),
        "`{name}` is no name: small letters, digits and dashes"
    );
    Ok(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_folders() {
        assert_eq!(snake("two-phase").unwrap(), "two_phase");
        for bad in ["", "../x", "Raft", "a/b", "1st"] {
            assert!(snake(bad).is_err(), "{bad}");
        }
    }
}
