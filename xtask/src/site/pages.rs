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
    let posters = app::stills::posters(scenarios.clone()).into_iter().map(poster);
    let diagrams = app::stills::diagrams(scenarios.clone());
    let stills = content::Stills::new(app::stills::defs(), app::stills::all(scenarios));
    stills.with_posters(posters).with_diagrams(diagrams)
}

fn poster(drawn: app::stills::Poster) -> content::Poster {
    let app::stills::Poster { scenario, stage, title, text, drawings } = drawn;
    content::Poster { scenario, stage, title, text, drawings }
}
