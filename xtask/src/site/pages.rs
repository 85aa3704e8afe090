//! The pages of the book.

use std::path::Path;

use ::tests::paths;
use anyhow::{Context, Result};
use content::Site;

/// Writes every page of a site into `dist`.
pub fn write(dist: &Path, site: &Site) -> Result<()> {
    let book = content::Book::read(&paths::root().join("content/book"))?;
    content::write(&book, dist, site, &stills(&book))
        .with_context(|| format!("the pages for {} could not be written", site.base))
}

/// What labs show where there are no scripts, drawn by the labs' own code.
fn stills(book: &content::Book) -> content::Stills {
    let scenarios = book.scenarios.iter().map(|(_, scenario)| scenario);
    content::Stills::new(app::stills::defs(), app::stills::all(scenarios))
}
