//! Two runs told line by line, as kept in `testdata`; `UPDATE_TRANSCRIPTS=1` writes them anew.
use super::*;
use crate::kernel::{Event, EventId, HostSet};
use crate::modes::Contract;
use crate::node::{Caption, Record};
use crate::testing::{at, between, millis, on, play};
use crate::timeline::Act;
use crate::world::Cause;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// Tells a run: what clients asked, what nodes said to each other, and where they stood.
struct Teller<'a> {
    line: &'a Timeline,
    captions: BTreeMap<EventId, Caption>,
    text: String,
}

/// How often nodes ask each other whether they are there is of no interest.
const DULL: [&str; 3] = ["ping", "pong", "answer"];

fn tell(line: &Timeline) -> String {
    let mut teller = Teller { line, captions: BTreeMap::new(), text: String::new() };
    for step in 0..line.trace().len() {
        teller.step(step);
    }
    teller.text
}

fn name(node: NodeId) -> String {
    match node.service == SERVICE {
        true => format!("node {}", node.place.0),
        false => format!("client {}", node.place.0),
    }
}

fn set(hosts: HostSet) -> String {
    let numbers: Vec<String> = hosts.iter().map(|host| host.0.to_string()).collect();
    format!("{{{}}}", numbers.join(" "))
}

impl<'a> Teller<'a> {
    fn say(&mut self, step: usize, who: &str, what: &str) {
        let at = self.line.trace().step(step).at();
        let _ = writeln!(self.text, "{at:>9}  {who:<9} {what}");
    }

    fn step(&mut self, step: usize) {
        match self.line.trace().step(step).occurrence.cause {
            Cause::Act(fault) => self.act(step, &fault),
            Cause::Event(pending) => self.event(step, pending.id, &pending.event),
            Cause::Start | Cause::Lapse => (),
        }
        let records = self.line.trace().records(step).to_vec();
        records.iter().for_each(|record| self.record(step, record));
        self.stances(step, &records);
    }

    /// Where nodes stand at the end of a step; both classes in one line if they agree.
    fn stances(&mut self, step: usize, records: &[Record]) {
        let mut last = BTreeMap::new();
        for record in records {
            if let Record::Stance(change) = record {
                last.insert((change.who.node(), change.who.class()), change.stance);
            }
        }
        let nodes: BTreeSet<NodeId> = last.keys().map(|(node, _)| *node).collect();
        for node in nodes {
            let told = [GETS, PUTS].map(|class| {
                let stance = last.get(&(node, class)).copied().flatten()?;
                Some((stance.gap, stance.recovering, self.contract(class, stance.believed)))
            });
            let words = match told {
                [Some(gets), Some(puts)] if gets.0 == puts.0 && gets.2.mode == puts.2.mode => {
                    vec![stance_name("gets, puts", gets)]
                }
                [gets, puts] => [("gets", gets), ("puts", puts)]
                    .into_iter()
                    .filter_map(|(class, told)| Some(stance_name(class, told?)))
                    .collect(),
            };
            words.iter().for_each(|word| self.say(step, &name(node), word));
        }
    }

