//! What the paper says of versions, quorums and hints, and what happens when each guard is off.
mod belief;
mod clocks;
mod dots;
mod figure_3;
mod handoff;
mod labels;
mod lost;
mod noise;
mod quorums;
mod repair;
mod siblings;
mod sloppy;
mod storm;
mod sweep;
mod transcript;

use super::{DynamoQuorum, GETS, PUTS};
use crate::checks::{Undertaking, undertakings};
use crate::faults::{Fault, FaultKind, Target};
use crate::kernel::{HostSet, Instant, NodeId, Place, Span};
use crate::modes::{Believer, ClassId, Gap, Mode, Risks, Window};
use crate::node::{Answer, Ask, Call, ClientPlan, Key, Outcome, Pace, Route, Setup, Value};
use crate::observation::Shape;
use crate::testing::{SERVICE, client, with_clients};
use crate::timeline::Timeline;
use crate::world::Plan;

/// A ring of so many nodes on the first hosts, and clients on the hosts behind them.
fn ring(
    seed: u64,
    members: u16,
    clients: Vec<ClientPlan>,
    change: impl Fn(Setup) -> Setup,
) -> Plan {
    let plan = Plan::new(seed, members + clients.len() as u16);
    let setup = change(plan.setup::<DynamoQuorum>(members));
    let hosts: Vec<u16> = (0..members).collect();
    with_clients(plan.with::<DynamoQuorum>(setup, &hosts), members, clients)
}

/// A client that asks one node, at set times only, and once.
fn asks(node: u16, asks: &[(u64, Call)]) -> ClientPlan {
    let ask = |(at, call): &(u64, Call)| Ask {
        at: Span::millis(*at),
        provider: 0,
        key: Key(0),
        call: *call,
    };
    ClientPlan {
        pace: Pace::Idle,
        route: Route::Fixed,
        patience: Span::secs(1),
        persistence: Span::ZERO,
        asks: asks.iter().map(ask).collect(),
        ..client([node])
    }
}

fn put(value: i64) -> Call {
    Call::Write(Value(value))
}

/// The values of key 0 on a node, lowest first.
fn values(line: &Timeline, node: u16) -> Vec<i64> {
    let seen = line.world().cluster(SERVICE).observe(Place(node));
    let fields = seen.into_iter().flat_map(|seen| seen.fields);
    let mut values: Vec<i64> = fields
        .filter_map(|field| match field.shape {
            Shape::Register(0, values) => Some(values.to_vec()),
            _ => None,
        })
        .flatten()
        .collect();
    values.sort_unstable();
    values
}

/// How many hints a node keeps.
fn hints(line: &Timeline, node: u16) -> u64 {
    let seen = line.world().cluster(SERVICE).observe(Place(node)).unwrap();
    let mut fields = seen.fields.into_iter().filter(|field| field.name == "hints");
    match fields.next().unwrap().shape {
        Shape::Counter(count) => count,
        other => panic!("{other:?}"),
    }
}

/// All links are as built again, and no cut is left.
fn heal() -> Fault {
    Fault::new(FaultKind::Heal, Target::All)
}

/// The stretches in which a node was in a gap, for one class of operations, whatever it believed
/// meanwhile.
fn in_gap(line: &Timeline, node: u16, class: ClassId, gap: Gap) -> Vec<Stretch> {
    let who = Believer::Node(NodeId { service: SERVICE, place: Place(node) }, class);
    let mut all = Vec::<Stretch>::new();
    for window in line.windows(line.trace().len()) {
        if window.who != who || window.stance.gap != gap {
            continue;
        }
        let Window { from, until, stance, .. } = window;
        match all.last_mut().filter(|last| last.until == Some(from)) {
            Some(last) => last.until = until,
            None => all.push(Stretch { from, until, at_risk: stance.at_risk }),
        }
    }
    all
}

/// From one instant until another, if there is one.
struct Stretch {
    from: Instant,
    until: Option<Instant>,
    at_risk: Risks,
}

/// How each operation ended, in the order in which they were asked for: what was told, lowest
/// value first, and the mode of the contract under which it was told.
fn ends(line: &Timeline) -> Vec<(Told, Option<Mode>)> {
    undertakings(line).iter().map(|undertaking| end(line, undertaking)).collect()
}

fn end(line: &Timeline, undertaking: &Undertaking) -> (Told, Option<Mode>) {
    let matrix = line.world().cluster(SERVICE).matrix();
    let under = undertaking.answered.and_then(|(_, _, _, contract, _)| contract);
    let mode = under.map(|contract| matrix.contract(undertaking.request.class, contract).mode);
    let told = match undertaking.told.as_ref().map(|told| &told.outcome) {
        Some(Outcome::Ok(Answer::Done)) => Told::Done,
        Some(Outcome::Ok(Answer::Value(value))) => {
            Told::Values(value.iter().map(|value| value.0).collect())
        }
        Some(Outcome::Ok(Answer::Siblings(values))) => {
            let mut values: Vec<i64> = values.iter().map(|value| value.0).collect();
            values.sort_unstable();
            Told::Values(values)
        }
        Some(Outcome::Fail(_)) => Told::Refused,
        Some(Outcome::Info) | None => Told::Unknown,
    };
    (told, mode)
}

/// How an operation ended, in short.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Told {
    Done,
    Values(Vec<i64>),
    Refused,
    Unknown,
}

impl Told {
    fn value(value: i64) -> Told {
        Told::Values(vec![value])
    }
}
