//! What the pages know of the site that they will stand on, and what they tell those who index it.
use super::frame::{Page, escape};

/// Where the site is.
#[derive(Clone, Debug)]
pub struct Site {
    /// The path of its home, with a slash at both ends.
    pub base: String,
    /// "https://book.example", if that is known: some things are said only with a whole address.
    pub origin: Option<String>,
}

impl Site {
    /// The whole address of a path below the home.
    pub(super) fn address(&self, path: &str) -> Option<String> {
        let origin = self.origin.as_deref()?.trim_end_matches('/');
        Some(format!("{origin}{}{path}", self.base))
    }

    /// All pages worth finding, if their addresses are known.
    pub(super) fn map(&self, pages: &[Page]) -> Option<String> {
        self.origin.as_ref()?;
        let found = pages.iter().filter(|page| !matches!(page.kind, "unknown" | "search"));
        let addresses = found.filter_map(|page| self.address(&page.path));
        let urls = addresses.map(|at| format!("  <url><loc>{}</loc></url>\n", escape(&at)));
        Some(format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{}</urlset>\n",
            urls.collect::<String>()
        ))
    }

    /// Everybody may read everything.
    pub(super) fn robots(&self) -> String {
        let map = self.address("sitemap.xml").map(|at| format!("Sitemap: {at}\n"));
        format!("User-agent: *\nDisallow:\n{}", map.unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(kind: &'static str, path: &str) -> Page {
        let [path, title, says, side, text] = [path, "", "", "", ""].map(str::to_owned);
        Page { kind, path, title, says, side, text }
    }

    #[test]
    fn a_map_has_whole_addresses_or_there_is_none() {
        let pages = [page("works", "works/"), page("unknown", "404.html")];
        let mut site = Site { base: "/".into(), origin: None };
        assert_eq!((site.map(&pages), site.robots().contains("Sitemap")), (None, false));
        site.origin = Some("https://book.example".into());
        let map = site.map(&pages).expect("a map");
        assert!(map.contains("<loc>https://book.example/works/</loc>"), "{map}");
        assert!(!map.contains("404"), "{map}");
        assert!(site.robots().ends_with("Sitemap: https://book.example/sitemap.xml\n"));
    }
}
