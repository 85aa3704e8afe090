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
use super::change::{guard_exists, guard_names, setting_names};
use super::parse::{instant, write_instant};
use super::{Cast, Complaint, Run, Scenario, SettingRef, parse_act, write_act};
use crate::kernel::Instant;
use crate::timeline::Script;

/// A run, and how far it is to be played.
pub type Played = (Run, Option<Instant>);

/// Reads a run of a scenario. All complaints at once, each with its line.
pub fn parse_script(scenario: &Scenario, text: &str) -> Result<Played, Vec<Complaint>> {
    let mut run = Run { scenario: scenario.id.clone(), seed: scenario.seed, ..Run::default() };
    let (mut acts, mut until, mut complaints) = (Vec::new(), None, Vec::new());
    for (number, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        let read = match word {
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
    if complaints.is_empty() { Ok((run, until)) } else { Err(complaints) }
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
            let value = setting(&scenario.cast, name, value)?;
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

/// The value of a setting, if there is such a setting and it may have this value.
pub(super) fn setting(cast: &Cast, name: &str, value: &str) -> Result<i64, String> {
    match SettingRef::find(cast, name) {
        Some(setting) => setting.parse(value),
        None => {
            let known = setting_names(cast).join(", ");
            Err(format!("there is no setting `{name}`; there are {known}"))
        }
    }
}

fn guard(cast: &Cast, name: &str, state: &str) -> Result<bool, String> {
    match (guard_exists(cast, name), state) {
        (true, "on") => Ok(true),
        (true, "off") => Ok(false),
        (true, _) => Err(format!("a guard is `on` or `off`, not `{state}`")),
        (false, _) => {
            let known = guard_names(cast).join(", ");
            Err(format!("there is no guard `{name}`; there are {known}"))
        }
    }
}

/// Writes a run so that [`parse_script`] reads it back.
pub fn write_script(scenario: &Scenario, run: &Run, until: Option<Instant>) -> String {
    let cast = &scenario.cast;
    let mut lines = vec![format!("scenario {}", run.scenario)];
    lines.push(format!("stage {}", run.stage + 1));
    lines.push(format!("seed {}", run.seed));
    for (name, value) in &run.change.settings {
        if let Some(setting) = SettingRef::find(cast, name) {
            lines.push(format!("set {name} {}", setting.card.unit.write(*value)));
        }
    }
    for (name, on) in &run.change.guards {
        lines.push(format!("guard {name} {}", if *on { "on" } else { "off" }));
    }
    lines.extend(run.script.acts().iter().map(|act| write_act(cast, act)));
    lines.extend(until.map(|at| format!("until {}", write_instant(at))));
    lines.join("\n") + "\n"
}
