//! `lab check`: is a history allowed?
use serde_json::Value;

/// Checks a file.
pub fn check(words: &[String]) -> Result<Value, String> {
    let [flag, object, file] = words else {
        return Err("lab check wants --object register|cas-register|key-value FILE.jsonl".into());
    };
    if flag != "--object" {
        return Err(format!("lab check wants --object first, not {flag}"));
    }
    let text = std::fs::read_to_string(file);
    let text = text.map_err(|_| format!("the file {file} cannot be read"))?;
    let _ = (object, text);
    Err("not yet".into())
}
