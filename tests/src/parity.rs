//! Native code against WebAssembly: the same program, compiled twice, must tell the same of runs.
//!
//! The program is the headless laboratory. `lab digest` plays runs and tells for each the link
//! that plays it again and the trace hash, into which every record of every step has gone.

use std::env;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::{paths, programs};

/// For what the laboratory is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Machine {
    /// This one, with assertions on.
    Native,
    /// WebAssembly, optimised as in the page, run by Node.js.
    Wasm,
}

impl Machine {
    /// What cargo is told.
    fn wish(self) -> &'static [&'static str] {
        match self {
            Machine::Native => &[],
            Machine::Wasm => &["--target", "wasm32-wasip1", "--profile", "web"],
        }
    }

    /// What the laboratory answers to these words.
    pub fn answer(self, words: &[&str]) -> Result<Value> {
        let mut cargo = Command::new(env::var("CARGO").unwrap_or_else(|_| "cargo".into()));
        cargo.args(["run", "--quiet", "--package", "engine", "--bin", "lab"]);
        cargo.args(self.wish()).arg("--").args(words).current_dir(paths::root());
        cargo.env("PATH", env::join_paths(programs::search_path())?);
        let said = cargo.output().context("cargo did not start")?;
        let why = String::from_utf8_lossy(&said.stderr);
        ensure!(said.status.success(), "lab {} on {self:?}: {}", words.join(" "), why.trim());
        serde_json::from_slice(&said.stdout).context("the laboratory printed no JSON")
    }
}

/// How many runs two digests agree on, or the first on which they do not.
pub fn agreement(native: &Value, wasm: &Value) -> Result<usize, String> {
    let runs = |digest: &Value| digest["runs"].as_array().cloned().unwrap_or_default();
    let (native, wasm) = (runs(native), runs(wasm));
    if native.is_empty() || native.len() != wasm.len() {
        return Err(format!("{} runs on one side, {} on the other", native.len(), wasm.len()));
    }
    match native.iter().zip(&wasm).find(|(native, wasm)| native != wasm) {
        Some((native, wasm)) => Err(format!("native: {native}\nwasm:   {wasm}")),
        None => Ok(native.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn digest(hashes: &[&str]) -> Value {
        let run = |hash: &&str| json!({"link": "L", "occurrences": 9, "trace_hash": hash});
        json!({"runs": hashes.iter().map(run).collect::<Vec<_>>()})
    }

    #[test]
    fn equal_digests_agree() {
        assert_eq!(agreement(&digest(&["a", "b"]), &digest(&["a", "b"])), Ok(2));
    }

    #[test]
    fn one_other_hash_is_found_and_shown() {
        let found = agreement(&digest(&["a", "b"]), &digest(&["a", "c"])).unwrap_err();
        assert!(found.contains("\"b\"") && found.contains("\"c\"") && !found.contains("\"a\""));
    }

    #[test]
    fn nothing_to_compare_is_no_agreement() {
        for other in [json!({}), digest(&[]), digest(&["a", "b"])] {
            assert!(agreement(&digest(&["a"]), &other).is_err());
        }
        assert!(agreement(&digest(&[]), &digest(&[])).is_err());
    }
}
