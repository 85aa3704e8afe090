//! Starting a browser's driver: which program, which arguments, which capabilities.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::Command;
use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use super::process::Process;
use super::{Browser, Clock, Kind};
use crate::{paths, programs};

/// How long a driver may take until it listens.
const PATIENCE: Duration = Duration::from_secs(30);

/// Headless, as root, without a word to the outside.
const CHROMIUM: &[&str] = &[
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--force-device-scale-factor=1",
    "--window-size=1440,900",
];

/// What lets WebKitGTK run without a screen, a sandbox or a graphics card.
const WEBKIT: &[(&str, &str)] = &[
    ("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1"),
    ("WEBKIT_DISABLE_DMABUF_RENDERER", "1"),
    ("WEBKIT_DISABLE_COMPOSITING_MODE", "1"),
    ("LIBGL_ALWAYS_SOFTWARE", "1"),
];

/// A running driver program, from which browsers are opened.
pub struct Driver {
    kind: Kind,
    url: String,
    capabilities: Value,
    // Held for its end: the driver stops when this is dropped.
    _process: Process,
}

impl Driver {
    /// Starts the driver of `kind` on a free port and waits until it listens.
    pub fn start(kind: Kind) -> Result<Driver> {
        let port = free_port()?;
        let (mut command, capabilities) = match kind {
            Kind::Chromium => chromium(port)?,
            Kind::Firefox => firefox(port)?,
            Kind::Webkit => webkit(port)?,
        };
        let log = paths::root().join(format!("target/journeys/{}.log", kind.name()));
        let mut process = Process::start(&mut command, &log)?;
        let clock = Clock::start();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if !process.runs() || clock.passed() > PATIENCE {
                bail!("the driver of {} does not listen; see {}", kind.name(), log.display());
            }
            sleep(Duration::from_millis(50));
        }
        let url = format!("http://127.0.0.1:{port}");
        Ok(Driver { kind, url, capabilities, _process: process })
    }

    /// Opens a fresh browser: nothing stored, one empty window.
    pub fn browser(&self) -> Result<Browser> {
        Browser::connect(self.kind, &self.url, self.capabilities.clone())
    }
}

fn chromium(port: u16) -> Result<(Command, Value)> {
    let mut command = Command::new(needed(programs::find(&["chromedriver"]), "chromedriver")?);
    command.arg(format!("--port={port}"));
    let binary = needed(programs::chromium(), "chromium")?;
    let capabilities = json!({
        "browserName": "chrome",
        "goog:chromeOptions": { "binary": binary, "args": CHROMIUM },
        "goog:loggingPrefs": { "browser": "ALL" },
    });
    Ok((command, capabilities))
}

fn firefox(port: u16) -> Result<(Command, Value)> {
    let mut command = Command::new(needed(programs::find(&["geckodriver"]), "geckodriver")?);
    // Its second port is for Firefox: zero takes a free one.
    command.args(["--port", &port.to_string(), "--websocket-port", "0"]);
    let binary = needed(programs::firefox(), "firefox")?;
    let options = json!({
        "binary": binary,
        "args": ["-headless", "--width=1440", "--height=900"],
        "prefs": { "datareporting.policy.dataSubmissionEnabled": false },
    });
    Ok((command, json!({ "browserName": "firefox", "moz:firefoxOptions": options })))
}

fn webkit(port: u16) -> Result<(Command, Value)> {
    let mut command = Command::new(needed(programs::find(&["xvfb-run"]), "xvfb-run")?);
    command.args(["-a", "-s", "-screen 0 1600x1200x24", "dbus-run-session", "--"]);
    command.arg(needed(programs::find(&["WebKitWebDriver"]), "WebKitWebDriver")?);
    command.arg("--host=127.0.0.1").arg(format!("--port={port}"));
    command.envs(WEBKIT.iter().copied());
    let binary = needed(programs::mini_browser(), "MiniBrowser")?;
    let options = json!({ "binary": binary, "args": ["--automation"] });
    Ok((command, json!({ "webkitgtk:browserOptions": options })))
}

fn needed(program: Option<PathBuf>, name: &str) -> Result<PathBuf> {
    program.with_context(|| format!("{name} is not installed: run `cargo xtask setup`"))
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}
