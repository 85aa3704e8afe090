//! Random faults, each with its cure, all cured some time before the end.
use super::*;
use crate::faults::TargetKind;
use crate::kernel::{Draws, HostId, Purpose};
use crate::testing::{at, millis, on};
use crate::timeline::Act;

/// What a ring is built to bear.
pub(super) const WITHIN: [FaultKind; 12] = [
    FaultKind::Cut,
    FaultKind::CutOneway,
    FaultKind::PartialCut,
    FaultKind::Delay,
    FaultKind::Jitter,
    FaultKind::Loss,
    FaultKind::Dup,
    FaultKind::Reorder,
    FaultKind::Crash,
    FaultKind::Pause,
    FaultKind::Slow,
    FaultKind::DiskSlow,
];

/// What it is not.
pub(super) const BEYOND: [FaultKind; 6] = [
    FaultKind::CrashAmnesia,
    FaultKind::DiskLie,
    FaultKind::ClockDrift,
    FaultKind::ClockStep,
    FaultKind::ClockOffset,
    FaultKind::BoundLie,
];

/// A ring and two clients; only links to these fail, for a client that restarts begins anew.
const HOSTS: u16 = SERVERS + 2;
const SERVERS: u16 = 5;

/// So many faults in the first so many milliseconds.
pub(super) fn storm(seed: u64, kinds: &[FaultKind], faults: u64, until: u64) -> Vec<Act> {
    let mut draws = Draws::new(seed, Purpose::Swarm, 1);
    let mut acts = Vec::new();
    for _ in 0..faults {
        let kind = kinds[draws.below(kinds.len() as u64) as usize];
        let fault = strike(kind, &mut draws);
        let from = draws.between(200, until - 200);
        let to = draws.between(from + 1, (from + 2_000).min(until));
        acts.push(at(from, fault));
        acts.extend(cure(&fault).map(|cure| at(to, cure)));
    }
    let all: Vec<u16> = (0..SERVERS).collect();
    let cures = [
        heal(),
        on(FaultKind::Restart, &all),
        on(FaultKind::Resume, &all),
        on(FaultKind::Slow, &all).by(0),
        on(FaultKind::DiskSlow, &all).by(0),
    ];
    acts.extend(cures.map(|cure| Act { at: millis(until), fault: cure }));
    acts
}

fn strike(kind: FaultKind, draws: &mut Draws) -> Fault {
    let mut some = || (0..HOSTS).filter(|_| draws.below(2) == 0).map(HostId).collect();
    let (a, b): (HostSet, HostSet) = (some(), some());
    let one = HostSet::EMPTY.with(HostId(draws.below(SERVERS.into()) as u16));
    let target = match kind.card().target {
        TargetKind::Sides => match kind {
            FaultKind::Cut => Target::Sides(a, HostSet::first(HOSTS).minus(a)),
            _ => Target::Sides(a, b.minus(a)),
        },
        TargetKind::OneWay => Target::OneWay(a, b.minus(a)),
        TargetKind::Links => Target::All,
        _ => Target::Hosts(one),
    };
    let fault = Fault::new(kind, target);
    let amount = match fault.amount {
        0 => 0,
        most => draws.between(1, most.unsigned_abs()) as i64 * most.signum(),
    };
    fault.by(amount)
}

fn cure(fault: &Fault) -> Option<Fault> {
    match fault.kind {
        FaultKind::Slow | FaultKind::DiskSlow => Some(fault.by(0)),
        _ => fault.undone(),
    }
}
