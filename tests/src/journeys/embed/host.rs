//! Somebody else's page, from another origin than the book.

use std::fs;

use anyhow::Result;

use crate::journeys::Visit;
use crate::server::{Exchange, Server, Site};

/// As strict as a page can be that embeds labs: scripts, pictures and frames of the book, and
/// nothing else. The host's own script is there for the tests.
const STRICT: &str = "default-src 'none'; script-src 'self' http://127.0.0.1:*; \
    img-src http://127.0.0.1:*; frame-src http://127.0.0.1:*; base-uri 'none'; \
    require-trusted-types-for 'script'";

/// The same without pictures.
const NO_PICTURES: &str = "default-src 'none'; script-src 'self' http://127.0.0.1:*; \
    frame-src http://127.0.0.1:*; base-uri 'none'";

/// The same without frames.
const NO_FRAMES: &str = "default-src 'none'; script-src 'self' http://127.0.0.1:*; \
    img-src http://127.0.0.1:*; base-uri 'none'";

/// Counts slides as a deck of slides does, keeps what embeds tell, and counts who listens.
const SCRIPT: &str = "window.slides = 0; window.told = []; window.posts = []; window.ears = 0; \
    addEventListener('message', ({ data }) => window.posts.push(data)); \
    const ears = new Set(); \
    document.addEventListener('keydown', (event) => { \
      if (event.key === 'ArrowRight') window.slides += 1; }); \
    for (const type of ['ready', 'height', 'state', 'violation', 'failure', 'end']) { \
      document.addEventListener('dst-' + type, (event) => window.told.push([type, event.detail])); } \
    for (const [name, change] of [['addEventListener', 'add'], ['removeEventListener', 'delete']]) { \
      const real = window[name].bind(window); \
      window[name] = (type, ...rest) => { \
        if (type === 'message') { ears[change](rest[0]); window.ears = ears.size; } \
        return real(type, ...rest); }; }";

/// A host with one page.
pub(super) struct Host {
    server: Server,
}

impl Host {
    /// A host whose page embeds labs of a book, under a strict policy.
    pub(super) fn strict(name: &str, visit: &Visit, body: &str) -> Result<Host> {
        Host::start(name, visit, body, Some(STRICT))
    }

    /// A host without any policy.
    pub(super) fn lax(name: &str, visit: &Visit, body: &str) -> Result<Host> {
        Host::start(name, visit, body, None)
    }

    /// A host that keeps out what the strict policy allows by one directive.
    pub(super) fn without(name: &str, visit: &Visit, body: &str, what: &str) -> Result<Host> {
        let policy = match what {
            "img-src" => NO_PICTURES,
            _ => NO_FRAMES,
        };
        Host::start(name, visit, body, Some(policy))
    }

    fn start(name: &str, visit: &Visit, body: &str, policy: Option<&'static str>) -> Result<Host> {
        let (folder, book) = (visit.folder(name), &visit.server);
        fs::create_dir_all(&folder)?;
        let script = book.url("embed.js");
        let page = format!(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\" />\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\
             <title>A post</title><link rel=\"icon\" href=\"{}\" />\
             <script src=\"host.js\"></script><script async src=\"{script}\"></script></head>\
             <body><main><h1>A post about leases</h1>{body}</main></body></html>",
            book.url("icons/icon-192.png")
        );
        fs::write(folder.join("index.html"), page)?;
        fs::write(folder.join("host.js"), SCRIPT)?;
        let site = Site { policy, ..Site::new(folder) };
        Ok(Host { server: Server::start(site, 0)? })
    }

    /// Its page. The name makes it another site, not only another port.
    pub(super) fn url(&self) -> String {
        format!("http://localhost:{}/", self.server.port())
    }
}

/// What was asked of the book, the picture of the host's tab left out.
pub(super) fn asked(book: &Server) -> Vec<String> {
    let of_lab = |one: &Exchange| !one.target.contains("/icons/");
    book.log().into_iter().filter(of_lab).map(|one| one.target).collect()
}

/// An embed with a description of its own.
pub(super) fn embed(scenario: &str, stage: usize) -> String {
    format!(
        "<dst-lab scenario=\"{scenario}\" stage=\"{stage}\" label=\"A lab about {scenario}\">\
         What the picture shows.</dst-lab>"
    )
}
