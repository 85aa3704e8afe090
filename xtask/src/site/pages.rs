//! The pages of the book.

use std::path::Path;

use ::tests::paths;
use anyhow::{Context, Result};

/// Writes every page into `dist`, for a site whose home is at `base`.
pub(super) fn write(dist: &Path, base: &str) -> Result<()> {
    let book = content::Book::read(&paths::root().join("content/book"))?;
    content::write(&book, dist, base)
        .with_context(|| format!("the pages for {base} could not be written"))
}
