//! What a single run answers: windows of its rows, operations of its clients.
use super::question::instant;
use super::{Found, Played};
use engine::kernel::Instant;
use engine::modes::{Believer, ClassId, Gap, Mode};
use engine::node::{Answer, Outcome};
use engine::scenario::Scenario;

/// What one run answers to the words of a question.
pub(super) fn ask(scenario: &Scenario, played: &Played, words: &[&str]) -> Option<Found> {
    match words {
        ["window", node, class, gap, what] => window(scenario, played, [node, class, gap, what]),
        ["row", node, class, side, mode, "after", time] => {
            row(scenario, played, [node, class, side, mode, time])
        }
        [what, client, nth] => operation(scenario, played, what, client, nth),
        _ => None,
    }
}

/// Whose row it is, and which.
pub(super) fn believer(
    scenario: &Scenario,
    node: &str,
    class: &str,
) -> Option<(Believer, ClassId)> {
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
    let after = instant(after)?;
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
