//! Does a run fit a scenario? All that it names must exist, and every amount must be allowed.
//!
//! One rule for scripts and for links, so that neither can start what the other refuses.
use super::change::{guard_known, setting_known};
use super::parse::in_range;
use super::{Cast, Run, Scenario};
use crate::faults::{Fault, Target};
use crate::kernel::{HostSet, NodeId, Unit};

/// What of a run does not fit, in a few words.
pub(super) fn run_fits(scenario: &Scenario, run: &Run) -> Result<(), String> {
    let cast = &scenario.cast;
    if run.stage >= scenario.stages.len() {
        return Err(format!("there is no stage {}", run.stage.saturating_add(1)));
    }
    for (name, value) in &run.change.settings {
        setting_known(cast, name)?.takes(*value)?;
    }
    for (name, _) in &run.change.guards {
        guard_known(cast, name)?;
    }
    run.script.acts().iter().try_for_each(|act| fault_fits(cast, &act.fault))
}

/// What of a fault does not fit, in a few words.
pub(super) fn fault_fits(cast: &Cast, fault: &Fault) -> Result<(), String> {
    let card = fault.kind.card();
    let slug = card.slug;
    if !card.target.takes(&fault.target) {
        return Err(format!("`{slug}` does not strike such a target"));
    }
    target_fits(cast, &fault.target).map_err(|what| format!("`{slug}` {what}"))?;
    match (fault.target, card.param) {
        (Target::Node(node), _) => {
            let orders = cast.info(node.service).card.orders.len() as i64;
            in_range(fault.amount, (0, orders - 1), Unit::Count)
        }
        (_, Some(param)) => in_range(fault.amount, param.range, param.unit),
        (_, None) => in_range(fault.amount, (0, 0), Unit::Count),
    }
}

fn target_fits(cast: &Cast, target: &Target) -> Result<(), String> {
    let all = HostSet::first(cast.hosts.len() as u16);
    let named = |node: NodeId| cast.host_of(node).is_some();
    let (some, others, nodes) = match *target {
        Target::All => return Ok(()),
        Target::Hosts(hosts) => (hosts, None, true),
        Target::Sides(a, b) | Target::OneWay(a, b) => (a, Some(b), true),
        Target::Message(name) => (all, None, named(name.from) && named(name.to)),
        Target::Node(node) => (all, None, named(node)),
    };
    let both = others.map_or(HostSet::EMPTY, |others| some.and(others));
    match () {
        () if !nodes => Err("strikes a node that is not there".into()),
        () if some.is_empty() || others.is_some_and(HostSet::is_empty) => {
            Err("strikes no host".into())
        }
        () if !target.hosts().minus(all).is_empty() => {
            Err("strikes a host that is not there".into())
        }
        () if !both.is_empty() => Err("has a host on both sides".into()),
        () => Ok(()),
    }
}
