//! Where things are in the checkout.

use std::path::{Path, PathBuf};

/// The root of the checkout.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
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
