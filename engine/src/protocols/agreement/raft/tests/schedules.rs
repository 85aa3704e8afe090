//! Plans and acts for runs whose every instant can be told beforehand.
use super::*;
use crate::faults::{Fault, Target};
use crate::kernel::{Latency, NodeId, Span};
use crate::node::{Ask, Call, ClientPlan, Key, Pace, Route};
use crate::timeline::Act;

/// Servers on the first hosts and clients on those after them; every message takes 10 ms, every
/// flush 2 ms.
pub fn exact(servers: u16, change: impl Fn(Setup) -> Setup, clients: Vec<ClientPlan>) -> Plan {
    let mut plan = Plan::new(7, servers + clients.len() as u16);
    plan.latency = Latency::fixed(Span::millis(10));
    plan.flush = Latency::fixed(Span::millis(2));
    group(plan, servers, change, clients)
}

/// A group of servers on the first hosts of a plan, and clients on those after them.
pub fn group(
    plan: Plan,
    servers: u16,
    change: impl Fn(Setup) -> Setup,
    clients: Vec<ClientPlan>,
) -> Plan {
    let setup = change(plan.setup::<Raft>(servers));
    let hosts: Vec<u16> = (0..servers).collect();
    with_clients(plan.with::<Raft>(setup, &hosts), servers, clients)
}

/// A change of setup that switches one guard off, or none.
pub fn off(guard: &str, is_off: bool) -> impl Fn(Setup) -> Setup {
    move |setup| if is_off { setup.without(guard) } else { setup }
}

/// An operator orders a server to start an election.
pub fn order(after: u64, place: u16) -> Act {
    let node = Target::Node(NodeId::new(0, place));
    at(after, Fault::new(FaultKind::OperatorAction, node).by(0))
}

/// An operator orders a server to lead no more.
pub fn step_down(after: u64, place: u16) -> Act {
    let node = Target::Node(NodeId::new(0, place));
    at(after, Fault::new(FaultKind::OperatorAction, node).by(1))
}

/// All links are as built again.
pub fn heal(after: u64) -> Act {
    at(after, Fault::new(FaultKind::Heal, Target::All))
}

/// A client of one server that reads every so many milliseconds, from a time on.
pub fn reader(place: u16, from: u64, every: u64) -> ClientPlan {
    let pace = Pace::Closed { think: Span::millis(every) };
    let (start, route) = (Span::millis(from), Route::Fixed);
    ClientPlan { start, pace, route, reads_per_mille: 1_000, ..client([place]) }
}

/// A client of one server that asks once for each of these.
pub fn asker(place: u16, asks: &[(u64, Call)]) -> ClientPlan {
    let ask = |(at, call): &(u64, Call)| Ask {
        at: Span::millis(*at),
        provider: 0,
        key: Key(0),
        call: *call,
    };
    let asks = asks.iter().map(ask).collect();
    ClientPlan { pace: Pace::Idle, asks, persistence: Span::ZERO, ..client([place]) }
}
