//! From a checked scenario to the plan of a world.
use super::{Change, Scenario};
use crate::kernel::{HostId, Latency, ServiceId, Span};
use crate::node::{Setup, mechanism};
use crate::workload::Clients;
use crate::world::{Cluster, Plan, ServicePlan};

/// The world of a scenario with some changes.
pub(super) fn plan(scenario: &Scenario, change: &Change, seed: u64) -> Plan {
    let hosts = scenario.cast.hosts.len() as u16;
    let mut plan = Plan::new(seed, hosts);
    plan.claims = scenario.claims.clone();
    plan.latency = latency(scenario.latency, change);
    plan.flush = flush(scenario.flush, change);
    for (number, base) in scenario.services.iter().enumerate() {
        let info = &scenario.cast.services[number];
        let service = ServiceId(number as u8);
        let mut setup = Setup::new(info.card, service, info.nodes.len() as u16, seed);
        setup.sustain = base.sustain;
        let setup = with(setup, &info.name, &base.change.with(change));
        let hosts = info.nodes.iter().map(|(_, host)| *host).collect();
        if let Some(mechanism) = scenario.mechanism(info.card.slug) {
            plan.services.push(ServicePlan { cluster: Cluster::new(mechanism, setup), hosts });
        }
    }
    with_clients(plan, scenario)
}

fn with_clients(mut plan: Plan, scenario: &Scenario) -> Plan {
    let count = scenario.clients.len();
    let mut setup = plan.setup::<Clients>(count as u16);
    setup.workload = scenario.clients.clone().into();
    let first = scenario.cast.hosts.len() - count;
    let hosts = (first..first + count).map(|number| HostId(number as u16)).collect();
    let cluster = Cluster::new(mechanism::<Clients>(), setup);
    plan.services.push(ServicePlan { cluster, hosts });
    plan
}

/// The parts of a change that concern one service.
fn with(setup: Setup, service: &str, change: &Change) -> Setup {
    let own = |name: &str| {
        name.strip_prefix(service).and_then(|rest| rest.strip_prefix('.')).map(str::to_owned)
    };
    let settings = change.settings.iter().filter_map(|(name, value)| Some((own(name)?, *value)));
    let setup = settings.fold(setup, |setup, (name, value)| setup.with(&name, value));
    let off = change.guards.iter().filter(|(_, on)| !**on);
    let off = off.filter_map(|(name, _)| own(name));
    off.fold(setup, |setup, name| setup.without(&name))
}

fn network(change: &Change, name: &str) -> Option<Span> {
    let value = change.settings.get(&format!("network.{name}"))?;
    Some(Span((*value).max(0).cast_unsigned()))
}

fn latency(built: Latency, change: &Change) -> Latency {
    let or = |name, built| network(change, name).unwrap_or(built);
    Latency {
        base: or("latency", built.base),
        jitter: or("jitter", built.jitter),
        tail: or("tail", built.tail),
    }
}

fn flush(built: Latency, change: &Change) -> Latency {
    match network(change, "flush") {
        Some(base) => Latency { base, jitter: base, tail: Span::ZERO },
        None => built,
    }
}
