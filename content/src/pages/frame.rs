//! The frame of every page: what stands around its text. docs/pages.md says what it promises.
use super::site::Site;
use super::unbroken::unbroken_html;
use super::{head, styles};
use crate::Stills;
use crate::text::{HOME, STILL};

/// Where the shell has room for a page.
const ROOM: &str = "<!-- page -->";

/// Stands for the whole address of the site until a page is written.
pub(super) const HERE: char = '\u{e002}';
/// What that address is in examples where nobody knows it.
const SOMEWHERE: &str = "https://book.example/";

/// A page before it is put into its frame.
#[derive(Clone, Debug)]
pub(super) struct Page {
    /// "chapter": how styles and the program tell it from others.
    pub kind: &'static str,
    /// Where it is below the home of the site: "chapter/3/".
    pub path: String,
    /// Plain text.
    pub title: String,
    /// What is on it, in a sentence, as plain text.
    pub says: String,
    /// The contents of the book beside the text, and of the page, if they stand there.
    pub side: String,
    /// What stands in `main`.
    pub text: String,
}

/// The links at the head of a page: kind of page, path, name.
const LINKS: [(&str, &str, &str); 6] = [
    ("home", "#contents", "Contents"),
    ("labs", "labs/", "Labs"),
    ("invariants", "invariants/", "Invariants"),
    ("evidence", "evidence/", "Evidence"),
    ("glossary", "glossary/", "Glossary"),
    ("works", "works/", "Bibliography"),
];

/// On these a lab is the first thing to be seen.
const LAB_FIRST: [&str; 2] = ["home", "play"];

/// The page that the build leaves, without anything on it.
pub(super) struct Shell<'a> {
    text: String,
    /// The same for pages that do not begin with a lab.
    light: String,
    site: &'a Site,
    stills: &'a Stills,
}

impl<'a> Shell<'a> {
    /// A shell for a site, with figures for its labs.
    pub(super) fn new(text: &str, site: &'a Site, stills: &'a Stills) -> Shell<'a> {
        let base = format!("data-base=\"{}\"", site.base);
        let text = text.replace("data-base=\"/\"", &base);
        Shell { light: styles::later(&text), text, site, stills }
    }

    /// The whole document.
    pub(super) fn document(&self, page: &Page) -> String {
        let text = if LAB_FIRST.contains(&page.kind) { &self.text } else { &self.light };
        let from = text.find("<title>").unwrap_or(0);
        let to = text.find("</title>").map_or(from, |at| at + "</title>".len());
        let (before, after) = (&text[..from], &text[to..]);
        let whole = format!("{before}{}{after}", head::of(page, self.site));
        let here = self.site.address("").unwrap_or_else(|| SOMEWHERE.into());
        let body = unbroken_html(&self.with_stills(&framed(page)).replace(HOME, &self.site.base));
        whole.replace(ROOM, &body.replace(HERE, &here))
    }

    /// Puts still figures where a text has room for them, and once what they refer to.
    fn with_stills(&self, body: &str) -> String {
        let (mut out, mut has_some) = (String::new(), false);
        for (nth, part) in body.split(STILL).enumerate() {
            // Every other part is the name of a stage, which is counted from 1 in texts.
            let named = (nth % 2 == 1).then(|| part.split_once('/')).flatten();
            let Some((id, stage)) = named else {
                out.push_str(part);
                continue;
            };
            let (stage, kind) = stage.split_once('/').unwrap_or((stage, ""));
            let stage = stage.parse::<usize>().ok().and_then(|stage| stage.checked_sub(1));
            let Some(figure) = stage.and_then(|stage| self.still(id, stage, kind)) else {
                continue;
            };
            // One that is there twice may not have the same ids twice.
            let figure = figure.replace("\"still-", &format!("\"still-{nth}-"));
            let figure = figure.replace(" still-", &format!(" still-{nth}-"));
            out.push_str(&format!("<div class=\"figurebox\" tabindex=\"0\">{figure}</div>"));
            has_some = true;
        }
        if has_some { out.replacen(DEFS, self.stills.defs(), 1) } else { out.replacen(DEFS, "", 1) }
    }

    /// The figure of a stage, with another one for phones; or what stands for a diagram.
    fn still(&self, id: &str, stage: usize, kind: &str) -> Option<String> {
        if !kind.is_empty() {
            return self.stills.diagram(id, stage, kind).map(ToOwned::to_owned);
        }
        let figure = self.stills.figure(id, stage).filter(|figure| !figure.is_empty())?;
        Some(format!("{}{figure}", self.narrow(id, stage).unwrap_or_default()))
    }

    /// The same figure for a phone: a picture that is fetched only where it is seen, and is
    /// described by the figure in whose place it stands.
    fn narrow(&self, id: &str, stage: usize) -> Option<String> {
        let mut all = self.stills.posters().iter();
        let poster = all.find(|one| one.scenario == id && one.stage == stage)?;
        let ([_, (width, height, _)], title) = (&poster.drawings, escape(&poster.title));
        let nth = stage + 1;
        Some(format!(
            "<img class=\"narrow\" src=\"{HOME}embed/posters/{id}-{nth}-narrow.svg\" alt=\"{title}\" \
             aria-describedby=\"still-{id}-{nth}-d\" width=\"{width}\" height=\"{height}\" \
             loading=\"lazy\" />"
        ))
    }
}

/// Where the definitions go that figures refer to.
const DEFS: &str = "<!-- defs -->";

/// What stands in the body. The lab that takes the whole page brings a head of its own.
fn framed(page: &Page) -> String {
    let Page { kind, side, text, .. } = page;
    let inside = match *kind {
        "play" => text.clone(),
        _ => format!(
            "{}{DEFS}<div class=\"spread\">{side}<main class=\"page\" id=\"text\" tabindex=\"-1\">{text}\
             </main></div>{}",
            header(kind),
            footer()
        ),
    };
    format!("<div id=\"page\" data-kind=\"{kind}\">{inside}</div><div id=\"over\"></div>")
}

/// The head of a page.
pub(super) fn header(kind: &str) -> String {
    let link = |(of, path, name): (&str, &str, &str)| {
        let current = if of == kind && of != "home" { " aria-current=\"page\"" } else { "" };
        format!("<li><a href=\"{HOME}{path}\"{current}>{name}</a></li>")
    };
    let links: String = LINKS.into_iter().map(link).collect();
    format!(
        "<a class=\"skip\" href=\"#text\">To the text</a><header class=\"site\">\
         <a class=\"home\" href=\"{HOME}\">Distributed Systems</a>\
         <nav class=\"sitenav\" aria-label=\"Site\"><details><summary>Menu</summary>\
         <ul>{links}</ul></details></nav><span data-slot=\"tools\"></span></header>"
    )
}

fn footer() -> String {
    let links = [
        ("models/", "Mental models"),
        ("incidents/", "Incidents"),
        ("search/", "Search"),
        ("print/", "For printing"),
        ("prepare/", "For teachers"),
        ("embed/guide/", "Embed"),
    ];
    let links = links.map(|(path, name)| format!("<a href=\"{HOME}{path}\">{name}</a>"));
    format!(
        "<footer class=\"foot\"><p>Code: MIT or Apache-2.0. Text: CC BY 4.0.</p>\
         <nav aria-label=\"More\">{}</nav></footer>",
        links.join(" ")
    )
}

/// Text as HTML.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
