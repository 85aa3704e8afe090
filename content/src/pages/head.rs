//! What stands in the head of a document: its title, where it is, and how the browser frames it.
use super::frame::{Page, escape};
use super::site::Site;

/// The paper of the two themes that the reader's system chooses from; see `static/css/tokens.css`.
const PAPERS: [(&str, &str); 2] = [("light", "#FBFAF7"), ("dark", "#17181B")];

/// The elements of a head.
pub(super) fn of(page: &Page, site: &Site) -> String {
    let (title, says) = (escape(&page.title), escape(&page.says));
    let papers = PAPERS.map(|(scheme, paper)| {
        format!(
            "<meta name=\"theme-color\" media=\"(prefers-color-scheme: {scheme})\" \
             content=\"{paper}\" />"
        )
    });
    format!(
        "<title>{title}</title><meta name=\"description\" content=\"{says}\" />{}\
         <link rel=\"manifest\" href=\"{}manifest.webmanifest\" />{}",
        place(page, site),
        site.base,
        papers.concat()
    )
}

/// The address that a page goes by. One that is not there has none, and is not to be found.
fn place(page: &Page, site: &Site) -> String {
    if page.kind == "unknown" {
        return "<meta name=\"robots\" content=\"noindex\" />".into();
    }
    let address = site.address(&page.path);
    address.map_or(String::new(), |address| {
        format!("<link rel=\"canonical\" href=\"{}\" />", escape(&address))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn the_papers_are_those_of_the_styles() {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../static/css/tokens.css");
        let tokens = fs::read_to_string(file).expect("the tokens are there");
        for (scheme, paper) in PAPERS {
            assert!(tokens.contains(&format!("--paper: {paper};")), "{scheme}: {paper}");
        }
    }

    #[test]
    fn a_whole_address_is_written_only_if_it_is_known() {
        let page = Page {
            kind: "chapter",
            path: "chapter/3/".into(),
            title: "Consensus".into(),
            says: String::new(),
            side: String::new(),
            text: String::new(),
        };
        let mut site = Site { base: "/book/".into(), origin: None };
        assert!(!of(&page, &site).contains("canonical"));
        site.origin = Some("https://book.example/".into());
        assert!(of(&page, &site).contains("href=\"https://book.example/book/chapter/3/\""));
        let lost = Page { kind: "unknown", ..page };
        assert!(!of(&lost, &site).contains("canonical"));
    }
}
