//! Steps of a run, in words: what happened, and what came of it.
use super::{act, clause::clauses, reason::reason};
use crate::state::Session;
use engine::faults::Target;
use engine::kernel::{Event, HostSet, Loss, NodeId};
use engine::modes::Change;
use engine::node::{Note, Outcome, Record, Topic};
use engine::scenario::Cast;
use engine::timeline::{Because, Reason, Timeline};
use engine::world::Cause;

/// So many clauses are told of what came of a step; the others are counted.
const MOST: usize = 5;

/// A step in one sentence.
pub fn step(session: &Session, step: usize) -> String {
    let (cast, line) = (&session.scenario().cast, session.line());
    let mut told = match because(line, step) {
        Some(because) => reason(cast, line, &session.undertakings(), &Reason { step, because }),
        None => "evidence runs out".into(),
    };
    let clauses = match step {
        0 => Vec::new(),
        _ => clauses(session, line.trace().records(step)),
    };
    for clause in clauses.iter().take(MOST) {
        told.push_str("; ");
        told.push_str(clause);
    }
    if clauses.len() > MOST {
        told.push_str(&format!("; and {} more", clauses.len() - MOST));
    }
    told
}

/// Is a step more than a timer, a message or a renewal like many others?
pub fn is_notable(line: &Timeline, step: usize) -> bool {
    let telling = |record: &Record| match record {
        Record::Stance(_)
        | Record::Lost(Loss::Dropped)
        | Record::Crashed(_)
        | Record::Rejected(..)
        | Record::Forgot(..)
        | Record::Broken(_)
        | Record::Landed(_, false)
        | Record::Answered(.., Some(_), false)
        | Record::Concluded(_, Outcome::Fail(_) | Outcome::Info)
        | Record::Noted(_, Note::Effect { .. }) => true,
        Record::Noted(_, Note::Decided { topic, .. }) => *topic == Topic::Leader,
        _ => false,
    };
    let events = matches!(line.trace().step(step).occurrence.cause, Cause::Event(_));
    !events || line.trace().records(step).iter().any(telling)
}

/// The machines that a step has to do with.
pub fn hosts_of(session: &Session, step: usize) -> HostSet {
    let (cast, trace) = (&session.scenario().cast, session.line().trace());
    let host = |node: NodeId| cast.host_of(node).into_iter().collect::<HostSet>();
    let all = HostSet::first(cast.hosts.len() as u16);
    match trace.step(step).occurrence.cause {
        Cause::Start => all,
        Cause::Event(pending) => host(pending.event.node()),
        Cause::Act(fault) => match fault.target {
            Target::All => all,
            Target::Node(node) => host(node),
            Target::Message(name) => host(name.from).or(host(name.to)),
            target => target.hosts(),
        },
        Cause::Lapse => lapsed(trace.records(step)).map_or(HostSet::EMPTY, |c| host(c.who.node())),
    }
}

/// Where a step happened: "n1", "n1 n2", "5 hosts", "all".
pub fn place_of(cast: &Cast, set: HostSet) -> String {
    match usize::from(set.len()) {
        0 => "—".into(),
        1 | 2 => act::hosts(cast, set),
        all if all == cast.hosts.len() => "all".into(),
        many => format!("{many} hosts"),
    }
}

fn because(line: &Timeline, step: usize) -> Option<Because> {
    let records = line.trace().records(step);
    Some(match line.trace().step(step).occurrence.cause {
        Cause::Start => Because::Started,
        Cause::Act(fault) => Because::Struck(fault),
        Cause::Lapse => match lapsed(records)?.lapse? {
            lapse if lapse.by_holder => Because::RanOutFor(lapse.item),
            lapse => Because::RanOut(lapse.item),
        },
        Cause::Event(pending) => match (pending.event, records.first()) {
            (Event::Timer(..), Some(Record::Invoked(request))) => Because::Asked(request.op),
            (Event::Timer(node, _), _) => Because::Fired(node),
            (Event::Flushed(node, _), _) => Because::Flushed(node),
            (Event::Deliver(letter), Some(Record::Lost(loss))) => Because::Lost(letter.name, *loss),
            (Event::Deliver(letter), _) => Because::Arrived(letter.name),
        },
    })
}

/// The change of stance that time alone brought.
fn lapsed(records: &[Record]) -> Option<&Change> {
    records.iter().find_map(|record| match record {
        Record::Stance(change) => Some(change),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::sample;

    #[test]
    fn every_step_is_told_in_plain_words() {
        let session = sample(9_000);
        let steps = session.line().trace().len();
        for at in 0..steps {
            let told = step(&session, at);
            assert!(told.len() > 8 && !told.contains('{'), "{told}");
            assert!(!place_of(&session.scenario().cast, hosts_of(&session, at)).is_empty());
        }
        let notable = (0..steps).filter(|at| is_notable(session.line(), *at)).count();
        assert!(notable > 10 && notable * 5 < steps, "{notable} of {steps}");
    }

    #[test]
    fn an_act_and_the_lie_that_it_leads_to_are_told() {
        let session = sample(6_000);
        let told = |wanted: &str| {
            let mut steps = 0..session.line().trace().len();
            steps.find(|at| is_notable(session.line(), *at) && step(&session, *at).contains(wanted))
        };
        let cut = told("cut n1 n2").expect("the links are cut");
        let lie = told("n1 (reads) believes Target and is entitled to Floor: lying");
        assert!(lie.is_some_and(|lie| lie > cut));
        let everybody = hosts_of(&session, cut);
        assert_eq!(place_of(&session.scenario().cast, everybody), "all");
    }
}
