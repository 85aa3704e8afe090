//! What tests of several mechanisms need: clients, acts, groups of hosts, and words for windows.
use crate::checks::Check;
use crate::consistency::Verdict;
use crate::faults::{Fault, FaultKind, Target};
use crate::kernel::{HostId, HostSet, Instant, NodeId, ServiceId, Span};
use crate::modes::{Believer, ClassId, Gap};
use crate::node::{ClientPlan, Outcome, Pace, Provider, Record, Route};
use crate::timeline::{Act, Script, Timeline};
use crate::workload::Clients;
use crate::world::Plan;
use std::fmt::Write;

/// The first service of a plan.
pub const SERVICE: ServiceId = ServiceId(0);

/// A client of some nodes of the first service: thinks 40 ms, reads three times in five.
pub fn client(places: impl IntoIterator<Item = u16>) -> ClientPlan {
    let targets = places.into_iter().map(|place| NodeId::new(0, place)).collect();
    ClientPlan {
        providers: vec![Provider { targets, keys: 1, classes: [ClassId(0), ClassId(1)] }],
        route: Route::Follow,
        pace: Pace::Closed { think: Span::millis(40) },
        start: Span::millis(100),
        stop: None,
        reads_per_mille: 600,
        patience: Span::millis(400),
        persistence: Span::secs(1),
        asks: Vec::new(),
    }
}

/// With clients on hosts of their own, from the first one on that no service uses.
pub fn with_clients(plan: Plan, first_host: u16, clients: Vec<ClientPlan>) -> Plan {
    let mut setup = plan.setup::<Clients>(clients.len() as u16);
    let hosts: Vec<u16> = (first_host..).take(clients.len()).collect();
    setup.workload = clients.into();
    plan.with::<Clients>(setup, &hosts)
}

/// So many milliseconds after the start.
pub fn millis(millis: u64) -> Instant {
    Instant(0) + Span::millis(millis)
}

/// A fault after so many milliseconds.
pub fn at(after: u64, fault: Fault) -> Act {
    Act { at: millis(after), fault }
}

/// Some hosts.
pub fn hosts(numbers: &[u16]) -> HostSet {
    numbers.iter().map(|number| HostId(*number)).collect()
}

/// A fault of hosts.
pub fn on(kind: FaultKind, numbers: &[u16]) -> Fault {
    Fault::new(kind, Target::Hosts(hosts(numbers)))
}

/// A fault of the links between two groups.
pub fn between(kind: FaultKind, a: &[u16], b: &[u16]) -> Fault {
    Fault::new(kind, Target::Sides(hosts(a), hosts(b)))
}

/// A run, played.
pub fn play(plan: Plan, acts: Vec<Act>, until: Instant) -> Timeline {
    let mut line = Timeline::new(plan, Script::new(acts));
    line.run_until(until);
    line
}

/// What a check says of the first service.
pub fn word(check: Check, line: &Timeline) -> &'static str {
    check.verdict(SERVICE, line).word()
}

/// Asserts that a check holds, or shows what broke it.
#[track_caller]
pub fn assert_holds(check: Check, line: &Timeline, of: &str) {
    if let Verdict::Violated(breach) = check.verdict(SERVICE, line) {
        panic!("{of}: {}: {}\n{}", check.slug(), breach.why, tell(line));
    }
}

/// How long the nodes of a class were in a gap, in all.
pub fn total(line: &Timeline, class: ClassId, gap: Gap) -> Span {
    let windows = line.windows(line.trace().len()).into_iter();
    let of_class = windows.filter(|window| {
        matches!(window.who, Believer::Node(_, of) if of == class) && window.stance.gap == gap
    });
    Span(of_class.map(|window| window.length(line.now()).0).sum())
}

/// How many operations were answered.
pub fn acknowledged(line: &Timeline) -> usize {
    let told = line.trace().operations(line.cursor());
    told.filter(|(_, record)| matches!(record, Record::Concluded(_, Outcome::Ok(_)))).count()
}

/// How many faults took effect.
pub fn effective_faults(line: &Timeline) -> usize {
    let steps = (0..line.cursor()).flat_map(|step| line.trace().records(step));
    steps.filter(|record| matches!(record, Record::Struck(true))).count()
}

/// Asserts that every node that claims a class serves by the contract that the simulator takes it
/// to believe in: one predicate, evaluated by the node and about the node.
#[track_caller]
pub fn assert_one_predicate(line: &Timeline) {
    let world = line.world();
    for node in world.nodes() {
        for class in world.modes(node.service).matrix().ids() {
            if let Some(stance) = world.stance(node, class) {
                let own = world.believed(node, class);
                assert_eq!(own, Some(stance.believed), "{node:?} {class:?} at {}", line.now());
            }
        }
    }
}

/// All windows, in words.
pub fn tell(line: &Timeline) -> String {
    let mut text = String::new();
    for window in line.windows(line.trace().len()) {
        let (node, class) = (window.who.node(), window.who.class());
        let matrix = line.world().cluster(node.service).matrix();
        let name = |contract| matrix.contract(class, contract).name;
        let act = if matches!(window.who, Believer::Errand(..)) { " (act)" } else { "" };
        let until = window.until.map_or("the end".into(), |until| until.to_string());
        let _ = write!(
            text,
            "{}.{}{act} {} {}: {} to {until}: believes {}, entitled to {}",
            node.service.0,
            node.place.0,
            matrix.class(class).name,
            window.stance.gap.name(),
            window.from,
            name(window.stance.believed),
            name(window.stance.entitled),
        );
        let risks: Vec<_> = window.stance.at_risk.iter().map(|risk| risk.name()).collect();
        let _ = writeln!(text, ", at risk: {}", risks.join(" "));
    }
    text
}
