//! Tells part of a run, a line for each thing that happened.
use super::*;
use crate::faults::Fault;
use crate::kernel::{EventId, HostSet, Instant, MessageName, NodeId};
use crate::node::{Answer, Call, Caption, Note, Outcome, Record, Topic};
use crate::world::Cause;
use std::collections::BTreeMap;
use std::fmt::Write;

/// Part of a run.
pub struct Tale {
    pub line: Timeline,
    /// From so many milliseconds on.
    pub from: u64,
    /// Until then.
    pub until: u64,
    /// Messages of these names are left out.
    pub hide: &'static [&'static str],
}

impl Tale {
    /// Without the rounds of a leader that nobody doubts.
    pub fn brief(self) -> Tale {
        Tale { hide: &["heartbeat", "ack", "append", "appended"], ..self }
    }

    /// All of it.
    pub fn told(&self) -> String {
        let mut teller = Teller { servers: self.servers(), sent: BTreeMap::new() };
        let mut text = String::new();
        for (step, what) in self.line.trace().steps().iter().enumerate() {
            let mut said = Vec::new();
            if let Cause::Act(fault) = what.occurrence.cause {
                said.push((None, act(&fault, teller.servers)));
            }
            let cause = match what.occurrence.cause {
                Cause::Event(pending) => Some(pending.id),
                _ => None,
            };
            teller.tell(self.line.trace().records(step), cause, self.hide, &mut said);
            if millis(self.from) <= what.at() && what.at() <= millis(self.until) {
                said.iter()
                    .for_each(|(who, what_)| line(&mut text, what.at(), *who, what_, &teller));
            }
        }
        text
    }

    fn servers(&self) -> u16 {
        self.line.world().cluster(SERVICE).setup().members
    }
}

fn line(text: &mut String, at: Instant, who: Option<NodeId>, what: &str, teller: &Teller) {
    let who = who.map_or("--".into(), |node| teller.name(node));
    let _ = writeln!(text, "{at}  {who}  {what}");
}

struct Teller {
    servers: u16,
    sent: BTreeMap<EventId, (MessageName, Caption)>,
}

type Said = Vec<(Option<NodeId>, String)>;

impl Teller {
    fn name(&self, node: NodeId) -> String {
        host(node.place.0 + if node.service == SERVICE { 0 } else { self.servers }, self.servers)
    }

    /// What one step left. Messages with one caption, sent together, make one line.
    fn tell(&mut self, records: &[Record], cause: Option<EventId>, hide: &[&str], said: &mut Said) {
        let mut together: Option<(Caption, String)> = None;
        for record in records {
            if let Record::Sent(event, name, caption) = record {
                self.sent.insert(*event, (*name, *caption));
                if hide.contains(&caption.name) || caption.name == "answer" {
                    continue;
                }
                let to = self.name(name.to);
                match &mut together {
                    Some((same, names)) if same == caption => {
                        let _ = write!(names, " {to}");
                    }
                    _ => {
                        self.finish(together.take(), said);
                        together = Some((*caption, to));
                        said.push((Some(name.from), String::new()));
                    }
                }
                continue;
            }
            self.finish(together.take(), said);
            let line = self.record(record, cause, hide);
            said.extend(line);
        }
        self.finish(together, said);
    }

    fn finish(&self, together: Option<(Caption, String)>, said: &mut Said) {
        if let Some((caption, names)) = together
            && let Some((_, line)) = said.last_mut()
        {
            *line = format!("{} → {names}{}", caption.name, numbers(&caption));
        }
    }

    fn record(
        &self,
        record: &Record,
        cause: Option<EventId>,
        hide: &[&str],
    ) -> Option<(Option<NodeId>, String)> {
        match record {
            Record::Lost(why) => {
                let (name, caption) = self.sent.get(&cause?)?;
                let told = !hide.contains(&caption.name);
                let to = self.name(name.to);
                let line = format!("{} → {to} {}", caption.name, why.name());
                told.then_some((Some(name.from), line))
            }
            Record::Booted(node) => Some((Some(*node), "boots".into())),
            Record::Crashed(node) => Some((Some(*node), "is down".into())),
            Record::Noted(node, Note::Decided { topic, number, .. }) => {
                let what = match topic {
                    Topic::Leader => format!("leads term {number}"),
                    _ => format!("commits entry {number}"),
                };
                Some((Some(*node), what))
            }
            Record::Answered(ticket, by, _, _) => {
                let client = self.name(ticket.op.client);
                Some((Some(*by), format!("answers {client}")))
            }
            Record::Concluded(op, outcome) => Some((Some(op.client), told(outcome))),
            Record::Invoked(request) => {
                let what = match request.call {
                    Call::Write(value) => format!("wants to write {}", value.0),
                    _ => "wants to read".into(),
                };
                Some((Some(request.op.client), what))
            }
            _ => None,
        }
    }
}

fn told(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Ok(Answer::Value(Some(value))) => format!("is told {}", value.0),
        Outcome::Ok(Answer::Value(None)) => "is told that there is no value".into(),
        Outcome::Ok(_) => "is told that it is done".into(),
        Outcome::Fail(why) => format!("is refused: {}", why.name()),
        Outcome::Info => "does not know what became of it".into(),
    }
}

fn numbers(caption: &Caption) -> String {
    match (caption.epoch, caption.index) {
        (0, _) => String::new(),
        (term, 0) => format!(" (term {term})"),
        (term, index) => format!(" (term {term}, index {index})"),
    }
}

/// Servers are n1, n2 and so on; clients A, B and so on.
fn host(number: u16, servers: u16) -> String {
    match number.checked_sub(servers) {
        Some(client) => char::from(b'A' + client as u8).to_string(),
        None => format!("n{}", number + 1),
    }
}

fn names(hosts: HostSet, servers: u16) -> String {
    let names: Vec<_> = hosts.iter().map(|one| host(one.0, servers)).collect();
    names.join(" ")
}

fn act(fault: &Fault, servers: u16) -> String {
    use crate::faults::Target;
    let target = match fault.target {
        Target::All => "all links".into(),
        Target::Hosts(hosts) => names(hosts, servers),
        Target::Sides(a, b) => format!("{} | {}", names(a, servers), names(b, servers)),
        Target::OneWay(a, b) => format!("{} → {}", names(a, servers), names(b, servers)),
        Target::Node(node) => host(node.place.0, servers),
        Target::Message(_) => "a message".into(),
    };
    let what = match fault.kind {
        FaultKind::OperatorAction => "start an election".into(),
        kind => kind.card().title.to_lowercase(),
    };
    format!("{what}: {target}")
}
