//! How a server comes back from its disk, and what a group could recover if all did.
//!
//! After Ongaro's dissertation, section 3.8.
use super::server::{Out, Role, Server};
use super::{Config, Entry, Log, LogIndex, Machine, Stored, Term};
use crate::kernel::{Chunks, LocalTime, Moment, Place};
use crate::node::{Kept, Recoverable, Setup};
use std::collections::VecDeque;

/// A server from what its disk kept. One that may have promised a leader to elect nobody else
/// has forgotten until when: it is bound for one whole timeout.
pub(super) fn boot(setup: &Setup, recovered: &Kept<Stored>, out: &mut Out) -> Server {
    let (mut term, mut voted) = (Term(0), None);
    let mut entries = Chunks::<Entry>::default();
    for stored in recovered.iter() {
        match *stored {
            Stored::Vote(kept, candidate) => (term, voted) = (kept, candidate.map(Place)),
            Stored::Entry(LogIndex(index), entry) => {
                entries.truncate(index as usize - 1);
                entries.push(entry);
                term = term.max(entry.term);
            }
        }
    }
    let config = Config::new(setup);
    let bound_until = match recovered.is_empty() {
        true => LocalTime::PAST,
        false => out.monotonic() + config.election_timeout,
    };
    Server {
        id: out.id(),
        config,
        voters: setup.all(),
        term,
        kept: term,
        voted,
        log: Log::recovered(entries),
        commit: LogIndex(0),
        applied: LogIndex(0),
        machine: Machine::default(),
        role: Role::Follower(None),
        bound_until,
        vouched: Term(0),
        behind: None,
        unflushed: VecDeque::new(),
    }
}

/// Whoever can still win an election brings its whole log: for each key, the value after it.
pub(super) fn recoverable(booted: &[&Server]) -> Recoverable {
    let majority = booted.len() / 2 + 1;
    let wins = |server: &&&Server| {
        let no_better = booted.iter().filter(|other| other.log.last() <= server.log.last());
        no_better.count() >= majority
    };
    let mut found = Recoverable::new();
    for server in booted.iter().filter(wins) {
        let mut machine = Machine::default();
        server.log.from(LogIndex(1)).for_each(|entry| {
            machine.apply(entry);
        });
        for (key, value) in machine.values() {
            found.or_default(*key).insert(*value);
        }
    }
    found
}
