//! What the engine's own benchmark says, where it is built.

use anyhow::{Context, Result};
use serde_json::Value;

use super::Line;
use crate::running::{cargo, quietly_with_output};

/// Runs `lab bench` and reads its budgets.
pub(super) fn measure() -> Result<Vec<Line>> {
    let build = ["build", "--quiet", "--release", "--package", "engine", "--bin", "lab"];
    quietly_with_output("build the engine's benchmark", &mut cargo(&build))?;
    let run = ["run", "--quiet", "--release", "--package", "engine", "--bin", "lab", "--", "bench"];
    let said = quietly_with_output("the engine's benchmark", &mut cargo(&run))?;
    read(&said)
}

pub(super) fn read(said: &str) -> Result<Vec<Line>> {
    let json = said.find('{').map_or(said, |start| &said[start..]);
    let report: Value = serde_json::from_str(json).context("a benchmark printed no JSON")?;
    let budgets = report["budgets"].as_array().context("a benchmark printed no budgets")?;
    Ok(budgets.iter().map(line).collect())
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
        let said =
            r#"{"budgets":[{"what":"seek","budget":5,"value":0.2,"unit":"ms","pass":true}]}"#;
        let lines = read(said).unwrap();
        assert_eq!((lines[0].budget.as_str(), lines[0].value.as_str()), ("5 ms", "0.2 ms"));
        assert!(lines[0].pass);
        assert!(read("nothing").is_err());
    }
}
