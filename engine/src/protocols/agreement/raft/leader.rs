//! How a leader takes office and holds rounds of heartbeats (section 5.2).
use super::progress::{Progress, Round};
use super::reads::WaitingReads;
use super::server::{Out, Role, Server};
use super::{Command, LogIndex, Message, Timer};
use crate::evidence::Kind;
use crate::kernel::{Deadline, LocalTime, Place, SortedMap};
use crate::node::{Note, Outcome, Response, Ticket, Topic};
use std::collections::VecDeque;

/// What a leader keeps track of.
#[derive(Clone, Debug, Hash)]
pub struct Leader {
    pub(super) followers: Vec<Progress>,
    /// The last round that was opened.
    pub(super) round: u64,
    /// The last one that a majority has answered.
    pub(super) confirmed: u64,
    /// Those of the last election timeout: no answer to an earlier one proves anything now.
    pub(super) rounds: VecDeque<Round>,
    /// When the last round was opened that a majority answered.
    pub(super) heard: LocalTime,
    /// The first entry of its own term: the noop.
    pub(super) noop: LogIndex,
    pub(super) waiting: SortedMap<LogIndex, Ticket>,
    pub(super) reads: WaitingReads,
}

impl Leader {
    /// An entry was applied: who asked for it is told.
    pub(super) fn applied(&mut self, index: LogIndex, outcome: Outcome, out: &mut Out) {
        if let Some(ticket) = self.waiting.remove(&index) {
            out.respond(ticket, Response { outcome, hint: None, context: None, contract: None });
        }
    }

    /// Who waits learns that the answer may never come.
    pub(super) fn dismiss(&self, out: &mut Out) {
        let unknown =
            || Response { outcome: Outcome::Info, hint: None, context: None, contract: None };
        self.waiting.values().for_each(|ticket| out.respond(*ticket, unknown()));
        self.reads.tickets().for_each(|ticket| out.respond(ticket, unknown()));
    }

    /// Until an entry of its own term is committed, a leader does not know what is: its index.
    pub(super) fn own_term_from(&self, commit: LogIndex) -> Option<LogIndex> {
        (commit < self.noop).then_some(self.noop)
    }
}

impl Server {
    /// It is elected.
    pub(super) fn lead(&mut self, out: &mut Out) {
        let next = self.log.last_index().next();
        self.role = Role::Leader(Leader {
            followers: vec![Progress::unknown(next); self.voters.len().into()],
            round: 0,
            confirmed: 0,
            rounds: VecDeque::new(),
            heard: out.monotonic(),
            noop: next,
            waiting: SortedMap::new(),
            reads: WaitingReads::default(),
        });
        self.behind = None;
        out.cancel_timer(Timer::Election);
        let (number, value) = (self.term.0, self.place().0.into());
        out.note(Note::Decided { topic: Topic::Leader, number, value });
        for kind in [Kind::LeaseEpoch, Kind::Heartbeat] {
            out.issue(kind, self.place(), self.epoch());
            out.accept(kind, self.place(), self.epoch(), Deadline::FOREVER);
        }
        self.put(Command::Noop, out);
        self.open_round(out);
    }

    /// A round is due. A leader that no majority has answered for an election timeout leads no
    /// more (dissertation, section 6.2).
    pub(super) fn open_round(&mut self, out: &mut Out) {
        let Role::Leader(leader) = &self.role else { return };
        let silence = leader.heard + self.config.election_timeout <= out.monotonic();
        let alone = silence && self.voters.len() > 1;
        if alone && self.config.check_quorum {
            return self.become_follower(None, out);
        }
        self.send_round(out);
        out.set_timer(Timer::Round, self.config.heartbeat);
    }

    /// Sends a round of heartbeats now.
    pub(super) fn send_round(&mut self, out: &mut Out) {
        let (term, commit, others) = (self.term, self.commit, self.others());
        let (now, timeout) = (out.monotonic(), self.config.election_timeout);
        let Role::Leader(leader) = &mut self.role else { return };
        leader.round += 1;
        let round = leader.round;
        let proves_nothing = |round: &mut Round| round.opened + timeout <= now;
        while leader.rounds.pop_front_if(proves_nothing).is_some() {}
        leader.rounds.push_back(Round { number: round, opened: now });
        for follower in others {
            let commit = commit.min(leader.followers[follower.index()].matched);
            out.send(follower, Message::Heartbeat { term, commit, round });
        }
        self.own_round(out);
    }

    /// A leader of one answers its rounds itself.
    fn own_round(&mut self, out: &mut Out) {
        if self.voters.len() == 1 {
            self.confirm_rounds(out);
        }
    }

    /// A follower has answered a round: what it promised lasts from when the round was opened.
    pub(super) fn beat(&mut self, from: Place, round: u64, out: &mut Out) {
        let (epoch, config, last) = (self.epoch(), self.config, self.log.last_index());
        let Role::Leader(leader) = &mut self.role else { return };
        let progress = &mut leader.followers[from.index()];
        progress.answered = progress.answered.max(round);
        let known = leader.rounds.iter().rev().find(|known| known.number == round);
        if let Some(Round { opened, .. }) = known.copied() {
            let until = Deadline::Monotonic(opened + config.lease);
            out.accept(Kind::LeaseEpoch, from, epoch, until);
            let until = Deadline::Monotonic(opened + config.election_timeout);
            out.accept(Kind::Heartbeat, from, epoch, until);
            if progress.starts_over(opened, last, config.heartbeat) {
                self.send_entries(from, out);
            }
        }
        self.confirm_rounds(out);
    }
}
