//! One lab as one file, which runs from a disk.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use ::tests::paths;
use anyhow::{Context, Result, anyhow, bail, ensure};
use app::host::{Given, Options};
use content::escape;
use serde_json::{Value, json};

use crate::arguments::Arguments;
use crate::embed::{FOLDER, file};

/// What of the run can be said.
const OPTIONS: [&str; 4] = ["run", "seed", "theme", "hide"];

/// Runs `cargo xtask export`.
pub fn command(words: &[String]) -> Result<()> {
    let names = ["--stage", "--run", "--seed", "--theme", "--hide", "--site", "--to"];
    let arguments = Arguments::read(words, &[], &names)?;
    let [scenario] = arguments.words.as_slice() else {
        bail!("which lab? `cargo xtask export ch03-raft-lease-read --stage 2`");
    };
    let stage = arguments.value("--stage").unwrap_or("1");
    let stage: usize =
        stage.parse().map_err(|_| anyhow!("--stage {stage} is no number; they go from 1"))?;
    let mut options = json!({ "scenario": scenario, "stage": stage });
    for name in OPTIONS {
        if let Some(value) = arguments.value(&format!("--{name}")) {
            options[name] = value.into();
        }
    }
    let site = arguments.value("--site").map(site).transpose()?;
    let text = text(&paths::dist(), scenario, stage, &options, site.as_deref())?;
    let to = arguments.value("--to").map(PathBuf::from);
    let to = to.unwrap_or_else(|| format!("{scenario}-{stage}.html").into());
    fs::write(&to, &text).with_context(|| format!("{} cannot be written", to.display()))?;
    println!("{} holds the lab, {} KB", to.display(), text.len() / 1000);
    Ok(())
}

/// The file of a lab, from a built site.
fn text(
    dist: &Path,
    scenario: &str,
    stage: usize,
    options: &Value,
    site: Option<&str>,
) -> Result<String> {
    let asked = asked(options).checked().map_err(|sentence| anyhow!(sentence))?;
    // A lab would do without what it cannot use; whoever makes a file of it can still mend it.
    ensure!(asked.odd().is_empty(), "{}", asked.odd().join(" "));
    let page = fs::read_to_string(dist.join(FOLDER).join(file::NAME));
    let page = page.context("the site is not built: run `cargo xtask build` first")?;
    let data = fs::read_to_string(dist.join("scenario").join(scenario).with_extension("json"));
    let data = data.map_err(|_| anyhow!("there is no lab {scenario} in the site"))?;
    let stem = dist.join(FOLDER).join("posters").join(format!("{scenario}-{stage}"));
    let poster = fs::read(stem.with_extension("svg"));
    let poster = poster.map_err(|_| anyhow!("the lab {scenario} has no stage {stage}"))?;
    let words: Value = serde_json::from_str(&fs::read_to_string(stem.with_extension("json"))?)?;
    let data: Value = serde_json::from_str(&data)?;
    let given = json!({ "site": site, "options": options, "data": data });
    let word = |from: &Value| escape(from.as_str().unwrap_or_default());
    let title = format!("{}: {}", word(&data["title"]), word(&data["stage"][stage - 1]["title"]));
    let parts = BTreeMap::from([
        ("title", title),
        ("picture", word(&words["title"])),
        ("text", word(&words["text"])),
        ("poster", file::base64(&poster)),
        ("given", given.to_string().replace('<', "\\u003c")),
    ]);
    Ok(file::filled(&page, &parts))
}

/// What is asked for, as a page would ask for it.
fn asked(options: &Value) -> Options {
    Options::read(|name| match &options[name] {
        Value::String(text) => Given::Text(text.clone()),
        Value::Number(number) => {
            Given::Number(number.as_f64().unwrap_or(f64::NAN), number.to_string())
        }
        Value::Null => Given::Nothing,
        _ => Given::Other,
    })
}

/// The address of a site, with a slash at its end.
fn site(given: &str) -> Result<String> {
    let rest = given.strip_prefix("https://").or_else(|| given.strip_prefix("http://"));
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "-._~/:".contains(letter);
    let is_plain = rest.is_some_and(|rest| !rest.is_empty() && rest.chars().all(plain));
    ensure!(is_plain, "--site {given} is no address such as https://book.example/some/path/");
    Ok(format!("{}/", given.trim_end_matches('/')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sites_end_in_a_slash() {
        assert_eq!(site("https://book.example/a").unwrap(), "https://book.example/a/");
        for wrong in ["book.example", "https://", "https://a/\"b", "file:///etc"] {
            assert!(site(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn what_cannot_be_a_run_is_one_sentence() {
        let says = |options: Value| {
            text(Path::new("nowhere"), "a", 1, &options, None).unwrap_err().to_string()
        };
        assert!(says(json!({ "scenario": "../a" })).contains("is not the name of a lab"));
        assert!(says(json!({ "scenario": "a", "theme": "pink" })).contains("no theme"));
        assert!(says(json!({ "scenario": "a" })).contains("the site is not built"));
    }
}
