//! Pictures of every page, width and theme.

use ::tests::paths;
use anyhow::Result;

use crate::arguments::Arguments;
use crate::build;
use crate::running::{cargo, loudly};
use crate::setup::{self, Purpose};

/// Runs `cargo xtask shots`.
pub fn command(words: &[String]) -> Result<()> {
    let arguments = Arguments::read(words, &[], &[])?;
    setup::run(Purpose::Test)?;
    build::run("/", &paths::dist())?;
    let mut shots = cargo(&["run", "--quiet", "--package", "tests", "--bin", "shots", "--"]);
    loudly(shots.args(&arguments.words))
}
