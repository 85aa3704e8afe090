//! Random scripts: faults drawn from a model, each with its cure some time later.
use super::*;
use crate::kernel::{Draws, HostSet, MessageName, Purpose};

/// Faults, each with the most that is allowed of it.
pub type Model = &'static [(FaultKind, i64)];

const MS: i64 = 1_000_000;

/// What the mechanism is claimed to stand, its workers never standing still.
pub const WITHIN: Model = &[
    (FaultKind::Cut, 0),
    (FaultKind::CutOneway, 0),
    (FaultKind::Hold, 0),
    (FaultKind::Delay, 300 * MS),
    (FaultKind::Jitter, 300 * MS),
    (FaultKind::Loss, 200),
    (FaultKind::Dup, 300),
    (FaultKind::Reorder, 300),
    (FaultKind::MessageDelay, 5_000 * MS),
    (FaultKind::MessageDuplicate, 5_000 * MS),
    (FaultKind::Crash, 0),
    (FaultKind::Slow, 100 * MS),
    (FaultKind::ClockDrift, 50_000),
    (FaultKind::ClockStep, 5_000 * MS),
    (FaultKind::DiskSlow, 300 * MS),
    (FaultKind::OperatorAction, 0),
];

/// The same, and workers may stand still: nobody can look at a clock then, and no act either.
pub const WITH_PAUSES: Model = &[
    (FaultKind::Pause, 0),
    (FaultKind::Pause, 0),
    (FaultKind::Cut, 0),
    (FaultKind::Reorder, 300),
    (FaultKind::Crash, 0),
    (FaultKind::ClockDrift, 50_000),
    (FaultKind::OperatorAction, 0),
];

/// More than it stands.
pub const BEYOND: Model = &[
    (FaultKind::Cut, 0),
    (FaultKind::Hold, 0),
    (FaultKind::Reorder, 300),
    (FaultKind::Crash, 0),
    (FaultKind::Pause, 0),
    (FaultKind::ClockDrift, 700_000),
    (FaultKind::ClockDrift, 700_000),
    (FaultKind::ClockFreeze, 0),
    (FaultKind::ClockStep, 5_000 * MS),
    (FaultKind::CrashAmnesia, 0),
    (FaultKind::DiskLie, 1),
    (FaultKind::OperatorAction, 0),
];

/// Eight faults and their cures within so many milliseconds.
pub fn script(seed: u64, model: Model, length: u64) -> Vec<Act> {
    let mut draws = Draws::new(seed, Purpose::Swarm, 0);
    let mut acts = Vec::new();
    for _ in 0..8 {
        let (kind, most) = model[draws.below(model.len() as u64) as usize];
        let fault = Fault::new(kind, target(kind, &mut draws)).by(amount(kind, most, &mut draws));
        let from = draws.below(length * 3 / 4);
        acts.push(at(from, fault));
        let cured = from + draws.between(length / 50, length / 5);
        acts.extend(fault.undone().map(|cure| at(cured, cure)));
    }
    acts
}

fn target(kind: FaultKind, draws: &mut Draws) -> Target {
    let (servers, all) = (HostSet::first(5), HostSet::first(9));
    let one = servers.iter().nth(draws.below(5) as usize);
    let side = match draws.below(2) {
        0 => one.into_iter().collect(),
        _ => servers.iter().filter(|_| draws.below(2) == 0).collect(),
    };
    match kind {
        FaultKind::OperatorAction => Target::Node(node(2 + draws.below(3) as u16)),
        FaultKind::MessageDelay | FaultKind::MessageDuplicate => Target::Message(some(draws)),
        FaultKind::CutOneway => Target::OneWay(side, all.minus(side)),
        FaultKind::Cut | FaultKind::Hold | FaultKind::Delay => Target::Sides(side, all.minus(side)),
        FaultKind::Jitter | FaultKind::Loss | FaultKind::Dup | FaultKind::Reorder => Target::All,
        _ => Target::Hosts(one.into_iter().collect()),
    }
}

/// A message between a server and a worker, one way or the other.
fn some(draws: &mut Draws) -> MessageName {
    let (server, worker) = (draws.below(2) as u16, 2 + draws.below(3) as u16);
    let (from, to) = if draws.below(2) == 0 { (server, worker) } else { (worker, server) };
    MessageName { from: node(from), to: node(to), nth: draws.between(1, 60) as u32 }
}

/// Often the most that is allowed; either way round for what can be either way round.
fn amount(kind: FaultKind, most: i64, draws: &mut Draws) -> i64 {
    let size = match draws.below(3) {
        0 => most,
        _ => draws.between(0, most.unsigned_abs()).cast_signed(),
    };
    let signed = kind.card().param.is_some_and(|param| param.range.0 < 0);
    if signed && draws.below(2) == 0 { -size } else { size }
}
