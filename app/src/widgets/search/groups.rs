//! What was found, in groups: the text first, then words and what else has an address.
use crate::browser::{FoundPage, FoundPart};

/// A place that a result leads to.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry {
    /// Its address.
    pub url: String,
    /// Its heading.
    pub title: String,
    /// The page that it is on; empty where the heading says it.
    pub page: String,
    /// Words around what was found.
    pub excerpt: String,
}

/// Places of one kind.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Group {
    /// What they are.
    pub name: &'static str,
    /// The places, best first.
    pub entries: Vec<Entry>,
}

/// A kind of page: how its results are called, where its pages are, how many results are shown
/// of one page and of all.
struct Kind {
    name: &'static str,
    path: &'static str,
    of_page: usize,
    of_all: usize,
}

const TEXT: Kind = Kind { name: "In the text", path: "", of_page: 3, of_all: 8 };

/// All but the text.
const KINDS: &[Kind] = &[
    list("Glossary", "glossary/"),
    list("Evidence", "evidence/"),
    list("Invariants", "invariants/"),
    list("Models", "models/"),
    Kind { name: "Labs", path: "labs/", of_page: 1, of_all: 4 },
    list("Incidents", "incidents/"),
    list("Bibliography", "works/"),
];

/// A kind whose one page defines many things.
const fn list(name: &'static str, path: &'static str) -> Kind {
    Kind { name, path, of_page: 4, of_all: 4 }
}

/// Puts what was found into groups, for a site whose home is at `base`. What the words name
/// exactly, as a term of the glossary or of another list does, comes before the text.
pub(super) fn groups(found: &[FoundPage], base: &str, words: &str) -> Vec<Group> {
    let all = std::iter::once(&TEXT).chain(KINDS);
    let groups = all.map(|kind| {
        let pages = found.iter().filter(|page| path(page, base).is_some_and(|at| kind.has(at)));
        let mut entries: Vec<_> = pages.flat_map(|page| kind.entries(page, words)).collect();
        entries.truncate(kind.of_all);
        Group { name: kind.name, entries }
    });
    let mut groups: Vec<_> = groups.filter(|group| !group.entries.is_empty()).collect();
    let defined = |group: &Group| {
        let mut entries = group.entries.iter();
        group.name != TEXT.name && entries.any(|entry| is_named(&entry.title, words))
    };
    groups.sort_by_key(|group| !defined(group));
    groups
}

/// Is that what the words name, letter by letter?
fn is_named(title: &str, words: &str) -> bool {
    title.trim().to_lowercase() == words.to_lowercase()
}

/// The path below the base; nothing for what is not of this site.
fn path<'a>(page: &'a FoundPage, base: &str) -> Option<&'a str> {
    page.url.strip_prefix(base)
}

impl Kind {
    fn has(&self, path: &str) -> bool {
        let special = KINDS.iter().find(|kind| path.starts_with(kind.path));
        special.map_or(self.path.is_empty(), |special| special.path == self.path)
    }

    fn entries(&self, page: &FoundPage, words: &str) -> Vec<Entry> {
        let mut parts: Vec<&FoundPart> = page.parts.iter().collect();
        parts.sort_by(|a, b| b.score.total_cmp(&a.score));
        parts.sort_by_key(|part| !is_named(&part.title, words));
        parts.truncate(self.of_page);
        parts.into_iter().map(|part| self.entry(page, part)).collect()
    }

    fn entry(&self, page: &FoundPage, part: &FoundPart) -> Entry {
        let whole = self.of_page == 1 || part.title == page.title;
        let (title, above) = match (whole, self.path.is_empty()) {
            (true, _) => (&page.title, ""),
            (false, true) => (&part.title, page.title.as_str()),
            (false, false) => (&part.title, ""),
        };
        let [url, title, page, excerpt] =
            [part.url.as_str(), title, above, &part.excerpt].map(ToOwned::to_owned);
        Entry { url, title, page, excerpt }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(path: &str, parts: &[(&str, f64)]) -> FoundPage {
        let url = format!("/some/path/{path}");
        let part = |(title, score): &(&str, f64)| FoundPart {
            url: format!("{url}#{title}"),
            title: (*title).into(),
            excerpt: String::new(),
            score: *score,
        };
        let parts = parts.iter().map(part).collect();
        FoundPage { url: url.clone(), title: "Page".into(), parts }
    }

    fn titles(group: &Group) -> Vec<&str> {
        group.entries.iter().map(|entry| entry.title.as_str()).collect()
    }

    #[test]
    fn the_text_comes_first_with_its_best_parts() {
        let found = [
            page("glossary/", &[("quorum", 1.0), ("lease", 9.0)]),
            page("chapter/3/", &[("a", 1.0), ("b", 4.0), ("c", 2.0), ("d", 3.0)]),
        ];
        let groups = groups(&found, "/some/path/", "hand over");
        assert_eq!(
            groups.iter().map(|group| group.name).collect::<Vec<_>>(),
            ["In the text", "Glossary"]
        );
        assert_eq!(
            (titles(&groups[0]), titles(&groups[1])),
            (["b", "d", "c"].into(), ["lease", "quorum"].into())
        );
        assert_eq!(
            (groups[0].entries[0].page.as_str(), groups[1].entries[0].page.as_str()),
            ("Page", "")
        );
    }

    #[test]
    fn what_the_words_name_comes_first() {
        let found = [
            page("chapter/3/", &[("lease", 9.0)]),
            page("glossary/", &[("lease epoch", 9.0), ("Lease", 1.0)]),
        ];
        let groups = groups(&found, "/some/path/", "lease");
        assert_eq!(
            (groups[0].name, titles(&groups[0])),
            ("Glossary", ["Lease", "lease epoch"].into())
        );
        assert_eq!(groups[1].name, "In the text");
    }

    #[test]
    fn a_lab_is_found_once_under_its_own_name() {
        let groups =
            groups(&[page("labs/x/", &[("Stage 1", 1.0), ("Stage 2", 2.0)])], "/some/path/", "");
        assert_eq!((groups[0].name, titles(&groups[0])), ("Labs", ["Page"].into()));
        assert!(groups[0].entries[0].url.ends_with("#Stage 2"));
    }

    #[test]
    fn nothing_leads_out_of_the_site() {
        let mut strange = page("", &[("a", 1.0)]);
        strange.url = "javascript:alert(1)".into();
        assert!(groups(&[strange], "/some/path/", "").is_empty());
    }
}
