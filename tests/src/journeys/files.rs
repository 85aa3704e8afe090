//! Files that the page saves and files that it is given.

use anyhow::{Context, Result};
use serde_json::json;

use crate::driver::Browser;

/// What the page would save next is kept instead, with the name that it would have.
pub(super) fn catch(browser: &Browser) -> Result<()> {
    let script = "window.saved = null; window.named = null; const real = URL.createObjectURL; \
                  URL.createObjectURL = (blob) => { window.saved = blob; \
                    URL.createObjectURL = real; return 'data:,'; }; \
                  HTMLAnchorElement.prototype.click = function () { window.named = this.download; };";
    browser.run(script, &[]).map(drop)
}

/// The text of what it would have saved.
pub(super) fn caught(browser: &Browser) -> Result<String> {
    browser.wait_true("window.saved")?;
    let script = "window.saved.text().then(arguments[arguments.length - 1]);";
    let saved = browser.run_async(script, &[])?;
    Ok(saved.as_str().context("the file has no text")?.to_owned())
}

/// The name of what it would have saved.
pub(super) fn name(browser: &Browser) -> Result<String> {
    browser.wait_true("window.named")?;
    let name = browser.run("return window.named", &[])?;
    Ok(name.as_str().context("the file has no name")?.to_owned())
}

/// Puts a file with a text into a field.
pub(super) fn give(browser: &Browser, field: &str, text: &str) -> Result<()> {
    let script = "const field = document.querySelector(arguments[0]); \
                  const all = new DataTransfer(); \
                  all.items.add(new File([arguments[1]], 'a.json')); field.files = all.files; \
                  field.dispatchEvent(new Event('change', { bubbles: true }));";
    browser.run(script, &[json!(field), json!(text)]).map(drop)
}
