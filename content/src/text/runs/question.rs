//! A question to runs: which scenario and stage, what differs, which seeds, and what is asked.
use crate::book::staged;
use engine::kernel::{Instant, Span, Unit};
use engine::scenario::{Change, RawScenario, Run, Scenario, SettingRef, parse_act, write_act};
use engine::timeline::Script;

/// A question, taken apart.
pub(super) struct Question<'a, 'q> {
    pub scenario: &'a Scenario,
    pub id: &'q str,
    /// Counted from 1.
    pub stage: usize,
    /// The stage as it is prepared, with what differs.
    pub run: Run,
    /// The seeds, where it is about more than one run: first and last.
    pub seeds: Option<(u64, u64)>,
    /// What is asked.
    pub words: Vec<String>,
}

impl<'a, 'q> Question<'a, 'q> {
    /// Reads "SCENARIO/STAGE/with/a=b,c=d/no-cut-but/ACTS/seeds/1-40/…"; the error says what makes
    /// no sense.
    pub fn read(
        scenarios: &'a [(RawScenario, Scenario)],
        text: &'q str,
    ) -> Result<Question<'a, 'q>, String> {
        let unclear = || format!("`{text}` asks nothing that a run answers");
        let mut parts = text.splitn(3, '/');
        let (Some(id), Some(stage), Some(rest)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(unclear());
        };
        let number: usize = stage.parse().map_err(|_| unclear())?;
        let Some(scenario) = staged(scenarios, id, number) else {
            return Err(format!("there is no stage {stage} of a scenario `{id}`"));
        };
        let mut words: Vec<String> =
            rest.replace("%20", " ").split('/').map(str::to_owned).collect();
        let mut run = Run::of_stage(scenario, number - 1);
        if let Some(changes) = prefixed(&mut words, "with") {
            for change in changes.split(',') {
                run.change = changed(scenario, run.change, change)?;
            }
        }
        if let Some(acts) = prefixed(&mut words, "no-cut-but") {
            run.script = without_cut(scenario, &run.script, &acts)?;
        }
        let seeds = prefixed(&mut words, "seeds").map(|range| {
            let (first, last) = range.split_once('-')?;
            let seeds = (first.parse().ok()?, last.parse().ok()?);
            (seeds.0 <= seeds.1).then_some(seeds)
        });
        let seeds = match seeds {
            None => None,
            Some(range) => Some(range.ok_or_else(unclear)?),
        };
        Ok(Question { scenario, id, stage: number, run, seeds, words })
    }
}

/// Takes a word and what follows it off.
fn prefixed(words: &mut Vec<String>, word: &str) -> Option<String> {
    (words.len() > 2 && words[0] == word).then(|| words.drain(..2).nth(1)).flatten()
}

/// The acts of a stage without its cuts, and with others: "4 s delay n1 | n2 1 s;5 s crash n1".
fn without_cut(scenario: &Scenario, script: &Script, acts: &str) -> Result<Script, String> {
    let is_cut = |text: &str| text.contains(" cut ") || text.contains(" heal ");
    let kept = script.acts().iter().filter(|act| !is_cut(&write_act(&scenario.cast, act)));
    let mut all: Vec<_> = kept.copied().collect();
    for act in acts.split(';') {
        all.push(parse_act(&scenario.cast, act)?);
    }
    Ok(Script::new(all))
}

/// With one more setting or guard, "register.reads=lease" or "register.pre-vote=off".
fn changed(scenario: &Scenario, change: Change, text: &str) -> Result<Change, String> {
    let unknown = || format!("`{text}` changes no setting and no guard of the scenario");
    let (name, value) = text.split_once('=').ok_or_else(unknown)?;
    if let Some(setting) = SettingRef::find(&scenario.cast, name) {
        return Ok(change.set(name, setting.parse(value)?));
    }
    let (service, guard) = name.split_once('.').ok_or_else(unknown)?;
    let service = scenario.cast.service(service).ok_or_else(unknown)?;
    let guards = scenario.cast.info(service).card.guards;
    let is_on = match value {
        "on" => true,
        "off" => false,
        _ => return Err(unknown()),
    };
    match guards.iter().any(|card| card.name == guard) {
        true => Ok(change.guard(name, is_on)),
        false => Err(unknown()),
    }
}

/// "2.4 s" into a run.
pub(super) fn instant(text: &str) -> Option<Instant> {
    Some(Instant(0) + Span(Unit::Span.parse(text).ok()?.try_into().ok()?))
}
