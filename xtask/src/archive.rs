//! Keeps links of this release, to be replayed by every later one.

use std::fs;

use ::tests::paths;
use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use crate::running::{cargo, output};

/// What stands at the head of a new file.
const HEAD: &str = "\
# One link for each stage of each scenario, as this release made them; `cargo xtask archive` adds
# those of new stages. A line that is here is never changed: it is what readers have in their mails.
";

/// Runs `cargo xtask archive`: adds what this release has no link of yet.
pub fn command(words: &[String]) -> Result<()> {
    ensure!(words.is_empty(), "archive takes no words");
    let digest = ["run", "--quiet", "--package", "engine", "--bin", "lab", "--", "digest"];
    let digest = output(&mut cargo(&digest)).context("the laboratory has said nothing")?;
    let digest: Value = serde_json::from_str(&digest)?;
    let release = digest["engine_version"].as_str().context("an engine has a version")?;
    let file = paths::root().join(format!("engine/tests/links/{release}.txt"));
    let mut text = fs::read_to_string(&file).unwrap_or_else(|_| HEAD.to_owned());
    let mut added = 0;
    for run in digest["runs"].as_array().into_iter().flatten() {
        let [Some(id), Some(link)] = ["scenario", "link"].map(|name| run[name].as_str()) else {
            bail!("a run has no link: {run}");
        };
        let name = format!("{id}/{} ", run["stage"]);
        if !text.lines().any(|line| line.starts_with(&name)) {
            text.push_str(&format!("{name}{link}\n"));
            added += 1;
        }
    }
    fs::write(&file, text)?;
    println!("{added} links added to {}", file.display());
    Ok(())
}
