//! How a server looks.
use super::server::{Role, Server};
use super::{Command, LogIndex};
use crate::node::Call;
use crate::observation::{Entry, EntryState, Field, Observation, Role as Part, Shape};

/// So many entries at the end of the log are shown.
const SHOWN: u64 = 12;

pub(super) fn server(server: &Server) -> Observation {
    let role = match server.role {
        Role::Follower(_) => Part::Follower,
        Role::Candidate(_) => Part::Candidate,
        Role::Leader(_) => Part::Leader,
    };
    let follows = server.leader().filter(|leader| *leader != server.place());
    let mut fields = vec![
        Field { name: "log", shape: Shape::Log(entries(server)) },
        Field { name: "committed", shape: Shape::Counter(server.commit.0) },
        Field { name: "applied", shape: Shape::Counter(server.applied.0) },
    ];
    if let Role::Candidate(candidate) = &server.role {
        let name = if candidate.pre { "would vote" } else { "voted" };
        fields.push(Field { name, shape: Shape::Nodes(candidate.granted) });
    }
    let values = server.machine.values().iter();
    fields.extend(values.map(|(key, value)| Field {
        name: "value",
        shape: Shape::Register(key.0, [value.0].into()),
    }));
    Observation {
        role,
        epoch: Some(server.term.0),
        follows: follows.map(|leader| server.id.peer(leader)),
        fields,
    }
}

fn entries(server: &Server) -> Vec<Entry> {
    let first = LogIndex(server.log.last_index().0.saturating_sub(SHOWN) + 1);
    let indices = (first.0..).map(LogIndex);
    let shown = indices.zip(server.log.from(first)).map(|(index, entry)| Entry {
        index: index.0,
        epoch: entry.term.0,
        writes: match entry.command {
            Command::Operation(_, key, Call::Write(value) | Call::Cas(_, value)) => {
                Some((key.0, value.0))
            }
            _ => None,
        },
        state: match index {
            index if index <= server.commit => EntryState::Committed,
            index if index <= server.log.flushed() => EntryState::Flushed,
            _ => EntryState::Written,
        },
    });
    shown.collect()
}
