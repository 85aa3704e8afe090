//! Random scripts: faults drawn from what a scenario allows, each with its cure some time later.
use super::Scenario;
use crate::faults::{Fault, FaultKind, Target};
use crate::kernel::{Draws, HostSet, Instant, Numbered, Purpose, Span};
use crate::timeline::{Act, Script};

/// So many faults befall a random run.
const FAULTS: u64 = 8;

/// A random script within the declared model.
pub fn within_model(scenario: &Scenario, seed: u64) -> Script {
    script(scenario, &scenario.model.faults, seed)
}

/// A random script that also goes beyond it.
pub fn beyond_model(scenario: &Scenario, seed: u64) -> Script {
    let faults: Vec<_> =
        scenario.model.faults.iter().chain(&scenario.model.beyond).copied().collect();
    script(scenario, &faults, seed)
}

fn script(scenario: &Scenario, palette: &[Fault], seed: u64) -> Script {
    let mut draws = Draws::new(seed, Purpose::Swarm, 0);
    let mut acts = Vec::new();
    for _ in 0..FAULTS {
        if palette.is_empty() {
            break;
        }
        let most = palette[draws.below(palette.len() as u64) as usize];
        let fault = Fault { target: target(scenario, &most, &mut draws), ..most };
        let fault = fault.by(amount(&most, &mut draws));
        let at = Instant(draws.below(scenario.length.0 * 3 / 4));
        let cured = at + Span(draws.between(scenario.length.0 / 50, scenario.length.0 / 4));
        acts.push(Act { at: whole(at), fault });
        acts.extend(fault.undone().map(|cure| Act { at: whole(cured), fault: cure }));
    }
    Script::new(acts)
}

/// Whole milliseconds read better, and a script survives being written down.
fn whole(at: Instant) -> Instant {
    Instant(at.0 / 1_000_000 * 1_000_000)
}

/// Anything from nothing to the most that is allowed, and often just that; either way round for
/// what can be either way round.
fn amount(most: &Fault, draws: &mut Draws) -> i64 {
    let Some(param) = most.kind.card().param else { return 0 };
    let most_of = most.amount.unsigned_abs();
    let size = match draws.below(3) {
        0 => most_of,
        _ => draws.between(0, most_of),
    };
    let size = size.cast_signed();
    match param.range.0 < 0 && draws.below(2) == 0 {
        true => -size,
        false => size,
    }
}

/// Some hosts for a fault that the model allows for any.
fn target(scenario: &Scenario, most: &Fault, draws: &mut Draws) -> Target {
    let all = HostSet::first(scenario.cast.hosts.len() as u16);
    let servers: HostSet =
        all.iter().filter(|host| !scenario.cast.hosts[host.index()].is_client).collect();
    let one = |set: HostSet, draws: &mut Draws| {
        let nth = draws.below(set.len().into()) as usize;
        set.iter().nth(nth).map_or(HostSet::EMPTY, |host| HostSet::EMPTY.with(host))
    };
    let some = |set: HostSet, draws: &mut Draws| match draws.below(2) {
        0 => one(set, draws),
        _ => set.iter().filter(|host| draws.below(2) == 0 && host.number() < 64).collect(),
    };
    match most.target {
        Target::All | Target::Message(_) | Target::Node(_) => most.target,
        Target::Hosts(_) => Target::Hosts(one(servers, draws)),
        Target::Sides(..) | Target::OneWay(..) => {
            let side = some(all, draws);
            let rest = all.minus(side);
            let rest = if most.kind == FaultKind::PartialCut { some(rest, draws) } else { rest };
            match most.target {
                Target::OneWay(..) => Target::OneWay(side, rest),
                _ => Target::Sides(side, rest),
            }
        }
    }
}
