//! Does a run show it? Of the runs of many seeds these questions count those that do.
use super::one::believer;
use super::play_until;
use super::question::instant;
use engine::checks::Check;
use engine::kernel::{Instant, ServiceId};
use engine::modes::{Gap, Mode};
use engine::scenario::{Run, Scenario};

/// The questions that a run answers with yes or no.
pub(super) const KINDS: [&str; 3] = ["violated", "lies", "stands"];

/// What one run answers to the words of a question.
pub(super) fn shown(scenario: &Scenario, run: &Run, words: &[&str]) -> Option<bool> {
    let end = Instant(0) + scenario.length;
    match words {
        ["violated", check] => violated(scenario, run, check, end),
        ["violated", check, time] => violated(scenario, run, check, instant(time)?),
        ["lies", node, class] => {
            let (who, _) = believer(scenario, node, class)?;
            let line = play_until(scenario, run, end);
            let windows = line.windows(line.cursor());
            Some(windows.iter().any(|one| one.who == who && one.stance.gap == Gap::Lying))
        }
        ["stands", node, class, side, mode, time] => {
            stands(scenario, run, [node, class, side, mode], instant(time)?)
        }
        _ => None,
    }
}

fn violated(scenario: &Scenario, run: &Run, name: &str, until: Instant) -> Option<bool> {
    let (service, check) = check(scenario, name)?;
    Some(check.verdict(service, &play_until(scenario, run, until)).witness().is_some())
}

/// "register.linearizability".
fn check(scenario: &Scenario, name: &str) -> Option<(ServiceId, Check)> {
    let (service, check) = name.split_once('.')?;
    let check = Check::ALL.into_iter().find(|known| known.slug() == check)?;
    Some((scenario.cast.service(service)?, check))
}

/// Is a row in a mode at an instant, by what it believes or by what it is entitled to?
fn stands(scenario: &Scenario, run: &Run, row: [&str; 4], at: Instant) -> Option<bool> {
    let [node, class, side, mode] = row;
    let (who, class) = believer(scenario, node, class)?;
    let mode = Mode::ALL.into_iter().find(|known| known.name() == mode)?;
    let line = play_until(scenario, run, Instant(0) + scenario.length);
    let windows = line.windows(line.cursor());
    let holds = |until: Option<Instant>| until.is_none_or(|until| at < until);
    let mut mine = windows.iter().filter(|one| one.who == who && one.from <= at);
    // A node that makes no claim for the class has no window, and stands nowhere.
    let Some(now) = mine.find(|one| holds(one.until)) else { return Some(false) };
    let contract = match side {
        "believed" => now.stance.believed,
        "entitled" => now.stance.entitled,
        _ => return None,
    };
    let matrix = line.world().cluster(who.node().service).matrix();
    Some(matrix.contract(class, contract).mode == mode)
}
