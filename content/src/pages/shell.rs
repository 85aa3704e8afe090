//! What all pages have in common.
use super::site::Site;
use crate::Stills;
use crate::text::{HOME, STILL};

/// Where the shell has room for a page.
const ROOM: &str = "<!-- page -->";

/// The page that the build leaves, without anything on it.
pub(super) struct Shell<'a> {
    text: String,
    stills: &'a Stills,
    /// The home of the site, with a slash at both ends.
    pub base: String,
}

impl<'a> Shell<'a> {
    /// A shell for a site, with figures for its labs.
    pub(super) fn new(text: &str, site: &Site, stills: &'a Stills) -> Shell<'a> {
        let base = &site.base;
        let text = text.replace("data-base=\"/\"", &format!("data-base=\"{base}\""));
        Shell { text, stills, base: base.clone() }
    }

    /// A page with a title and a description, both plain text, and a body in HTML.
    pub(super) fn page(&self, title: &str, description: &str, body: &str) -> String {
        let (title, description) = (escape(title), escape(description));
        let head = format!(
            "<title>{title}</title><meta name=\"description\" content=\"{description}\" />"
        );
        let from = self.text.find("<title>").unwrap_or(0);
        let to = self.text.find("</title>").map_or(from, |at| at + "</title>".len());
        let whole = format!("{}{head}{}", &self.text[..from], &self.text[to..]);
        whole.replace(ROOM, &self.with_stills(body).replace(HOME, &self.base))
    }

    /// Puts still figures where a text has room for them, and once what they refer to.
    fn with_stills(&self, body: &str) -> String {
        let mut out = String::new();
        for (nth, part) in body.split(STILL).enumerate() {
            // Every other part is the name of a stage, which is counted from 1 in texts.
            let named = (nth % 2 == 1).then(|| part.split_once('/')).flatten();
            let stage = named.and_then(|(id, stage)| Some((id, stage.parse::<usize>().ok()?)));
            match stage {
                Some((id, stage)) => {
                    out.push_str(
                        self.stills.figure(id, stage.saturating_sub(1)).unwrap_or_default(),
                    );
                }
                None => out.push_str(part),
            }
        }
        let has_some = out.contains("<svg class=\"figure\"");
        if has_some { format!("{}{out}", self.stills.defs()) } else { out }
    }

    /// The foot of every page that is not a lab.
    pub(super) fn footer(&self) -> String {
        let base = &self.base;
        format!(
            "<footer class=\"foot\"><p><a href=\"{base}glossary/\">Words</a> · \
             <a href=\"{base}works/\">Works</a></p>\
             <p>Code: MIT or Apache-2.0. Text: CC BY 4.0.</p></footer>"
        )
    }

    /// The head of every page that is not a lab.
    pub(super) fn header(&self) -> String {
        let base = &self.base;
        format!(
            "<a class=\"skip\" href=\"#text\">To the text</a>\
             <header class=\"site\"><a class=\"home\" href=\"{base}\">Distributed Systems</a>\
             <nav class=\"sitenav\" aria-label=\"Site\"><a href=\"{base}#contents\">Contents</a>\
             <a href=\"{base}#labs\">Labs</a><a class=\"more\" \
             href=\"{base}glossary/\">Words</a><a class=\"more\" href=\"{base}works/\">Works\
             </a></nav>\
             <div data-themes></div></header>"
        )
    }
}

/// Text as HTML.
pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
