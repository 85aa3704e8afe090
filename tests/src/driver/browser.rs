//! One browser under control: a WebDriver session, spoken to synchronously.

use std::future::Future;
use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context, Result, anyhow, bail};
use http::Method;
use serde_json::Value;
use thirtyfour::common::command::{Command, ExtensionCommand};
use thirtyfour::error::WebDriverResult;
use thirtyfour::{Capabilities, WebDriver};
use tokio::runtime::{Builder, Runtime};

use super::{Clock, Kind};

/// How long a page may take to come to a state that a journey waits for.
const PATIENCE: Duration = Duration::from_secs(15);

/// How long one WebDriver command may take.
const COMMAND: Duration = Duration::from_secs(60);

/// A browser with one window; it closes when dropped.
pub struct Browser {
    kind: Kind,
    runtime: Runtime,
    session: Option<WebDriver>,
}

impl Browser {
    /// Opens a session with the driver at `url`.
    pub(super) fn connect(kind: Kind, url: &str, capabilities: Value) -> Result<Browser> {
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let Value::Object(capabilities) = capabilities else { bail!("capabilities are a map") };
        let builder = WebDriver::builder(url, Capabilities::from(capabilities));
        let session = runtime
            .block_on(builder.request_timeout(COMMAND).connect())
            .with_context(|| format!("{} did not open", kind.name()))?;
        Ok(Browser { kind, runtime, session: Some(session) })
    }

    /// Which engine this is.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The session itself, for what has no method here.
    pub fn session(&self) -> Result<&WebDriver> {
        self.session.as_ref().ok_or_else(|| anyhow!("the browser is closed"))
    }

    /// Runs one asynchronous WebDriver call to its end.
    pub fn complete<T>(&self, call: impl Future<Output = WebDriverResult<T>>) -> Result<T> {
        Ok(self.runtime.block_on(call)?)
    }

    /// Runs a script in the page and returns what it returns.
    pub fn run(&self, script: &str, arguments: &[Value]) -> Result<Value> {
        let session = self.session()?;
        let answer = self.complete(session.execute(script, arguments.to_vec()))?;
        Ok(answer.json().clone())
    }

    /// Runs a script that calls its last argument when it is done.
    pub fn run_async(&self, script: &str, arguments: &[Value]) -> Result<Value> {
        let session = self.session()?;
        let answer = self.complete(session.execute_async(script, arguments.to_vec()))?;
        Ok(answer.json().clone())
    }

    /// Sends a WebDriver command that the library has no name for.
    pub fn post(&self, endpoint: &'static str, body: Value) -> Result<()> {
        let command = Command::ExtensionCommand(Box::new(Raw { endpoint, body }));
        self.complete(self.session()?.cmd(command)).map(drop)
    }

    /// Tries again until `check` says something, and gives up after 15 s with `what` was awaited.
    pub fn until<T>(&self, what: &str, check: impl Fn() -> Result<Option<T>>) -> Result<T> {
        let clock = Clock::start();
        loop {
            let last = match check() {
                Ok(Some(found)) => return Ok(found),
                Ok(None) => None,
                Err(error) => Some(error),
            };
            if clock.passed() > PATIENCE {
                let reason = last.map(|error| format!(": {error:#}")).unwrap_or_default();
                bail!("waited {} s in vain until {what}{reason}", PATIENCE.as_secs());
            }
            sleep(Duration::from_millis(30));
        }
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if let Some(session) = self.session.take() {
            // The driver's process is ended in any case.
            drop(self.runtime.block_on(session.quit()));
        }
    }
}

#[derive(Debug)]
struct Raw {
    endpoint: &'static str,
    body: Value,
}

impl ExtensionCommand for Raw {
    fn parameters_json(&self) -> Option<Value> {
        Some(self.body.clone())
    }

    fn method(&self) -> Method {
        Method::POST
    }

    fn endpoint(&self) -> std::sync::Arc<str> {
        self.endpoint.into()
    }
}
