//! What the papers say a lease does, what each guard is for, and what faults make of it.
mod drift_margin;
mod durable_grants;
mod facts;
mod fencing;
mod handover;
mod model;
mod papers;
mod reads;
mod retries;
mod story;
mod swarm;
mod transcripts;
mod wall;
mod windows;

use super::*;
use crate::checks::Check;
use crate::faults::{Fault, FaultKind, Target};
use crate::kernel::{Instant, NodeId, Span};
use crate::node::{ClientPlan, Pace, Setup};
use crate::testing::*;
use crate::timeline::{Act, Timeline};
use crate::world::Plan;
use facts::{effects, grants, lies, message};

/// Hosts: the grantor, the storage, three workers, and clients from the fifth on.
const WORKERS: [u16; 3] = [2, 3, 4];
const LEASE: Span = Span::secs(2);

fn as_built(setup: Setup) -> Setup {
    setup
}

fn unfenced(setup: Setup) -> Setup {
    setup.without("fencing")
}

fn eager(setup: Setup) -> Setup {
    setup.without("drift-margin")
}

fn forgetful(setup: Setup) -> Setup {
    setup.without("durable-grants")
}

fn by_the_hour(setup: Setup) -> Setup {
    setup.with("expiry", 1)
}

/// A client for each worker, and one that asks whoever has the lease.
fn plan(seed: u64, change: impl Fn(Setup) -> Setup) -> Plan {
    let own = WORKERS.map(|worker| busy([worker]));
    of_clients(seed, change, own.into_iter().chain([busy(WORKERS)]).collect())
}

/// The first worker's clients write early and only read later: a write would hang behind a cut,
/// and with it every read of its key.
fn watched(seed: u64, change: impl Fn(Setup) -> Setup) -> Plan {
    let reader = ClientPlan { reads_per_mille: 1_000, ..busy([2]) };
    let writer = ClientPlan { stop: Some(Span::millis(1_800)), ..busy([2]) };
    of_clients(seed, change, vec![reader, busy([3]), busy([4]), writer])
}

fn of_clients(seed: u64, change: impl Fn(Setup) -> Setup, clients: Vec<ClientPlan>) -> Plan {
    let plan = Plan::new(seed, 5 + clients.len() as u16);
    let setup = change(plan.setup::<LeaseFence>(5));
    with_clients(plan.with::<LeaseFence>(setup, &[0, 1, 2, 3, 4]), 5, clients)
}

fn busy(places: impl IntoIterator<Item = u16>) -> ClientPlan {
    ClientPlan { pace: Pace::Closed { think: Span::millis(20) }, ..client(places) }
}

/// From one worker and its client to everybody else.
fn around(kind: FaultKind, worker: u16) -> Fault {
    let inside = [worker, worker + 3];
    let outside: Vec<u16> = (0..9).filter(|host| !inside.contains(host)).collect();
    between(kind, &inside, &outside)
}

/// An operator tells a worker to give up the lease.
fn give_up(worker: u16) -> Fault {
    Fault::new(FaultKind::OperatorAction, Target::Node(NodeId::new(0, worker)))
}

fn node(place: u16) -> NodeId {
    NodeId::new(0, place)
}

/// Is a run worth counting?
fn counts(line: &Timeline) -> bool {
    acknowledged(line) >= 100 && effective_faults(line) >= 3
}

#[track_caller]
fn assert_counts(line: &Timeline, of: &str) {
    let (acknowledged, faults) = (acknowledged(line), effective_faults(line));
    assert!(counts(line), "{of}: {acknowledged} operations and {faults} faults");
}

#[track_caller]
fn assert_all_hold(line: &Timeline, of: &str) {
    Check::ALL.into_iter().for_each(|check| assert_holds(check, line, of));
}
