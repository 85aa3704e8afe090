//! Looking at the page and clicking in it, by CSS selectors.

use anyhow::{Result, bail, ensure};
use serde_json::{Value, json};
use thirtyfour::{By, WebElement};

use super::Browser;

impl Browser {
    /// Goes to an address and waits until it has loaded.
    pub fn open(&self, url: &str) -> Result<()> {
        self.complete(self.session()?.goto(url))
    }

    /// Loads the page again.
    pub fn reload(&self) -> Result<()> {
        self.complete(self.session()?.refresh())
    }

    /// Goes one page back.
    pub fn back(&self) -> Result<()> {
        self.complete(self.session()?.back())
    }

    /// Goes one page forward.
    pub fn forward(&self) -> Result<()> {
        self.complete(self.session()?.forward())
    }

    /// The address shown.
    pub fn address(&self) -> Result<String> {
        Ok(self.complete(self.session()?.current_url())?.to_string())
    }

    /// The document's title.
    pub fn title(&self) -> Result<String> {
        self.complete(self.session()?.title())
    }

    /// Waits until something matches and is displayed, and returns the first such element.
    pub fn wait_for(&self, selector: &str) -> Result<WebElement> {
        self.until(&format!("`{selector}` is on the page"), || {
            for element in self.all(selector)? {
                if self.complete(element.is_displayed())? {
                    return Ok(Some(element));
                }
            }
            Ok(None)
        })
    }

    /// Waits until nothing matches.
    pub fn wait_gone(&self, selector: &str) -> Result<()> {
        self.until(&format!("`{selector}` is gone"), || {
            Ok(self.all(selector)?.is_empty().then_some(()))
        })
    }

    /// Waits until the first match contains `text`.
    pub fn wait_text(&self, selector: &str, text: &str) -> Result<()> {
        self.until(&format!("`{selector}` says “{text}”"), || {
            let Some(element) = self.all(selector)?.into_iter().next() else { return Ok(None) };
            let said = self.complete(element.text())?;
            if said.contains(text) { Ok(Some(())) } else { bail!("it says “{said}”") }
        })
    }

    /// The number that a JavaScript expression gives; not a number where it gives another thing.
    pub fn number(&self, expression: &str) -> Result<f64> {
        let found = self.run(&format!("return {expression};"), &[])?;
        Ok(found.as_f64().unwrap_or(f64::NAN))
    }

    /// Waits until a JavaScript expression is true.
    pub fn wait_true(&self, expression: &str) -> Result<()> {
        let script = format!("return Boolean({expression});");
        self.until(&format!("`{expression}` is true"), || {
            Ok((self.run(&script, &[])? == Value::Bool(true)).then_some(()))
        })
    }

    /// From now on selectors look into a frame of the page itself.
    ///
    /// A driver that enters before the frame has its page may stay in one that is gone: so it goes
    /// out and in again until the page of the frame answers.
    pub fn enter_frame(&self, selector: &str) -> Result<()> {
        self.enter_frame_of(&format!("document.querySelector({})", json!(selector)))
    }

    /// The same for the frame that an expression gives, wherever that is.
    pub fn enter_frame_of(&self, expression: &str) -> Result<()> {
        let find = format!("return {expression};");
        let script = "return location.protocol !== 'about:' && document.readyState === 'complete';";
        self.until(&format!("the page in `{expression}` answers"), || {
            self.leave_frame()?;
            let found = self.complete(self.session()?.execute(&find, Vec::new()))?;
            self.complete(found.element()?.enter_frame())?;
            Ok((self.run(script, &[])? == Value::Bool(true)).then_some(()))
        })
    }

    /// From now on they look into the page again.
    pub fn leave_frame(&self) -> Result<()> {
        self.complete(self.session()?.enter_default_frame())
    }

    /// Everything that matches now, displayed or not.
    pub fn all(&self, selector: &str) -> Result<Vec<WebElement>> {
        self.complete(self.session()?.find_all(By::Css(selector)))
    }

    /// How many elements match now.
    pub fn count(&self, selector: &str) -> Result<usize> {
        Ok(self.all(selector)?.len())
    }

    /// The text of the first match, as displayed.
    pub fn text(&self, selector: &str) -> Result<String> {
        let element = self.wait_for(selector)?;
        self.complete(element.text())
    }

    /// An attribute of the first match.
    pub fn attribute(&self, selector: &str, name: &str) -> Result<Option<String>> {
        let element = self.wait_for(selector)?;
        self.complete(element.attr(name))
    }

    /// Clicks the first match, as soon as it can be clicked.
    pub fn click(&self, selector: &str) -> Result<()> {
        self.until(&format!("`{selector}` can be clicked"), || {
            let element = self.wait_for(selector)?;
            self.complete(element.click()).map(Some)
        })
    }

    /// Types into the first match.
    pub fn type_into(&self, selector: &str, text: &str) -> Result<()> {
        let element = self.wait_for(selector)?;
        self.complete(element.send_keys(text))
    }

    /// Whether the first match, or something in it, has the focus.
    pub fn has_focus(&self, selector: &str) -> Result<bool> {
        let script = "const e = document.querySelector(arguments[0]); \
                      return !!e && e.contains(document.activeElement);";
        Ok(self.run(script, &[json!(selector)])? == Value::Bool(true))
    }

    /// What the browser wrote to its console, where the driver tells (Chromium).
    pub fn console(&self) -> Result<Vec<String>> {
        if self.kind() != super::Kind::Chromium {
            return Ok(Vec::new());
        }
        let entries = self.complete(self.session()?.browser_log())?;
        Ok(entries.into_iter().map(|entry| entry.message).collect())
    }

    /// Fails where the page's program has stopped: its guard says so in the page, whatever was
    /// written to the console.
    pub fn check_running(&self) -> Result<()> {
        let stopped = self.count(".trouble")? > 0;
        ensure!(!stopped, "the program has stopped: {:?}", self.console()?);
        Ok(())
    }
}
