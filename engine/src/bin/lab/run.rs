//! `lab run`: plays one run and tells what happened.
use super::{book, tell};
use engine::kernel::{Instant, Span, Unit};
use engine::scenario::{Run, Scenario, SettingRef, complain, parse_script};
use serde_json::Value;
use std::path::Path;

/// What the words ask for.
#[derive(Default)]
struct Wish {
    stage: Option<usize>,
    seed: Option<u64>,
    guards: Vec<(String, bool)>,
    settings: Vec<(String, String)>,
    script: Option<String>,
    until: Option<Instant>,
    trace: Option<String>,
}

/// Plays a run.
pub fn run(folder: &Path, words: &[String]) -> Result<Value, String> {
    let Wished { scenario, run, end, trace } = wished(folder, "run", words)?;
    let mut line = run.timeline(&scenario);
    line.run_until(end);
    if let Some(file) = &trace {
        let text = tell::trace(&scenario, &line);
        std::fs::write(file, text).map_err(|_| format!("the file `{file}` cannot be written"))?;
    }
    Ok(tell::run(&scenario, &run, &line))
}

/// A run that somebody wants to be played.
pub struct Wished {
    /// Of which scenario.
    pub scenario: Scenario,
    /// Which run of it.
    pub run: Run,
    /// How far.
    pub end: Instant,
    /// The file for its trace.
    pub trace: Option<String>,
}

/// What the words behind a verb ask for.
pub fn wished(folder: &Path, verb: &str, words: &[String]) -> Result<Wished, String> {
    let named = words.split_first();
    let (id, rest) = named.ok_or_else(|| format!("lab {verb} wants the name of a scenario"))?;
    let (_, scenario) = book::scenario(folder, id)?;
    let wish = wish(verb, rest)?;
    let (run, until) = prepared(&scenario, &wish)?;
    let end = wish.until.or(until).unwrap_or(Instant(0) + scenario.length);
    if end > Instant(0) + LONGEST {
        return Err(format!("a run of {end:.0} is longer than {LONGEST:.0}, the longest run"));
    }
    Ok(Wished { scenario, run, end, trace: wish.trace })
}

fn wish(verb: &str, words: &[String]) -> Result<Wish, String> {
    let mut wish = Wish::default();
    let mut words = words.iter();
    while let Some(word) = words.next() {
        let value = words.next().ok_or_else(|| format!("`{word}` wants a value"))?;
        let number = || format!("`{word}` wants a whole number, not `{value}`");
        let pair = |what: &str| {
            let split = value.split_once('=');
            split.ok_or_else(|| format!("`{word}` wants {what}, not `{value}`"))
        };
        match word.as_str() {
            "--stage" => wish.stage = Some(value.parse().map_err(|_| number())?),
            "--seed" => wish.seed = Some(value.parse().map_err(|_| number())?),
            "--guard" => match pair("NAME=on or NAME=off")? {
                (name, "on") => wish.guards.push((name.into(), true)),
                (name, "off") => wish.guards.push((name.into(), false)),
                _ => return Err(format!("`{word}` wants NAME=on or NAME=off, not `{value}`")),
            },
            "--set" => {
                let (name, setting) = pair("NAME=VALUE")?;
                wish.settings.push((name.into(), setting.into()));
            }
            "--script" => wish.script = Some(value.clone()),
            "--until" => wish.until = Some(instant(value)?),
            "--trace" => wish.trace = Some(value.clone()),
            _ => return Err(format!("lab {verb} knows no `{word}`; {}", super::USAGE)),
        }
    }
    Ok(wish)
}

fn instant(text: &str) -> Result<Instant, String> {
    let nanos = Unit::Span.parse(text)?;
    let nanos = u64::try_from(nanos).map_err(|_| format!("`{text}` is before the start"))?;
    Ok(Instant(nanos))
}

/// No run that a command plays is longer.
const LONGEST: Span = Span::secs(3_600);

/// The run that is wished: from a script, or from a stage; then what differs.
fn prepared(scenario: &Scenario, wish: &Wish) -> Result<(Run, Option<Instant>), String> {
    let (mut run, until) = match &wish.script {
        Some(_) if wish.stage.is_some() => return Err("a script names its stage itself".into()),
        Some(file) => {
            let text = std::fs::read_to_string(file);
            let text = text.map_err(|_| format!("the file `{file}` cannot be read"))?;
            parse_script(scenario, &text).map_err(|complaints| complain(file, &complaints))?
        }
        None => (Run::of_stage(scenario, stage(scenario, wish.stage.unwrap_or(1))?), None),
    };
    run.seed = wish.seed.unwrap_or(run.seed);
    for (name, on) in &wish.guards {
        run.change.guards.insert(guard(scenario, name)?, *on);
    }
    for (name, value) in &wish.settings {
        let setting = SettingRef::find(&scenario.cast, name);
        let setting = setting.ok_or_else(|| format!("there is no setting `{name}`"))?;
        run.change.settings.insert(name.clone(), setting.parse(value)?);
    }
    Ok((run, until))
}

/// The place of the stage of this number.
fn stage(scenario: &Scenario, number: usize) -> Result<usize, String> {
    let known = scenario.stages.len();
    let place = number.checked_sub(1).filter(|place| *place < known);
    place.ok_or_else(|| format!("there is no stage {number}; they are 1 to {known}"))
}

/// A guard by its full name, or by its own where only one service has it.
fn guard(scenario: &Scenario, name: &str) -> Result<String, String> {
    let all = scenario.cast.services.iter().flat_map(|info| {
        info.card.guards.iter().map(|guard| (format!("{}.{}", info.name, guard.name), guard.name))
    });
    let mut found = all.filter(|(full, own)| full == name || *own == name);
    match (found.next(), found.next()) {
        (Some((full, _)), None) => Ok(full),
        (None, _) => {
            let known = scenario.guards.iter().map(|(_, guard)| guard.name);
            let known: Vec<_> = known.collect();
            Err(format!("there is no guard `{name}`; there are {}", known.join(", ")))
        }
        _ => Err(format!("several services have a guard `{name}`; say whose: `SERVICE.{name}`")),
    }
}
