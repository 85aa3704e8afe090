//! Numbers that runs make: the book says them, and the engine must agree.
use super::quantity::says_span;
use engine::checks::{Undertaking, undertakings};
use engine::kernel::{Instant, Span};
use engine::modes::{Believer, ClassId, Gap, Mode};
use engine::node::{Answer, Outcome};
use engine::scenario::{RawScenario, Run, Scenario, SettingRef};
use engine::timeline::Timeline;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// What a run answers.
#[derive(Clone, Debug)]
enum Found {
    /// An instant or a length, in nanoseconds.
    Time(u64),
    /// In words, as it is to be written.
    Words(String),
    /// A setting: which, and its value. It can be written in several units.
    Setting(SettingRef, i64),
}

/// A run, played to its end.
struct Played {
    line: Timeline,
    operations: Vec<Undertaking>,
}

/// The prepared runs of all stages; each is played when it is asked for the first time.
pub(crate) struct Runs<'a> {
    scenarios: &'a [(RawScenario, Scenario)],
    played: RefCell<BTreeMap<(String, usize), Rc<Played>>>,
}

impl<'a> Runs<'a> {
    /// None has been played yet.
    pub fn new(scenarios: &'a [(RawScenario, Scenario)]) -> Runs<'a> {
        Runs { scenarios, played: RefCell::default() }
    }

    /// Does the engine say what is written? Then the scenario and its stage, counted from 1.
    pub fn agree<'q>(&self, question: &'q str, text: &str) -> Result<(&'q str, usize), String> {
        let unclear = || format!("`{question}` asks nothing that a run answers");
        let mut parts = question.splitn(3, '/');
        let (id, stage) = (parts.next().ok_or_else(unclear)?, parts.next().ok_or_else(unclear)?);
        let rest = parts.next().ok_or_else(unclear)?.replace("%20", " ");
        let number: usize = stage.parse().map_err(|_| unclear())?;
        let found = self.scenarios.iter().find(|(raw, _)| raw.id == id);
        let Some((_, scenario)) =
            found.filter(|(_, known)| (1..=known.stages.len()).contains(&number))
        else {
            return Err(format!("there is no stage {stage} of a scenario `{id}`"));
        };
        let words: Vec<_> = rest.split('/').collect();
        let found = match words.as_slice() {
            ["setting", name] => setting(scenario, number, name),
            _ => self.ask(scenario, number, &words),
        };
        let found = found.ok_or_else(unclear)?;
        let agrees = match &found {
            Found::Time(nanos) => says_span(text, *nanos),
            Found::Words(words) => plain(text) == *words,
            Found::Setting(setting, value) => setting.parse(&plain(text)) == Ok(*value),
        };
        let run = match found {
            _ if agrees => return Ok((id, number)),
            Found::Time(nanos) => Span(nanos).to_string(),
            Found::Words(words) => words,
            Found::Setting(setting, value) => setting.card.unit.write(value),
        };
        Err(format!("the text says {text}, the run {run}"))
    }

    fn played(&self, scenario: &Scenario, stage: usize) -> Rc<Played> {
        let key = (scenario.id.clone(), stage);
        if let Some(known) = self.played.borrow().get(&key) {
            return known.clone();
        }
        let mut line = Run::of_stage(scenario, stage - 1).timeline(scenario);
        line.run_until(Instant(0) + scenario.length);
        let operations = undertakings(&line);
        let played = Rc::new(Played { line, operations });
        self.played.borrow_mut().insert(key, played.clone());
        played
    }

    fn ask(&self, scenario: &Scenario, stage: usize, words: &[&str]) -> Option<Found> {
        let played = self.played(scenario, stage);
        match words {
            ["window", node, class, gap, what] => {
                window(scenario, &played, [node, class, gap, what])
            }
            ["row", node, class, side, mode, "after", time] => {
                row(scenario, &played, [node, class, side, mode, time])
            }
            [what, client, nth] => operation(scenario, &played, what, client, nth),
            _ => None,
        }
    }
}

