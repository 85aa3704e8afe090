//! `lab open`: plays again what a page has saved or shared, and tells where it parts.
use super::{book, tell};
use engine::kernel::Instant;
use engine::scenario::{
    Fields, Landmark, Link, Parting, SAVED_LONGEST, Saved, Scenario, VERSION, decode, write_act,
};
use serde_json::{Value, json};
use std::path::Path;

/// What was read as JSON.
struct Json(Value);

impl Fields for Json {
    fn text(&self, name: &str) -> Option<String> {
        self.0.get(name)?.as_str().map(str::to_owned)
    }

    fn number(&self, name: &str) -> Option<f64> {
        self.0.get(name)?.as_f64()
    }

    fn texts(&self, name: &str) -> Option<Vec<String>> {
        let parts = self.0.get(name)?.as_array()?.iter();
        parts.map(|part| part.as_str().map(str::to_owned)).collect()
    }
}

/// Opens a file, an address or a code.
pub fn open(folder: &Path, words: &[String]) -> Result<Value, String> {
    let [word] = words else {
        return Err("lab open wants one file, one address, or the code of one link".into());
    };
    let text = if Path::new(word).exists() { contents(word)? } else { word.clone() };
    let (scenario, link, hash) = match text.trim_start().starts_with('{') {
        true => saved(folder, word, &text)?,
        false => shared(folder, text.trim())?,
    };
    let mut line = link.run.timeline(&scenario);
    let parting = link.parting(&scenario, &mut line);
    let played = line.trace().hash_at(line.trace().steps_until(link.marks.played));
    let same = parting.is_none() && hash.is_none_or(|hash| hash == played);
    if link.marks.played == Instant(0) {
        line.run_until(Instant(0) + scenario.length);
    }
    let mut told = tell::run(&scenario, &link.run, &line);
    told["made_by"] = json!(link.engine);
    told["engine_version"] = json!(VERSION);
    told["same"] = json!(same);
    told["parting"] = parting.map_or(Value::Null, |parting| parted(&scenario, &link, parting));
    Ok(told)
}

fn contents(file: &str) -> Result<String, String> {
    let unread = || format!("the file `{file}` cannot be read");
    let length = std::fs::metadata(file).map_err(|_| unread())?.len();
    if length > SAVED_LONGEST {
        return Err(format!(
            "the file `{file}` has {length} bytes; no honest run is longer than {SAVED_LONGEST}"
        ));
    }
    let bytes = std::fs::read(file).map_err(|_| unread())?;
    String::from_utf8(bytes).map_err(|_| format!("the file `{file}` is not text in UTF-8"))
}

type Opened = (Scenario, Link, Option<u64>);

fn saved(folder: &Path, file: &str, text: &str) -> Result<Opened, String> {
    let json = serde_json::from_str(text)
        .map_err(|what| format!("`{file}` is not JSON: {}", place(&what)))?;
    let said = |what: String| format!("in `{file}`: {what}");
    let saved = Saved::read(&Json(json)).map_err(said)?;
    let (_, scenario) = book::scenario(folder, &saved.scenario).map_err(said)?;
    let link = saved.link(&scenario).map_err(said)?;
    Ok((scenario, link, Some(saved.hash)))
}

/// Where a text stops being JSON.
fn place(what: &serde_json::Error) -> String {
    format!("line {}, column {}", what.line(), what.column())
}

fn shared(folder: &Path, text: &str) -> Result<Opened, String> {
    let code = text.split_once("run=").map_or(text, |(_, code)| code);
    let code = code.split(['&', '#']).next().unwrap_or_default();
    if code.contains(['.', '/', '\\', ' ']) {
        return Err(format!("there is no file `{text}`, and it is not the code of a link"));
    }
    let link = decode(code)?;
    let (_, scenario) = book::scenario(folder, &link.run.scenario)?;
    match link.misfit(&scenario) {
        Some(what) => Err(what),
        None => Ok((scenario, link, None)),
    }
}

/// Where the run that this engine makes of it first differs.
fn parted(scenario: &Scenario, link: &Link, parting: Parting) -> Value {
    let (at, act) = match parting.at {
        Landmark::Instant(at) => (at, Value::Null),
        Landmark::Act(nth) => match link.run.script.acts().get(nth) {
            Some(act) => {
                let told = json!({"nth": nth + 1, "is": write_act(&scenario.cast, act)});
                (act.at, told)
            }
            None => (link.marks.played, json!({"nth": nth + 1, "is": null})),
        },
    };
    json!({"same_until_ns": parting.same_until.0, "found_at_ns": at.0, "act": act})
}
