//! A run as a text: its header, a line for each act, and how far to play.
//!
//! ```text
//! scenario ch03-raft-lease-read
//! stage 2
//! seed 7
//! set register.reads read-index
//! guard register.pre-vote off
//! 1 s clock-drift n1 -550000 ppm
//! 2.4 s cut n1 n2 B | n3 n4 n5 A
//! until 8 s
//! ```
//! Lines that begin with `#` and empty lines say nothing. What is left out is as in the scenario.
use super::change::{guard_known, guard_of, setting_known};
use super::parse::{instant, write_instant};
use super::{Cast, Change, Complaint, Run, Scenario, SettingRef, parse_act, write_act};
use crate::kernel::{Instant, SortedSet};
use crate::timeline::Script;

/// A run, and how far it is to be played.
pub type Played = (Run, Option<Instant>);

/// Reads a run of a scenario. All complaints at once, each with its line.
pub fn parse_script(scenario: &Scenario, text: &str) -> Result<Played, Vec<Complaint>> {
    let mut run = Run { scenario: scenario.id.clone(), seed: scenario.seed, ..Run::default() };
    let (mut acts, mut until, mut complaints) = (Vec::new(), None, Vec::new());
    let mut said = SortedSet::new();
    for (number, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        let read = match word {
            _ if said_before(&mut said, word, rest) => Err(format!("`{line}` says it again")),
            "until" => instant(rest).map(|at| until = Some(at)),
            "scenario" | "stage" | "seed" | "set" | "guard" => {
                header(scenario, &mut run, word, rest.trim())
            }
            _ => parse_act(&scenario.cast, line).map(|act| acts.push(act)),
        };
        if let Err(what) = read {
            let line = Some(number + 1);
            let hint = "mend or remove the line".to_owned();
            complaints.push(Complaint { at: Vec::new(), line, what, hint });
        }
    }
    run.script = Script::new(acts);
    if let Some(stage) =
        scenario.stages.get(run.stage).filter(|_| said.contains(&"stage".to_owned()))
    {
        run.change = stage.change.with(&run.change);
    }
    if complaints.is_empty() { Ok((run, until)) } else { Err(complaints) }
}

/// Has another line said what only one may say?
fn said_before(said: &mut SortedSet<String>, word: &str, rest: &str) -> bool {
    let name = rest.split_whitespace().next().unwrap_or_default();
    match word {
        "until" | "scenario" | "stage" | "seed" => !said.insert(word.to_owned()),
        "set" | "guard" => !said.insert(format!("{word} {name}")),
        _ => false,
    }
}

fn header(scenario: &Scenario, run: &mut Run, word: &str, rest: &str) -> Result<(), String> {
    let number = |what: &str| format!("`{rest}` is not the number of a {what}");
    match word {
        "scenario" if rest == scenario.id => Ok(()),
        "scenario" => Err(format!("this is a script of `{rest}`, not of `{}`", scenario.id)),
        "stage" => {
            let stages = scenario.stages.len();
            let stage = rest.parse().ok().filter(|stage| (1..=stages).contains(stage));
            run.stage = stage.ok_or_else(|| number("stage"))? - 1;
            Ok(())
        }
        "seed" => rest.parse().map(|seed| run.seed = seed).map_err(|_| number("seed")),
        "set" => {
            let (name, value) = rest.split_once(' ').unwrap_or((rest, ""));
            let value = setting_known(&scenario.cast, name)?.parse(value)?;
            run.change.settings.insert(name.to_owned(), value);
            Ok(())
        }
        _ => {
            let (name, state) = rest.split_once(' ').unwrap_or((rest, ""));
            let on = guard(&scenario.cast, name, state.trim())?;
            run.change.guards.insert(name.to_owned(), on);
            Ok(())
        }
    }
}

fn guard(cast: &Cast, name: &str, state: &str) -> Result<bool, String> {
    guard_known(cast, name)?;
    match state {
        "on" => Ok(true),
        "off" => Ok(false),
        _ => Err(format!("a guard is `on` or `off`, not `{state}`")),
    }
}

/// Writes a run so that [`parse_script`] reads it back.
pub fn write_script(scenario: &Scenario, run: &Run, until: Option<Instant>) -> String {
    let cast = &scenario.cast;
    let mut lines = vec![format!("scenario {}", run.scenario)];
    lines.push(format!("stage {}", run.stage + 1));
    lines.push(format!("seed {}", run.seed));
    let change = restored(scenario, run).with(&run.change);
    for (name, value) in &change.settings {
        if let Some(setting) = SettingRef::find(cast, name) {
            lines.push(format!("set {name} {}", setting.card.unit.write(*value)));
        }
    }
    for (name, on) in &change.guards {
        lines.push(format!("guard {name} {}", if *on { "on" } else { "off" }));
    }
    lines.extend(run.script.acts().iter().map(|act| write_act(cast, act)));
    lines.extend(until.map(|at| format!("until {}", write_instant(at))));
    lines.join("\n") + "\n"
}

/// What the run's stage changes, set back to what the scenario's file says.
fn restored(scenario: &Scenario, run: &Run) -> Change {
    let (cast, file) = (&scenario.cast, Change::default());
    let mut change = Change::default();
    let Some(stage) = scenario.stages.get(run.stage) else { return change };
    for (name, _) in &stage.change.settings {
        if let Some(setting) = SettingRef::find(cast, name) {
            change.settings.insert(name.clone(), scenario.value(&file, &setting));
        }
    }
    for (name, _) in &stage.change.guards {
        if let Some((service, guard)) = guard_of(cast, name) {
            change.guards.insert(name.clone(), scenario.is_on(&file, service, guard));
        }
    }
    change
}
