//! How a leader answers reads: through the log, after asking, by lease, or without looking.
//!
//! After Ongaro's dissertation, section 6.4.
use super::server::{Out, Role, Server};
use super::{LogIndex, READS, Reads};
use crate::kernel::Place;
use crate::modes::Mode;
use crate::node::{Answer, Key, Request, Response, Ticket};
use crate::parts::Config as Quorums;
use std::collections::VecDeque;

/// Reads that wait for a round to be answered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct WaitingReads(VecDeque<WaitingRead>);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct WaitingRead {
    ticket: Ticket,
    key: Key,
    /// What was committed when it came: the answer must not be older.
    index: LogIndex,
    /// A round opened after it came.
    round: u64,
}

impl WaitingReads {
    /// Everybody who waits.
    pub(super) fn tickets(&self) -> impl Iterator<Item = Ticket> {
        self.0.iter().map(|read| read.ticket)
    }

    /// Does anybody wait for a round after this one?
    fn want_round_after(&self, round: u64) -> bool {
        self.0.back().is_some_and(|read| read.round > round)
    }
}

impl Server {
    /// A client wants to know a value.
    pub(super) fn read(&mut self, ticket: Ticket, request: &Request, out: &mut Out) {
        match (self.config.reads, out.mode(READS)) {
            (_, Mode::Floor) => out.respond(ticket, self.refusal()),
            (Reads::Log, _) => self.propose(ticket, request, out),
            (Reads::Lease | Reads::Local, Mode::Target) => self.answer(ticket, request.key, out),
            _ => self.ask_first(ticket, request.key, out),
        }
    }

    fn answer(&self, ticket: Ticket, key: Key, out: &mut Out) {
        out.respond(ticket, Response::ok(Answer::Value(self.machine.value(key))));
    }

    /// Notes what is committed, and asks a majority whether this is still the leader. Reads that
    /// come while a round is under way share the next one.
    fn ask_first(&mut self, ticket: Ticket, key: Key, out: &mut Out) {
        let index = self.commit;
        let Role::Leader(leader) = &mut self.role else { return };
        let round = leader.round + 1;
        leader.reads.0.push_back(WaitingRead { ticket, key, index, round });
        self.open_wanted_round(out);
    }

    /// If the last round is over and reads wait for another, it is opened; if the answers to the
    /// last one are lost, the reads go with the next that is due.
    fn open_wanted_round(&mut self, out: &mut Out) {
        let Role::Leader(leader) = &self.role else { return };
        if leader.confirmed == leader.round && leader.reads.want_round_after(leader.round) {
            self.send_round(out);
        }
    }

    /// Rounds that a majority has answered let reads go that came before them, once this leader
    /// knows what is committed: an entry of its own term must be.
    pub(super) fn confirm_rounds(&mut self, out: &mut Out) {
        let (own, applied, voters) = (self.place(), self.applied, self.voters);
        let commit = self.commit;
        let Role::Leader(leader) = &mut self.role else { return };
        let answered = |place: Place| match place == own {
            true => leader.round,
            false => leader.followers[place.index()].answered,
        };
        let confirmed = Quorums::simple(voters).committed(answered).unwrap_or(leader.round);
        leader.confirmed = confirmed;
        let mut known = leader.rounds.iter().rev();
        if let Some(round) = known.find(|round| round.number <= confirmed) {
            leader.heard = leader.heard.max(round.opened);
        }
        if leader.own_term_from(commit).is_some() {
            return;
        }
        let ready = |read: &mut WaitingRead| read.round <= confirmed && read.index <= applied;
        let mut answers = Vec::new();
        while let Some(read) = leader.reads.0.pop_front_if(ready) {
            answers.push((read.ticket, read.key));
        }
        answers.into_iter().for_each(|(ticket, key)| self.answer(ticket, key, out));
        self.open_wanted_round(out);
    }
}
