//! `lab check`: whether a history is allowed.
use engine::consistency::jsonl;
use serde_json::Value;

/// Checks a file.
pub fn check(words: &[String]) -> Result<Value, String> {
    let [flag, object, file] = words else {
        return Err("lab check wants --object register|cas-register|key-value FILE.jsonl".into());
    };
    if flag != "--object" {
        return Err(format!("lab check wants --object first, not `{flag}`"));
    }
    let text = std::fs::read_to_string(file);
    let text = text.map_err(|_| format!("the file `{file}` cannot be read"))?;
    let report = jsonl::check(object, &text)?;
    serde_json::to_value(report).map_err(|error| format!("the report cannot be told: {error}"))
}
