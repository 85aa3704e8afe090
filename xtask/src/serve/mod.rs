//! The site on 127.0.0.1, built again and shown again when a file changes.

mod watch;

use std::io::ErrorKind;
use std::sync::Arc;
use std::thread;

use ::tests::paths;
use ::tests::server::{Reload, Server, Site};
use anyhow::{Context, Result, bail};

use crate::arguments::Arguments;
use crate::build;
use crate::running::program;
use crate::setup::{self, Purpose};

/// Runs `cargo xtask serve`.
pub fn command(words: &[String]) -> Result<()> {
    let arguments = Arguments::read(words, &["--open", "--watch"], &["--port"])?;
    arguments.no_words()?;
    let port = arguments.value("--port").unwrap_or("8080");
    let port = port.parse().with_context(|| format!("--port {port} is not a port"))?;
    let reload = arguments.has("--watch").then(|| Arc::new(Reload::default()));
    // First of all: who waits for a build should not learn then that the port is taken.
    let server = start(port, reload.clone())?;
    setup::run(Purpose::Serve)?;
    build::run("/", &paths::dist())?;
    println!("serving on {} (end it with Ctrl-C)", server.url("/"));
    if arguments.has("--open") {
        open(&server.url("/"));
    }
    match reload {
        Some(reload) => watch::forever(&reload),
        None => loop {
            thread::park();
        },
    }
}

fn start(port: u16, reload: Option<Arc<Reload>>) -> Result<Server> {
    let site = Site { reload, ..Site::new(paths::dist()) };
    match Server::start(site, port) {
        Err(error) if error.kind() == ErrorKind::AddrInUse => {
            bail!("port {port} is taken; try `cargo xtask serve --port {}`", port.wrapping_add(1))
        }
        started => Ok(started?),
    }
}

/// Shows the address in the system's browser, or says that this did not work.
fn open(url: &str) {
    let (name, before): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("cmd", &["/C", "start"])
    } else {
        ("xdg-open", &[])
    };
    if program(name, before).arg(url).spawn().is_err() {
        println!("{name} is not installed: open the address yourself");
    }
}
