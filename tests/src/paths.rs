//! Where things are in the checkout.

use std::env;
use std::path::{Path, PathBuf};

/// What lies in the root of the checkout and in no folder below it.
const SIGN: &str = "Trunk.toml";

/// The root of the checkout from which the program was started.
///
/// It is asked for at run time: a program that was built in one checkout may be run in another.
/// Only who starts it from elsewhere gets the one in which it was built.
pub fn root() -> PathBuf {
    let started = env::current_dir().unwrap_or_default();
    let root = started.ancestors().find(|folder| folder.join(SIGN).is_file());
    let built = Path::new(env!("CARGO_MANIFEST_DIR"));
    root.or(built.parent()).unwrap_or(built).to_path_buf()
}

/// The built site.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Pictures of pages; git ignores them.
pub fn shots() -> PathBuf {
    root().join("shots")
}

/// Tools of the project's own, installed by `cargo xtask setup`.
pub fn tools() -> PathBuf {
    root().join("target/tools")
}

/// The picture that the README shows.
pub fn face() -> PathBuf {
    root().join("docs/lab.png")
}