    fn contract(&self, class: ClassId, contract: u8) -> &'a Contract {
        self.line.world().cluster(SERVICE).matrix().contract(class, contract)
    }

    fn act(&mut self, step: usize, fault: &Fault) {
        let target = match fault.target {
            Target::Sides(a, b) => format!(" {} from {}", set(a), set(b)),
            Target::Hosts(hosts) => format!(" {}", set(hosts)),
            _ => String::new(),
        };
        self.say(step, "--", &format!("{}{target}", fault.kind.card().title));
    }

    fn event(&mut self, step: usize, id: EventId, event: &Event) {
        let records = self.line.trace().records(step);
        let lost = records.iter().any(|record| matches!(record, Record::Lost(_)));
        match event {
            Event::Deliver(letter) => {
                let Some(caption) = self.captions.remove(&id) else { return };
                if DULL.contains(&caption.name) {
                    return;
                }
                let number = match caption.epoch {
                    0 => String::new(),
                    by => format!(" {by}.{}", caption.index),
                };
                let what = format!("{}{number} from {}", caption.name, name(letter.name.from));
                let lost = if lost { ", lost" } else { "" };
                self.say(step, &name(letter.name.to), &format!("{what}{lost}"));
            }
            Event::Flushed(node, _) => self.say(step, &name(*node), "disk has it"),
            Event::Timer(..) => (),
        }
    }

    fn record(&mut self, step: usize, record: &Record) {
        match record {
            Record::Sent(id, _, caption, _) => {
                self.captions.insert(*id, *caption);
            }
            Record::Answered(ticket, by, Some(under), backed) => {
                let under = self.contract(ticket.class, *under);
                let backed = if *backed { "" } else { ", unbacked" };
                let what = format!("answers under {}: {}", under.mode.name(), under.name);
                self.say(step, &name(*by), &format!("{what}{backed}"));
            }
            Record::Answered(_, by, None, _) => self.say(step, &name(*by), "promises nothing"),
            Record::Invoked(request) => {
                let what = match request.call {
                    Call::Write(value) => format!("wants to put {}", value.0),
                    _ => "wants to get".into(),
                };
                self.say(step, &name(request.op.client), &what);
            }
            Record::Concluded(op, outcome) => {
                self.say(step, &name(op.client), &format!("is told {}", outcome_name(outcome)));
            }
            _ => (),
        }
    }
}

fn stance_name(class: &str, (gap, recovering, under): (Gap, bool, &Contract)) -> String {
    let recovering = if recovering { "Recovery as " } else { "" };
    format!("({class}: {recovering}{}, {})", under.mode.name(), gap.name())
}

fn outcome_name(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Ok(Answer::Done) => "that it is done".into(),
        Outcome::Ok(Answer::Value(value)) => match value {
            Some(value) => format!("{}", value.0),
            None => "that there is nothing".into(),
        },
        Outcome::Ok(Answer::Siblings(values)) => {
            let values: Vec<String> = values.iter().map(|value| value.0.to_string()).collect();
            format!("siblings {}", values.join(" and "))
        }
        Outcome::Fail(_) => "no".into(),
        Outcome::Info => "nothing".into(),
    }
}

#[track_caller]
fn compare(file: &str, told: &str) {
    let folder = "src/protocols/replication/dynamo_quorum/testdata";
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder).join(file);
    if std::env::var_os("UPDATE_TRANSCRIPTS").is_some() {
        std::fs::write(&path, told).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    let differs = kept.lines().zip(told.lines()).position(|(kept, told)| kept != told);
    assert!(kept == told, "{file} differs from line {differs:?} on: UPDATE_TRANSCRIPTS=1");
}

fn transcript(clients: Vec<ClientPlan>, acts: Vec<Act>, until: u64) -> String {
    tell(&play(ring(1, 5, clients, |setup| setup), acts, millis(until)))
}

#[test]
fn a_hint_is_handed_over() {
    let clients = vec![asks(0, &[(1_500, put(1))])];
    let acts = vec![
        at(500, on(FaultKind::Crash, &[2])),
        at(1_800, on(FaultKind::Crash, &[3])),
        at(2_000, on(FaultKind::Restart, &[3])),
        at(2_500, on(FaultKind::Restart, &[2])),
    ];
    compare("hinted_handoff.txt", &transcript(clients, acts, 3_000));
}

#[test]
fn two_sides_put_and_a_reader_merges() {
    let clients = vec![
        asks(0, &[(1_500, put(1)), (3_000, Call::Read), (3_200, put(3))]),
        asks(3, &[(600, put(2))]),
    ];
    let cut = between(FaultKind::Cut, &[0, 1, 5], &[2, 3, 4, 6]);
    let acts = vec![at(500, cut), at(2_000, heal())];
    compare("siblings.txt", &transcript(clients, acts, 3_500));
}
