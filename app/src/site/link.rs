//! Which links lead on inside the site, and which are the browser's.
use crate::browser::Link;

/// Who follows a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// The browser: it leads out of the site, or to a file.
    Browser,
    /// The browser: it leads to a place on the page that is shown.
    Here,
    /// The program.
    Page,
}

/// Who follows a link from the page at an address, on a site whose home is at `base`.
pub(super) fn way(link: &Link, here: &Link, base: &str) -> Way {
    let last = link.path.rsplit('/').next().unwrap_or_default();
    let is_page = !last.contains('.') || last == "index.html";
    let inside = link.origin == here.origin && link.path.starts_with(base);
    let is_here = (&link.path, &link.query) == (&here.path, &here.query);
    match () {
        () if link.elsewhere || !inside || !is_page => Way::Browser,
        () if is_here && !link.hash.is_empty() => Way::Here,
        () => Way::Page,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(address: &str) -> Link {
        let rest = address.strip_prefix("https://book.example");
        let origin = if rest.is_some() { "https://book.example" } else { "https://other.example" };
        let rest = rest.unwrap_or(address);
        let (rest, hash) = rest.find('#').map_or((rest, ""), |at| rest.split_at(at));
        let (path, query) = rest.find('?').map_or((rest, ""), |at| rest.split_at(at));
        let [origin, path, query, hash] = [origin, path, query, hash].map(str::to_owned);
        Link { origin, path, query, hash, elsewhere: false }
    }

    fn from_chapter(to: &str) -> Way {
        let here = link("https://book.example/book/chapter/3/?theme=dark#raft");
        way(&link(to), &here, "/book/")
    }

    #[test]
    fn pages_below_the_base_are_ours() {
        for ours in ["", "glossary/", "chapter/3/", "chapter/3/?stage=2", "play/x/index.html"] {
            let to = format!("https://book.example/book/{ours}");
            assert_eq!(from_chapter(&to), Way::Page, "{ours}");
        }
        let [other, same] = ["1/#raft", "3/#raft"]
            .map(|to| from_chapter(&format!("https://book.example/book/chapter/{to}")));
        assert_eq!((other, same), (Way::Page, Way::Page), "the query is another one");
    }

    #[test]
    fn places_on_the_page_are_the_browsers() {
        let to = "https://book.example/book/chapter/3/?theme=dark";
        assert_eq!(from_chapter(&format!("{to}#paxos")), Way::Here);
        assert_eq!(from_chapter(to), Way::Page);
    }

    #[test]
    fn what_leads_out_is_the_browsers() {
        for other in ["/book/", "https://book.example/other/", "https://book.example/bookshop/"] {
            assert_eq!(from_chapter(other), Way::Browser, "{other}");
        }
        for file in ["favicon.svg", "scenario/ch01-x.json", "book.epub"] {
            let to = format!("https://book.example/book/{file}");
            assert_eq!(from_chapter(&to), Way::Browser, "{file}");
        }
        let here = link("https://book.example/book/");
        let saved = Link { elsewhere: true, ..link("https://book.example/book/glossary/") };
        assert_eq!(way(&saved, &here, "/book/"), Way::Browser);
    }
}
