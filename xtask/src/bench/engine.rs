//! What the engine's own benchmark says, where it is built.

use anyhow::{Context, Result};
use serde_json::Value;

use super::Line;
use crate::running::{cargo, quietly_with_output};

/// For this machine.
const NATIVE: &[&str] = &["--release"];
/// As the page gets it, run by Node.js.
const WASM: &[&str] = &["--target", "wasm32-wasip1", "--profile", "web"];

/// Runs `lab bench` natively and in WebAssembly, which is to be at least half as fast, and reads
/// the budgets of both.
pub(super) fn measure() -> Result<Vec<Line>> {
    let native = bench("natively", NATIVE, &[])?;
    let rate = half_the_rate(&native).context("the engine's benchmark told no rate")?;
    let wasm = bench("in WebAssembly", WASM, &["--rate", &rate])?;
    Ok([read(&native)?, read(&wasm)?].concat())
}

fn bench(how: &str, machine: &[&str], words: &[&str]) -> Result<String> {
    let lab = [&["--quiet", "--package", "engine", "--bin", "lab"], machine].concat();
    let build = [&["build"], &lab[..]].concat();
    quietly_with_output(&format!("build the engine's benchmark {how}"), &mut cargo(&build))?;
    let run = [&["run"], &lab[..], &["--", "bench"], words].concat();
    quietly_with_output(&format!("the engine's benchmark {how}"), &mut cargo(&run))
}

/// Half of the occurrences a second that a benchmark has measured.
fn half_the_rate(said: &str) -> Option<String> {
    let report = report(said).ok()?;
    let mut budgets = report["budgets"].as_array()?.iter();
    let rate = budgets.find(|budget| budget["unit"] == "/s")?["value"].as_f64()?;
    Some((rate / 2.0).to_string())
}

/// The budgets that a benchmark tells, and for which machine if it says so.
pub(super) fn read(said: &str) -> Result<Vec<Line>> {
    let report = report(said)?;
    let budgets = report["budgets"].as_array().context("a benchmark printed no budgets")?;
    let machine = report["machine"].as_str().map_or(String::new(), |name| format!("{name}: "));
    let lines = budgets.iter().map(line);
    Ok(lines.map(|line| Line { what: format!("{machine}{}", line.what), ..line }).collect())
}

fn report(said: &str) -> Result<Value> {
    let json = said.find('{').map_or(said, |start| &said[start..]);
    serde_json::from_str(json).context("a benchmark printed no JSON")
}

fn line(budget: &Value) -> Line {
    let text = |key: &str| match &budget[key] {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    };
    let with_unit = |key: &str| format!("{} {}", text(key), text("unit")).trim().to_owned();
    Line {
        what: text("what"),
        budget: with_unit("budget"),
        value: with_unit("value"),
        pass: budget["pass"].as_bool() == Some(true),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_the_lab_prints() {
        let said = r#"{"budgets":[{"what":"seek","budget":5,"value":0.2,"unit":"ms","pass":true}],
                       "machine":"wasm32"}"#;
        let lines = read(said).unwrap();
        assert_eq!((lines[0].budget.as_str(), lines[0].value.as_str()), ("5 ms", "0.2 ms"));
        assert_eq!(lines[0].what, "wasm32: seek");
        assert!(lines[0].pass);
        assert!(read("nothing").is_err());
    }

    #[test]
    fn webassembly_is_to_be_half_as_fast() {
        let said = r#"{"budgets":[{"what":"seek","value":0.2,"unit":"ms"},
                                  {"what":"occurrences","value":700001.0,"unit":"/s"}]}"#;
        assert_eq!(half_the_rate(said).as_deref(), Some("350000.5"));
        assert_eq!(half_the_rate(r#"{"budgets":[]}"#), None);
    }
}
