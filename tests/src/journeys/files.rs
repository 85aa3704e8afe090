//! Files that the page saves and files that it is given.

use anyhow::{Context, Result};
use serde_json::json;

use crate::driver::Browser;

/// What the page would save next is kept instead.
pub(super) fn catch(browser: &Browser) -> Result<()> {
    let script = "window.saved = null; const real = URL.createObjectURL; \
                  URL.createObjectURL = (blob) => { \
                    blob.text().then((text) => { window.saved = text; }); \
                    URL.createObjectURL = real; return 'data:,'; }; \
                  addEventListener('click', (event) => { \
                    if (event.target.download) event.preventDefault(); }, { capture: true });";
    browser.run(script, &[]).map(drop)
}

/// The text of what it would have saved.
pub(super) fn caught(browser: &Browser) -> Result<String> {
    browser.wait_true("window.saved")?;
    let saved = browser.run("return window.saved", &[])?;
    Ok(saved.as_str().context("the file has no text")?.to_owned())
}

/// Puts a file with a text into a field.
pub(super) fn give(browser: &Browser, field: &str, text: &str) -> Result<()> {
    let script = "const field = document.querySelector(arguments[0]); \
                  const all = new DataTransfer(); \
                  all.items.add(new File([arguments[1]], 'a.json')); field.files = all.files; \
                  field.dispatchEvent(new Event('change', { bubbles: true }));";
    browser.run(script, &[json!(field), json!(text)]).map(drop)
}
