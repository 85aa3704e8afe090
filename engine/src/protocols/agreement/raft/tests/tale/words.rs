//! Words for whom and what a tale is about.
use crate::faults::{Fault, FaultKind, Target};
use crate::kernel::{HostSet, NodeId};
use crate::node::{Answer, Call, Caption, Outcome, Protocol};
use crate::observation::{Entry, EntryState, Observation, Role, Shape};
use crate::protocols::agreement::raft::Raft;
use crate::testing::SERVICE;

/// Servers are n1, n2 and so on; clients, on the hosts after theirs, A, B and so on.
#[derive(Clone, Copy)]
pub struct Names {
    pub servers: u16,
}

impl Names {
    pub fn node(self, node: NodeId) -> String {
        self.host(node.place.0 + if node.service == SERVICE { 0 } else { self.servers })
    }

    pub fn host(self, number: u16) -> String {
        match number.checked_sub(self.servers) {
            Some(client) => char::from(b'A' + client as u8).to_string(),
            None => format!("n{}", number + 1),
        }
    }

    fn hosts(self, hosts: HostSet) -> String {
        let names: Vec<_> = hosts.iter().map(|one| self.host(one.0)).collect();
        names.join(" ")
    }

    /// A fault, with its amount if it has one.
    pub fn act(self, fault: &Fault) -> String {
        let target = match fault.target {
            Target::All => "all links".into(),
            Target::Hosts(hosts) => self.hosts(hosts),
            Target::Sides(a, b) => format!("{} | {}", self.hosts(a), self.hosts(b)),
            Target::OneWay(a, b) => format!("{} → {}", self.hosts(a), self.hosts(b)),
            Target::Node(node) => self.node(node),
            Target::Message(_) => "a message".into(),
        };
        let card = fault.kind.card();
        let what = match (fault.kind, card.param) {
            (FaultKind::OperatorAction, _) => Raft::CARD.orders[fault.amount as usize].into(),
            (_, None) => card.title.to_lowercase(),
            (_, Some(_)) if fault.amount == 0 => format!("{}, no more", card.title.to_lowercase()),
            (_, Some(param)) => {
                let (title, amount) = (card.title.to_lowercase(), param.unit.write(fault.amount));
                format!("{title}, {} {amount}", param.name)
            }
        };
        format!("{what}: {target}")
    }
}

/// What a client wants.
pub fn wish(call: Call) -> String {
    match call {
        Call::Write(value) => format!("wants to write {}", value.0),
        Call::Cas(old, new) => format!("wants to write {} in place of {}", new.0, old.0),
        Call::Read => "wants to read".into(),
    }
}

/// What a client is told in the end.
pub fn outcome(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Ok(Answer::Value(Some(value))) => format!("is told {}", value.0),
        Outcome::Ok(Answer::Value(None)) => "is told that there is no value".into(),
        Outcome::Ok(_) => "is told that it is done".into(),
        Outcome::Fail(why) => format!("is refused: {}", why.name()),
        Outcome::Info => "does not know what became of it".into(),
    }
}

/// The term and the index that a message speaks of.
pub fn numbers(caption: &Caption) -> String {
    match (caption.epoch, caption.index) {
        (0, _) => String::new(),
        (term, 0) => format!(" (term {term})"),
        (term, index) => format!(" (term {term}, index {index})"),
    }
}

/// Where a server stands: its part, its term, and the terms of its entries.
pub fn stands(server: Option<Observation>, names: Names) -> String {
    let Some(server) = server else { return "is down".into() };
    let term = server.epoch.unwrap_or_default();
    let part = match (server.follows, server.role) {
        (Some(leader), _) => format!("follows {} in term {term}", names.node(leader)),
        (None, Role::Leader) => format!("leads term {term}"),
        (None, role) => format!("is a {} in term {term}", role.name()),
    };
    let log = server.fields.into_iter().find_map(|field| match field.shape {
        Shape::Log(entries) => Some(entries),
        _ => None,
    });
    let log = log.unwrap_or_default();
    let committed = log.iter().filter(|entry| entry.state == EntryState::Committed).count();
    let terms: Vec<_> = log.iter().map(|entry: &Entry| entry.epoch.to_string()).collect();
    format!("{part}; its log has terms {}, committed up to {committed}", terms.join(" "))
}
