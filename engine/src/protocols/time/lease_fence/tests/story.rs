//! A run told as prose.
use super::*;
use crate::modes::{Believer, Change};
use crate::node::{Answer, Call, Note, OpId, Outcome, Record, Value};
use crate::world::Cause;
use std::fmt::Write;

const HOSTS: [&str; 7] = ["grantor", "storage", "Ann", "Bob", "Cid", "client A", "client B"];

/// Every line that matters to a reader: what befell the run, who got the lease, what was written,
/// what clients were told, and who believed what.
pub fn tell_story(line: &Timeline) -> String {
    let mut text = String::new();
    let mut last_token = 0;
    for step in 0..line.cursor() {
        let taken = line.trace().step(step);
        let mut lines = Vec::new();
        if let Cause::Act(fault) = taken.occurrence.cause {
            lines.push(act(&fault));
        }
        for record in line.trace().records(step) {
            if let Record::Issued(item) = record
                && (item.kind != Kind::LeaseEpoch || last_token == item.epoch.0)
            {
                continue;
            }
            if let Record::Issued(item) = record {
                last_token = item.epoch.0;
            }
            lines.extend(sentence(line, record));
        }
        for told in lines {
            let _ = writeln!(text, "{:>9.3}  {told}", taken.at());
        }
    }
    text
}

fn who(place: NodeId) -> &'static str {
    HOSTS[place.index() + 5 * usize::from(place.service.0)]
}

fn act(fault: &Fault) -> String {
    let names = fault.target.hosts();
    let named: Vec<_> = names.iter().filter_map(|host| HOSTS.get(host.index())).copied().collect();
    let amount = match fault.kind.card().param {
        Some(param) => format!(" {}", param.unit.write(fault.amount)),
        None => String::new(),
    };
    let node = fault.target.node().map_or(String::new(), |node| format!(" {}", who(node)));
    format!("* {}{node} {}{amount}", fault.kind.card().slug, named.join(", "))
}

fn sentence(line: &Timeline, record: &Record) -> Option<String> {
    Some(match record {
        Record::Issued(item) => {
            format!("The grantor gives the lease to {}, token {}.", who(item.holder), item.epoch.0)
        }
        Record::Noted(_, Note::Effect { epoch, by, .. }) => {
            format!("The storage carries out a write of {}, token {}.", who(*by), epoch.0)
        }
        Record::Sent(_, name, caption, _) if caption.name == "refused" => {
            format!("The storage refuses {}: it has seen token {}.", who(name.to), caption.epoch)
        }
        Record::Sent(_, name, caption, _) if caption.name == "release" => {
            format!("{} gives up the lease.", who(name.from))
        }
        Record::Invoked(request) => match request.call {
            Call::Write(Value(value)) => {
                format!("{} wants {value} written.", who(request.op.client))
            }
            _ => format!("{} wants to read.", who(request.op.client)),
        },
        Record::Concluded(op, outcome) => concluded(*op, outcome),
        Record::Stance(change) => return stance(line, change),
        _ => return None,
    })
}

fn concluded(op: OpId, outcome: &Outcome) -> String {
    let told = match outcome {
        Outcome::Ok(Answer::Value(Some(Value(value)))) => format!("reads {value}"),
        Outcome::Ok(Answer::Value(None)) => "reads nothing".into(),
        Outcome::Ok(_) => "is told that it is written".into(),
        Outcome::Fail(why) => format!("is refused: {}", why.name()),
        Outcome::Info => "gives up, none the wiser".into(),
    };
    format!("{} {told}.", who(op.client))
}

fn stance(line: &Timeline, change: &Change) -> Option<String> {
    let (node, class) = (change.who.node(), change.who.class());
    let matrix = line.world().cluster(node.service).matrix();
    let subject = match change.who {
        Believer::Node(..) => format!("{}, {}", who(node), matrix.class(class).name),
        Believer::Errand(..) => format!("A write of {} under way", who(node)),
    };
    let stance = change.stance?;
    let name = |contract| matrix.contract(class, contract).name;
    let (believed, entitled) = (name(stance.believed), name(stance.entitled));
    let gap = match stance.recovering {
        true => format!("{}, recovering", stance.gap.name()),
        false => stance.gap.name().to_owned(),
    };
    Some(match believed == entitled {
        true => format!("{subject}: {gap}, \"{believed}\"."),
        false => format!("{subject}: {gap}, believes \"{believed}\", entitled to \"{entitled}\"."),
    })
}