/// With plain spaces.
fn plain(text: &str) -> String {
    text.replace(['\u{2009}', '\u{a0}'], " ")
}

/// A setting as it stands in a stage.
fn setting(scenario: &Scenario, stage: usize, name: &str) -> Option<Found> {
    let setting = SettingRef::find(&scenario.cast, name)?;
    let change = &scenario.stages.get(stage - 1)?.change;
    let value = scenario.value(change, &setting);
    Some(Found::Setting(setting, value))
}

fn believer(scenario: &Scenario, node: &str, class: &str) -> Option<(Believer, ClassId)> {
    let (service, class) = scenario.cast.class(class)?;
    let full = format!("{}.{node}", scenario.cast.info(service).name);
    let node = scenario.cast.node(&full)?;
    Some((Believer::Node(node, class), class))
}

/// The longest window of a gap.
fn window(scenario: &Scenario, played: &Played, words: [&str; 4]) -> Option<Found> {
    let [node, class, gap, what] = words;
    let (who, _) = believer(scenario, node, class)?;
    let gaps = [Gap::Honest, Gap::Timid, Gap::Hopeful, Gap::Lying];
    let gap = gaps.into_iter().find(|known| known.name() == gap)?;
    let end = Instant(0) + scenario.length;
    let windows = played.line.windows(played.line.cursor());
    let mine = windows.iter().filter(|one| one.who == who && one.stance.gap == gap);
    let longest = mine.max_by_key(|one| one.length(end))?;
    Some(Found::Time(match what {
        "from" => longest.from.0,
        "to" => longest.until.unwrap_or(end).0,
        "length" => longest.length(end).0,
        _ => return None,
    }))
}

/// When a row first believes a mode, or is entitled to it, after an instant.
fn row(scenario: &Scenario, played: &Played, words: [&str; 5]) -> Option<Found> {
    let [node, class, side, mode, after] = words;
    let (who, class) = believer(scenario, node, class)?;
    let mode = Mode::ALL.into_iter().find(|known| known.name() == mode)?;
    let after = Instant(0) + Span(engine::kernel::Unit::Span.parse(after).ok()?.try_into().ok()?);
    let matrix = played.line.world().cluster(who.node().service).matrix().clone();
    let windows = played.line.windows(played.line.cursor());
    let stands = |contract: u8| matrix.contract(class, contract).mode == mode;
    let first = windows.iter().find(|one| {
        let contract = match side {
            "believed" => one.stance.believed,
            _ => one.stance.entitled,
        };
        one.who == who && one.from >= after && stands(contract)
    });
    Some(Found::Time(first?.from.0))
}

/// An operation of a client: when it was asked, when it was told, what it was told.
fn operation(
    scenario: &Scenario,
    played: &Played,
    what: &str,
    client: &str,
    nth: &str,
) -> Option<Found> {
    let (client, nth) = (scenario.cast.node(client)?, nth.parse::<u32>().ok()?);
    let mut all = played.operations.iter();
    let found = all.find(|one| one.request.op.client == client && one.request.op.nth == nth)?;
    let told = found.told.as_ref();
    Some(match what {
        "asked" => Found::Time(found.invoked.0),
        "told" => Found::Time(told?.at.0),
        "took" => Found::Time((told?.at - found.invoked).0),
        "value" => Found::Words(match &told?.outcome {
            Outcome::Ok(Answer::Value(Some(value))) => value.0.to_string(),
            Outcome::Ok(Answer::Siblings(values)) => {
                let values: Vec<_> = values.iter().map(|value| value.0.to_string()).collect();
                values.join(" and ")
            }
            _ => match found.request.call {
                engine::node::Call::Write(value) => value.0.to_string(),
                _ => return None,
            },
        }),
        _ => return None,
    })
}
