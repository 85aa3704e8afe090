//! Stages and assertions.
use super::super::at::At;
use super::super::parse::{instant, span};
use super::super::raw::{RawAha, RawExpect, RawStage};
use super::super::{Aha, Change, Choice, Expectation, RawScenario, Scenario, Stage, parse_act};
use super::{Complaints, change, check_of, class};
use crate::kernel::{Instant, NodeId, Span};
use crate::modes::{ClassId, Gap, Mode};
use crate::timeline::Script;

pub(super) fn stages(raw: &RawScenario, scenario: &Scenario, to: &mut Complaints) -> Vec<Stage> {
    if raw.stages.is_empty() {
        to.add(At::FILE.key("stage"), || "there is no stage".into(), "write at least one");
    }
    let (stages, at) = (raw.stages.iter().enumerate(), At::FILE.key("stage"));
    stages.map(|(place, raw)| stage(at.nth(place), raw, scenario, to)).collect()
}

fn stage(at: At, raw: &RawStage, scenario: &Scenario, to: &mut Complaints) -> Stage {
    let choice = |choice: &super::super::raw::RawChoice| Choice {
        text: choice.text.clone(),
        right: choice.right,
        why: choice.why.clone(),
    };
    let right = raw.choices.iter().filter(|choice| choice.right).count();
    if raw.choices.len() < 2 || right != 1 {
        let what = || format!("{right} of {} choices are right", raw.choices.len());
        to.add(at, what, "give two or more, and let one be right");
    }
    let end = Instant(0) + scenario.length;
    let mut moment = |key: &str, text: &str| {
        let read = instant(text).and_then(|found| match found <= end {
            true => Ok(found),
            false => Err(format!("`{text}` is after the end of the run")),
        });
        to.or(at.key(key), read, "give a time within the run", Instant(0))
    };
    let from = raw.from.as_ref().map_or(Instant(0), |from| moment("from", from));
    let look = moment("look", &raw.look);
    Stage {
        title: raw.title.clone(),
        headline: raw.headline.clone(),
        question: raw.question.clone(),
        choices: raw.choices.iter().map(choice).collect(),
        reveal: raw.reveal.clone(),
        notes: raw.notes.clone(),
        minutes: raw.minutes,
        script: script(at, raw, scenario, to),
        change: change(at, &raw.set, &raw.guards_off, scenario, to),
        from,
        look,
        expects: if cfg!(feature = "text") { expects(at, raw, scenario, to) } else { Vec::new() },
    }
}

fn script(at: At, raw: &RawStage, scenario: &Scenario, to: &mut Complaints) -> Script {
    let act = |(place, line): (usize, &String)| {
        let hint = "write such as `2.4 s cut n1 n2 | n3 n4 n5`";
        let read = parse_act(&scenario.cast, line);
        read.map_err(|what| to.add(at.key("script").nth(place), || what, hint)).ok()
    };
    Script::new(raw.script.iter().enumerate().filter_map(act))
}

fn expects(at: At, raw: &RawStage, scenario: &Scenario, to: &mut Complaints) -> Vec<Expectation> {
    let expect = |(place, raw): (usize, &RawExpect)| {
        let at = at.key("expect").nth(place);
        let before = to.count();
        let found = expect(at, raw, scenario, to);
        if found.is_none() && to.count() == before {
            let hint =
                "give check and verdict; row and gap and at-least; or row, believed, entitled";
            to.add(at, || "nothing definite is expected".into(), hint);
        }
        found
    };
    raw.expects.iter().enumerate().filter_map(expect).collect()
}

fn expect(
    at: At,
    raw: &RawExpect,
    scenario: &Scenario,
    to: &mut Complaints,
) -> Option<Expectation> {
    if let Some(name) = &raw.check {
        let (service, check) = check_of(at, name, scenario, to)?;
        let words = ["holds", "violated", "unknown"];
        let word = words.into_iter().find(|word| Some(*word) == raw.verdict.as_deref())?;
        return Some(Expectation::Verdict(service, check, word));
    }
    let (node, class) = row(at, raw.row.as_ref()?, scenario, to)?;
    if let Some(gap) = &raw.gap {
        let gaps = [Gap::Honest, Gap::Timid, Gap::Hopeful, Gap::Lying];
        let gap = gaps.into_iter().find(|known| known.name() == gap)?;
        let least = raw.at_least.as_ref().map_or(Ok(Span(1)), |text| span(text)).ok()?;
        return Some(Expectation::Window(node, class, gap, least));
    }
    let mode = |text: &Option<String>| match text.as_deref() {
        Some("nothing") => Some(None),
        Some(name) => Mode::ALL.into_iter().find(|mode| mode.name() == name).map(Some),
        None => None,
    };
    let end = Instant(0) + scenario.length;
    let when = raw.at.as_ref().map_or(Ok(end), |text| instant(text)).ok()?;
    Some(Expectation::Modes(node, class, mode(&raw.believed)?, mode(&raw.entitled)?, when))
}

/// "n1 register.reads".
fn row(at: At, text: &str, scenario: &Scenario, to: &mut Complaints) -> Option<(NodeId, ClassId)> {
    let (node, name) = text.split_once(' ')?;
    let (service, class) = class(at, name, scenario, to)?;
    let service = &scenario.cast.info(service).name;
    let found = scenario.cast.node(&format!("{service}.{node}"));
    if found.is_none() {
        let what = || format!("`{service}` has no node `{node}`");
        to.add(at, what, "write a node and a class: `n1 register.reads`");
    }
    Some((found?, class))
}

pub(super) fn ahas(raw: &RawScenario, scenario: &Scenario, to: &mut Complaints) -> Vec<Aha> {
    // The page does not get what is asserted, and has no feature `text`.
    if !cfg!(feature = "text") {
        return Vec::new();
    }
    if raw.ahas.is_empty() {
        let hint = "say what breaks, and what mends it";
        to.add(At::FILE.key("aha"), || "the scenario asserts nothing".into(), hint);
    }
    let aha = |(place, raw): (usize, &RawAha)| {
        let at = At::FILE.key("aha").nth(place);
        let check = check_of(at, &raw.check, scenario, to)?;
        if !(1..=scenario.stages.len()).contains(&raw.stage) {
            let what = || format!("there is no stage {}", raw.stage);
            to.add(at, what, "stages count from 1");
        }
        let mut of = |key: &str, change: &super::super::raw::RawChange| -> Change {
            super::change(at.key(key), &change.set, &change.guards_off, scenario, to)
        };
        let (broken, mended) = (of("broken", &raw.broken), of("mended", &raw.mended));
        let stage = raw.stage.saturating_sub(1);
        let says = raw.says.clone();
        Some(Aha { says, stage, check, broken, mended, seeds: raw.seeds })
    };
    raw.ahas.iter().enumerate().filter_map(aha).collect()
}
