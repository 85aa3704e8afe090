//! The hash of a trace covers every field of every record, every cause and every instant.
use super::*;
use crate::evidence::{Epoch, Evidence, Kind};
use crate::kernel::{Deadline, EventId, Instant, LocalTime, Loss, NodeId};
use crate::modes::{Believer, Change, ClassId, Gap, Lapse, Risks, Stance};
use crate::node::{
    Call, Caption, Key, Note, OpId, Outcome, Record, Refusal, Request, Ticket, Topic, Value,
};
use crate::scenario::{Scenario, read, wild_run};
use crate::world::{Cause, Occurrence};
use std::collections::BTreeMap;
use std::mem::{Discriminant, discriminant};

/// All kinds of records that a run of the book leaves: no mechanism rejects evidence in them.
const VARIANTS: usize = 17;
/// So many records of each kind are altered in each run.
const OF_EACH: usize = 4;

#[test]
fn what_was_rejected_counts() {
    let rejected = Record::Rejected(SOMETHING, Refusal::Unasked);
    let start = Occurrence { at: Instant(0), cause: Cause::Start };
    let hash = |record: &Record| {
        let mut trace = Trace::default();
        trace.push(start, &mut vec![record.clone()], EventId(0));
        trace.hash()
    };
    assert!(others(&rejected).iter().all(|other| hash(other) != hash(&rejected)));
}

fn scenarios() -> [Scenario; 2] {
    let read = |id, source| read(id, source).expect("the scenario is read").1;
    let book = [
        (
            "ch03-raft-lease-read",
            include_str!("../../../content/book/03-consensus/scenarios/ch03-raft-lease-read.toml"),
        ),
        (
            "ch09-fencing-token",
            include_str!("../../../content/book/09-coordination/scenarios/ch09-fencing-token.toml"),
        ),
    ];
    book.map(|(id, source)| read(id, source))
}

fn played(scenario: &Scenario, seed: u64, until: Instant) -> Timeline {
    let mut line = wild_run(scenario, seed).timeline(scenario);
    line.run_until(until);
    line
}

/// The hash of a trace in which one step is another.
fn hash_with(trace: &Trace, at: usize, occurrence: Occurrence, records: &[Record]) -> u64 {
    let mut other = Trace::default();
    for step in 0..trace.len() {
        let (occurrence, records) = match step == at {
            true => (occurrence, records),
            false => (trace.step(step).occurrence, trace.records(step)),
        };
        other.push(occurrence, &mut records.to_vec(), EventId(0));
    }
    other.hash()
}

#[test]
fn every_field_of_every_kind_of_record_counts() {
    let mut seen = BTreeMap::<String, usize>::new();
    for (scenario, seed) in scenarios().iter().flat_map(|it| (1..=8).map(move |seed| (it, seed))) {
        let line = played(scenario, seed, Instant(4_000_000_000));
        let trace = line.trace();
        let mut altered = Vec::<(Discriminant<Record>, usize)>::new();
        for step in 0..trace.len() {
            let occurrence = trace.step(step).occurrence;
            let records = trace.records(step);
            for (place, record) in records.iter().enumerate() {
                let kind = discriminant(record);
                let count = altered.iter().filter(|(known, _)| *known == kind).count();
                if count == OF_EACH {
                    continue;
                }
                altered.push((kind, step));
                for other in others(record) {
                    let mut records = records.to_vec();
                    records[place] = other.clone();
                    let hash = hash_with(trace, step, occurrence, &records);
                    assert!(hash != trace.hash(), "{record:?} and {other:?}");
                }
                let name = format!("{record:?}");
                *seen.entry(name[..name.find('(').unwrap_or(name.len())].into()).or_default() += 1;
            }
        }
    }
    assert_eq!(seen.len(), VARIANTS, "{seen:?}");
}

#[test]
fn every_cause_and_every_instant_counts() {
    for scenario in scenarios() {
        let line = played(&scenario, 3, Instant(700_000_000));
        let trace = line.trace();
        for step in 0..trace.len() {
            let Occurrence { at, cause } = trace.step(step).occurrence;
            let later = Occurrence { at: Instant(at.0 + 1), cause };
            let cause = if cause == Cause::Lapse { Cause::Start } else { Cause::Lapse };
            let records = trace.records(step);
            for other in [later, Occurrence { at, cause }] {
                assert!(hash_with(trace, step, other, records) != trace.hash(), "step {step}");
            }
        }
    }
}

const SOMETHING: Evidence = Evidence {
    kind: Kind::Heartbeat,
    issuer: NodeId::new(0, 0),
    holder: NodeId::new(0, 1),
    epoch: Epoch(0),
};
fn node(known: NodeId) -> NodeId {
    NodeId::new(known.service.0, known.place.0 + 1)
}

fn event(known: EventId) -> EventId {
    EventId(known.0 + 1)
}

fn op(known: OpId) -> OpId {
    OpId { nth: known.nth + 1, ..known }
}

fn evidence(known: Evidence) -> [Evidence; 3] {
    [
        Evidence { issuer: node(known.issuer), ..known },
        Evidence { holder: node(known.holder), ..known },
        Evidence { epoch: Epoch(known.epoch.0 + 1), ..known },
    ]
}

