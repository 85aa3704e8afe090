//! The size of the viewport, and what the reader's system prefers.

use anyhow::{Result, bail};
use serde_json::{Value, json};

use super::{Browser, Kind};

impl Browser {
    /// Makes the viewport this many CSS pixels wide and high.
    ///
    /// Exact in Chromium; elsewhere a window has its own smallest width, which may be larger.
    pub fn set_viewport(&self, width: u32, height: u32) -> Result<()> {
        if self.kind() == Kind::Chromium {
            let metrics = json!({
                "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false
            });
            return self.devtools("Emulation.setDeviceMetricsOverride", metrics).map(drop);
        }
        // The window has a frame of unknown size: ask, look, ask again.
        self.set_window(width, height)?;
        let (inner_width, inner_height) = self.viewport()?;
        let (frame_width, frame_height) =
            (width.saturating_sub(inner_width), height.saturating_sub(inner_height));
        if (frame_width, frame_height) != (0, 0) {
            self.set_window(width + frame_width, height + frame_height)?;
        }
        Ok(())
    }

    /// Width and height of the viewport in CSS pixels.
    pub fn viewport(&self) -> Result<(u32, u32)> {
        let size = self.run("return [innerWidth, innerHeight];", &[])?;
        let number = |at: usize| size[at].as_u64().and_then(|pixels| u32::try_from(pixels).ok());
        match (number(0), number(1)) {
            (Some(width), Some(height)) => Ok((width, height)),
            _ => bail!("the viewport has no size"),
        }
    }

    /// Sets what the reader's system prefers, as in `("prefers-color-scheme", "dark")`.
    ///
    /// Chromium only.
    pub fn prefer(&self, features: &[(&str, &str)]) -> Result<()> {
        let features: Vec<Value> =
            features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).map(drop)
    }

    /// Runs a script in every page from now on, before any script of its own.
    ///
    /// Chromium only.
    pub fn before_each_page(&self, script: &str) -> Result<()> {
        let wish = json!({ "source": script });
        self.devtools("Page.addScriptToEvaluateOnNewDocument", wish).map(drop)
    }

    /// Lets no page run a script of its own from now on.
    ///
    /// Chromium only.
    pub fn without_scripts(&self) -> Result<()> {
        self.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true })).map(drop)
    }

    /// Sends a command of the DevTools protocol. Chromium only.
    pub fn devtools(&self, method: &str, parameters: Value) -> Result<Value> {
        if self.kind() != Kind::Chromium {
            bail!("{} does not speak the DevTools protocol", self.kind().name());
        }
        self.complete(self.session()?.cdp().send_raw(method, parameters))
    }

    fn set_window(&self, width: u32, height: u32) -> Result<()> {
        self.complete(self.session()?.set_window_rect(0, 0, width, height))
    }
}
