//! What axe-core, injected into the page, has to say about it.

use std::fmt;
use std::fs;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use super::Browser;
use crate::paths;

/// WCAG 2.2 A and AA, and what is good practice besides.
const TAGS: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const SCRIPT: &str = "
    const done = arguments[arguments.length - 1];
    axe.run(arguments[1], { runOnly: arguments[0], resultTypes: ['violations'] })
       .then((result) => done(result.violations), (error) => done(String(error)));";

/// A rule of axe-core that the page breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    /// The rule's name.
    pub rule: String,
    /// What it asks for.
    pub help: String,
    /// Selectors of the elements that break it.
    pub elements: Vec<String>,
}

impl fmt::Display for Complaint {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{} ({}): {}", self.rule, self.help, self.elements.join(", "))
    }
}

impl Browser {
    /// All rules that the page breaks as it is now, in what a selector finds.
    pub fn complaints(&self, within: &str) -> Result<Vec<Complaint>> {
        let file = paths::tools().join("node_modules/axe-core/axe.min.js");
        let axe = fs::read_to_string(&file)
            .with_context(|| "axe-core is not installed: run `cargo xtask setup`")?;
        self.run(&axe, &[])?;
        match self.run_async(SCRIPT, &[json!(TAGS), json!(within)])? {
            Value::Array(violations) => Ok(violations.iter().map(complaint).collect()),
            other => bail!("axe-core failed: {other}"),
        }
    }

    /// Fails where the page breaks a rule, and says which and where.
    pub fn check_accessible(&self) -> Result<()> {
        self.check_accessible_in("html")
    }

    /// Fails where what a selector finds breaks a rule.
    pub fn check_accessible_in(&self, within: &str) -> Result<()> {
        let complaints = self.complaints(within)?;
        if complaints.is_empty() {
            return Ok(());
        }
        let lines: Vec<String> = complaints.iter().map(Complaint::to_string).collect();
        bail!("not accessible:\n  {}", lines.join("\n  "))
    }
}

fn complaint(violation: &Value) -> Complaint {
    let text = |key: &str| violation[key].as_str().unwrap_or_default().to_owned();
    let nodes = violation["nodes"].as_array().into_iter().flatten();
    let elements = nodes.map(|node| node["target"].to_string()).collect();
    Complaint { rule: text("id"), help: text("help"), elements }
}
