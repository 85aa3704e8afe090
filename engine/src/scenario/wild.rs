//! Random runs of any kind: whatever settings, guards and faults there are, in any order.
//!
//! Nothing is claimed about what they show. They are for what must be so in every run there can
//! be: that it is the same on every machine, and that a link carries it.
use super::change::{guard_names, setting_names};
use super::{Cast, Change, Run, Scenario, SettingRef};
use crate::faults::{Fault, FaultKind, Target, TargetKind};
use crate::kernel::{Draws, HostSet, Instant, MessageName, NodeId, Purpose};
use crate::timeline::{Act, Script};

/// So many faults befall one, at most.
const FAULTS_MOST: u64 = 24;
/// Messages are singled out among the first so many of a pair.
const MESSAGES: u64 = 60;
/// Some other lane of chance than that of the runs within a model.
const LANE: u64 = 1;

/// A random run of a scenario.
pub fn wild_run(scenario: &Scenario, seed: u64) -> Run {
    let mut draws = Draws::new(seed, Purpose::Swarm, LANE);
    let stage = draws.below(scenario.stages.len() as u64) as usize;
    let change = change(&scenario.cast, &mut draws);
    let acts: Vec<_> =
        (0..draws.between(1, FAULTS_MOST)).map(|_| act(scenario, &mut draws)).collect();
    Run { scenario: scenario.id.clone(), stage, seed, change, script: Script::new(acts) }
}

fn change(cast: &Cast, draws: &mut Draws) -> Change {
    let mut change = Change::default();
    for name in setting_names(cast) {
        if draws.below(4) == 0
            && let Some(setting) = SettingRef::find(cast, &name)
        {
            let (least, most) = setting.card.range;
            // Far from what is usual, little happens.
            let most = most.min(setting.card.default.saturating_mul(2).max(least + 1));
            change.settings.insert(name, within((least, most), draws));
        }
    }
    for name in guard_names(cast) {
        if draws.below(4) == 0 {
            change.guards.insert(name, draws.below(2) == 0);
        }
    }
    change
}

fn act(scenario: &Scenario, draws: &mut Draws) -> Act {
    let kind = FaultKind::ALL[draws.below(FaultKind::ALL.len() as u64) as usize];
    let target = target(&scenario.cast, kind.card().target, draws);
    let fault = Fault::new(kind, target);
    let at = Instant(draws.below(scenario.length.0));
    Act { at, fault: fault.by(amount(&scenario.cast, &fault, draws)) }
}

fn amount(cast: &Cast, fault: &Fault, draws: &mut Draws) -> i64 {
    let Some(param) = fault.kind.card().param else { return 0 };
    match (fault.target.node(), draws.below(3)) {
        (Some(node), _) => {
            let orders = cast.info(node.service).card.orders.len().max(1);
            draws.below(orders as u64).cast_signed()
        }
        (None, 0) => within(param.range, draws),
        (None, _) => param.default,
    }
}

fn within((least, most): (i64, i64), draws: &mut Draws) -> i64 {
    least.saturating_add_unsigned(draws.between(0, most.abs_diff(least)))
}

fn target(cast: &Cast, kind: TargetKind, draws: &mut Draws) -> Target {
    let all = HostSet::first(cast.hosts.len() as u16);
    let (a, b) = sides(all, draws);
    match (kind, draws.below(3)) {
        (TargetKind::Node, _) => Target::Node(any_node(cast, draws)),
        (TargetKind::Message, _) => {
            let (from, to) = (any_node(cast, draws), any_node(cast, draws));
            Target::Message(MessageName { from, to, nth: draws.between(1, MESSAGES) as u32 })
        }
        (TargetKind::Hosts, 0) => Target::Hosts(a),
        (TargetKind::Hosts, _) => Target::Hosts(one(all, draws)),
        (TargetKind::Links, 0) => Target::All,
        (TargetKind::OneWay, _) | (TargetKind::Links, 1) => Target::OneWay(a, b),
        (TargetKind::Sides | TargetKind::Links, _) => Target::Sides(a, b),
    }
}

/// One that takes orders, or sends and gets messages.
fn any_node(cast: &Cast, draws: &mut Draws) -> NodeId {
    let nth = draws.below(cast.nodes().count() as u64) as usize;
    cast.nodes().nth(nth).map(|(node, _)| node).unwrap_or_default()
}

fn one(of: HostSet, draws: &mut Draws) -> HostSet {
    let nth = draws.below(of.len().into()) as usize;
    of.iter().nth(nth).map_or(HostSet::EMPTY, |host| HostSet::EMPTY.with(host))
}

/// Two groups that have no host in common.
fn sides(all: HostSet, draws: &mut Draws) -> (HostSet, HostSet) {
    let a = one(all, draws);
    let b = one(all.minus(a), draws);
    let others = all.minus(a.or(b)).iter();
    others.fold((a, b), |(a, b), host| match draws.below(3) {
        0 => (a.with(host), b),
        1 => (a, b.with(host)),
        _ => (a, b),
    })
}
