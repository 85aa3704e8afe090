//! Pages, written around the shell that the page's build leaves.
use crate::Book;
use engine::scenario::{RawScenario, Scenario};
use pulldown_cmark::{Options, Parser, html};
use std::fs;
use std::io;
use std::path::Path;

/// Where the shell has room for a page.
const ROOM: &str = "<!-- page -->";

/// Writes every page into a folder that holds the shell as `index.html`, for a site whose home is
/// at `base`.
pub fn write(book: &Book, folder: &Path, base: &str) -> io::Result<()> {
    let shell = fs::read_to_string(folder.join("index.html"))?;
    let shell = shell.replace("data-base=\"/\"", &format!("data-base=\"{base}\""));
    fs::create_dir_all(folder.join("scenario"))?;
    for (raw, scenario) in &book.scenarios {
        let json = serde_json::to_string(raw).map_err(io::Error::other)?;
        fs::write(folder.join("scenario").join(format!("{}.json", raw.id)), json)?;
        let page = folder.join("play").join(&raw.id);
        fs::create_dir_all(&page)?;
        fs::write(page.join("index.html"), play(&shell, raw, scenario, base))?;
    }
    fs::write(folder.join("index.html"), home(&shell, book, base))?;
    fs::write(folder.join("404.html"), unknown(&shell, base))
}

fn page(shell: &str, title: &str, description: &str, body: &str) -> String {
    let title = format!("<title>{}</title>", escape(title));
    let about = format!("{title}<meta name=\"description\" content=\"{}\" />", escape(description));
    let from = shell.find("<title>").unwrap_or(0);
    let to = shell.find("</title>").map_or(from, |at| at + "</title>".len());
    format!("{}{about}{}", &shell[..from], &shell[to..]).replace(ROOM, body)
}

fn home(shell: &str, book: &Book, base: &str) -> String {
    let mut text = String::new();
    html::push_html(&mut text, Parser::new_ext(&book.prologue, Options::ENABLE_SMART_PUNCTUATION));
    let entry = |(raw, _): &(RawScenario, Scenario)| {
        let (id, title, teaser) = (&raw.id, escape(&raw.title), escape(&raw.teaser));
        format!("<li><a href=\"{base}play/{id}/\">{title}</a><p>{teaser}</p></li>")
    };
    let labs: String = book.scenarios.iter().map(entry).collect();
    let body = format!("<main class=\"home\">{text}<ul class=\"labs\">{labs}</ul></main>");
    let title = "Distributed Systems: From Theory to Practice";
    page(shell, title, "A book that runs.", &body)
}

fn play(shell: &str, raw: &RawScenario, _: &Scenario, _: &str) -> String {
    let body = format!(
        "<noscript><main class=\"home\"><h1>{}</h1><p>{}</p></main></noscript>",
        escape(&raw.title),
        escape(&raw.description)
    );
    page(shell, &raw.title, &raw.teaser, &body)
}

fn unknown(shell: &str, base: &str) -> String {
    let body = format!(
        "<main class=\"home\"><h1>There is no such page</h1><p><a href=\"{base}\">Home</a></p></main>"
    );
    page(shell, "There is no such page", "", &body)
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
