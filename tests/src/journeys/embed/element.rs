//! What a test asks of an embed: it lies in a shadow, where selectors of the page do not reach.

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::driver::{Browser, Point};

/// The embeds of the page that is shown.
pub(super) struct Embeds<'a> {
    pub browser: &'a Browser,
}

impl Embeds<'_> {
    /// What an expression gives for an embed, counted from 0: `lab` is the element, `$` finds
    /// in it.
    pub(super) fn ask(&self, nth: usize, expression: &str) -> Result<Value> {
        let script = format!(
            "const lab = document.querySelectorAll('dst-lab')[arguments[0]]; \
             const $ = (of) => lab.shadowRoot.querySelector(of); return {expression};"
        );
        self.browser.run(&script, &[json!(nth)])
    }

    /// Waits until an expression is true of an embed.
    pub(super) fn wait(&self, nth: usize, expression: &str) -> Result<()> {
        self.browser.until(&format!("`{expression}` is true of embed {nth}"), || {
            let is_so = self.ask(nth, &format!("Boolean({expression})"))?;
            Ok((is_so == Value::Bool(true)).then_some(()))
        })
    }

    /// Waits until the picture of an embed is there.
    pub(super) fn wait_poster(&self, nth: usize) -> Result<()> {
        self.wait(nth, "lab.shadowRoot && $('img').complete && $('img').naturalWidth > 0")
    }

    /// The middle of what can be seen of something in an embed, scrolled into view.
    pub(super) fn middle(&self, nth: usize, selector: &str) -> Result<Point> {
        let expression = format!(
            "(() => {{ const e = $('{selector}'); \
             e.scrollIntoView({{ block: 'center', behavior: 'instant' }}); \
             const box = e.getBoundingClientRect(); \
             const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)]; \
             return [box.x + box.width / 2, (top + bottom) / 2]; }})()"
        );
        let at = self.ask(nth, &expression)?;
        let [x, y] = [0usize, 1].map(|part| at[part].as_f64().context("it has no place"));
        Ok(Point { x: x?, y: y? })
    }

    /// Clicks something in an embed.
    pub(super) fn click(&self, nth: usize, selector: &str) -> Result<()> {
        let at = self.middle(nth, selector)?;
        self.browser.click_at(at)
    }

    /// Waits until the host was told something of a type, and gives what came with it.
    pub(super) fn told(&self, kind: &str) -> Result<Value> {
        let found = format!("return (window.told.find(([type]) => type === '{kind}') || [])[1];");
        self.browser.until(&format!("the host is told of `{kind}`"), || {
            let detail = self.browser.run(&found, &[])?;
            Ok((!detail.is_null()).then_some(detail))
        })
    }
}
