//! The pages of the site, written around what Trunk has built.

use std::path::Path;

use ::tests::paths;
use anyhow::{Context, Result};

/// Writes every page into `dist`, for a site whose home is at `base`.
pub fn write_pages(dist: &Path, base: &str) -> Result<()> {
    let book = content::Book::read(&paths::root().join("content/book"))?;
    let site = content::Site { base: base.to_owned(), origin: None };
    content::write(&book, dist, &site, &stills(&book))
        .with_context(|| format!("the pages for {base} could not be written"))
}

/// What labs show where there are no scripts, drawn by the labs' own code.
fn stills(book: &content::Book) -> content::Stills {
    let scenarios = book.scenarios.iter().map(|(_, scenario)| scenario);
    content::Stills::new(app::stills::defs(), app::stills::all(scenarios))
}