/// The same record with one field of it another, field by field. A new kind of record needs a
/// line here.
fn others(record: &Record) -> Vec<Record> {
    use Record::*;
    match record.clone() {
        Booted(of) => vec![Booted(node(of)), Crashed(of)],
        Crashed(of) => vec![Crashed(node(of)), Booted(of)],
        Struck(changed) => vec![Struck(!changed)],
        Sent(id, name, caption, bytes) => {
            let mut next = name;
            next.nth += 1;
            let plain = Caption::plain("something else");
            vec![
                Sent(event(id), name, caption, bytes),
                Sent(id, next, caption, bytes),
                Sent(id, name, plain, bytes),
            ]
        }
        Lost(loss) => {
            vec![Lost(if loss == Loss::Down { Loss::Cut } else { Loss::Down })]
        }
        Issued(item) => evidence(item).map(Issued).to_vec(),
        Accepted(item, until) => {
            let later = match until {
                Deadline::Monotonic(LocalTime(at)) => Deadline::Monotonic(LocalTime(at ^ 1)),
                _ => Deadline::Monotonic(LocalTime(1)),
            };
            let mut all = evidence(item).map(|item| Accepted(item, until)).to_vec();
            all.push(Accepted(item, later));
            all
        }
        Rejected(item, why) => {
            let mut all = evidence(item).map(|item| Rejected(item, why)).to_vec();
            let other = if why == Refusal::Fenced { Refusal::Unasked } else { Refusal::Fenced };
            all.push(Rejected(item, other));
            all
        }
        Forgot(of, kind) => vec![Forgot(node(of), kind)],
        Broken(item) => evidence(item).map(Broken).to_vec(),
        RestsOn(item) => evidence(item).map(RestsOn).to_vec(),
        SetOut(id, by, class, contract) => vec![
            SetOut(event(id), by, class, contract),
            SetOut(id, node(by), class, contract),
            SetOut(id, by, ClassId(class.0 + 1), contract),
            SetOut(id, by, class, contract + 1),
        ],
        Landed(id, justified) => vec![Landed(event(id), justified), Landed(id, !justified)],
        Invoked(request) => requests(&request).map(Invoked).to_vec(),
        Answered(ticket, by, contract, backed) => answers(ticket, by, contract, backed),
        Concluded(of, outcome) => {
            let other = if outcome == Outcome::Info {
                Outcome::Fail(Refusal::Unasked)
            } else {
                Outcome::Info
            };
            vec![Concluded(op(of), outcome), Concluded(of, other)]
        }
        Noted(of, note) => vec![Noted(node(of), note), Noted(of, noted(note))],
        Stance(change) => changes(change).into_iter().map(Stance).collect(),
    }
}

fn requests(known: &Request) -> [Request; 3] {
    let call = if known.call == Call::Read { Call::Write(Value(-1)) } else { Call::Read };
    [
        Request { op: op(known.op), ..known.clone() },
        Request { key: Key(known.key.0 + 1), ..known.clone() },
        Request { call, ..known.clone() },
    ]
}

fn answers(ticket: Ticket, by: NodeId, contract: Option<u8>, backed: bool) -> Vec<Record> {
    let next = Ticket { op: op(ticket.op), ..ticket };
    let other = contract.map_or(Some(0), |_| None);
    vec![
        Record::Answered(next, by, contract, backed),
        Record::Answered(ticket, node(by), contract, backed),
        Record::Answered(ticket, by, other, backed),
        Record::Answered(ticket, by, contract, !backed),
    ]
}

fn noted(note: Note) -> Note {
    match note {
        Note::Effect { resource, epoch, by } => Note::Effect { resource: resource + 1, epoch, by },
        Note::Decided { topic, number, value } => {
            Note::Decided { topic, number, value: value.wrapping_add(1) }
        }
        Note::Level { value, .. } => Note::Level { topic: Topic::Entry, value: value + 1 },
    }
}

fn changes(known: Change) -> Vec<Change> {
    let who = match known.who {
        Believer::Node(of, class) => Believer::Node(node(of), class),
        Believer::Errand(of, class, id) => Believer::Errand(of, class, event(id)),
    };
    let lapse = match known.lapse {
        Some(Lapse { item, by_holder }) => Lapse { item, by_holder: !by_holder },
        None => Lapse { item: SOMETHING, by_holder: true },
    };
    let mut all = vec![Change { who, ..known }, Change { lapse: Some(lapse), ..known }];
    match known.stance {
        Some(stance) => {
            let stances = stances(stance).map(|stance| Change { stance: Some(stance), ..known });
            all.extend(stances);
            all.push(Change { stance: None, ..known });
        }
        None => {
            let (gap, at_risk) = (Gap::Honest, Risks::default());
            let honest = Stance { believed: 0, entitled: 0, gap, at_risk, recovering: false };
            all.push(Change { stance: Some(honest), ..known });
        }
    }
    all
}

fn stances(known: Stance) -> [Stance; 5] {
    let gap = if known.gap == Gap::Lying { Gap::Honest } else { Gap::Lying };
    let risk = crate::modes::Invariant::Freshness;
    let none = Risks::default();
    let at_risk = if known.at_risk.are_none() { none.with(risk) } else { none };
    [
        Stance { believed: known.believed + 1, ..known },
        Stance { entitled: known.entitled + 1, ..known },
        Stance { gap, ..known },
        Stance { at_risk, ..known },
        Stance { recovering: !known.recovering, ..known },
    ]
}
