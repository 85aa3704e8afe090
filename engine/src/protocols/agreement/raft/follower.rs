//! How a follower takes what its leader sends (section 5.3).
use super::server::{Out, Role, Server};
use super::stable::Unflushed;
use super::{Entry, LastEntry, LogIndex, Message, Term};
use crate::evidence::Kind;
use crate::kernel::Place;
use crate::node::{Note, Topic};

impl Server {
    /// Somebody else leads this term: whoever wanted to, does not any more.
    fn follow(&mut self, leader: Place, out: &mut Out) {
        match &self.role {
            Role::Follower(Some(known)) if *known == leader => self.await_election(out),
            _ => self.become_follower(Some(leader), out),
        }
        self.bound_until = out.monotonic() + self.config.election_timeout;
    }

    /// Entries come. They are put behind the one that the leader says comes before them, or not
    /// at all.
    pub(super) fn append(
        &mut self,
        leader: Place,
        previous: LastEntry,
        entries: &[Entry],
        commit: LogIndex,
        out: &mut Out,
    ) {
        if matches!(self.role, Role::Leader(_)) {
            return;
        }
        self.follow(leader, out);
        let last = LogIndex(previous.index.0 + entries.len() as u64);
        if !self.log.has(previous) {
            self.behind = self.behind.max((commit > self.applied).then_some(commit));
            let hint = self.log.last_at_most(previous);
            let (term, refused) = (self.term, previous.index);
            return out.send(leader, Message::Conflict { term, refused, hint });
        }
        let wrote = self.put_behind(previous.index, entries, out);
        match wrote || self.log.flushed() < last || !self.keeps_term() {
            true => self.once_flushed(Unflushed::Entries(self.term, leader, last), out),
            false => self.acknowledge(self.term, leader, last, out),
        }
        self.advance_commit(commit.min(last), out);
    }

    /// Entries that are there already stay; from the first that differs on, the log is replaced.
    fn put_behind(&mut self, previous: LogIndex, entries: &[Entry], out: &mut Out) -> bool {
        let mut wrote = false;
        for (index, entry) in (previous.0 + 1..).map(LogIndex).zip(entries) {
            if self.log.has(LastEntry { term: entry.term, index }) {
                continue;
            }
            self.truncate(index.previous());
            self.write_entry(*entry, out);
            wrote = true;
        }
        wrote
    }

    /// What the leader sent is on disk. If its term is over, it need not know.
    pub(super) fn acknowledge(&mut self, term: Term, leader: Place, upto: LogIndex, out: &mut Out) {
        if term == self.term && self.leader() == Some(leader) {
            let matched = upto.min(self.log.flushed());
            if self.vouched < term && self.log.has_flushed_of(term) {
                self.vouched = term;
                out.note(Note::Level { topic: Topic::Term, value: term.0 });
                out.issue(Kind::LogPosition, leader, self.epoch());
            }
            out.send(leader, Message::Appended { term, matched });
        }
    }

    /// A round of heartbeats comes.
    pub(super) fn heartbeat(&mut self, leader: Place, commit: LogIndex, round: u64, out: &mut Out) {
        if matches!(self.role, Role::Leader(_)) {
            return;
        }
        self.follow(leader, out);
        match self.keeps_term() {
            true => self.answer_round(self.term, leader, round, out),
            false => self.once_flushed(Unflushed::Beat(self.term, leader, round), out),
        }
        self.advance_commit(commit.min(self.log.last_index()), out);
    }

    /// The answer to a round promises to elect nobody else for a while, counted from when the
    /// round came, and reports that this server is there.
    pub(super) fn answer_round(&mut self, term: Term, leader: Place, round: u64, out: &mut Out) {
        if term == self.term && self.leader() == Some(leader) {
            out.issue(Kind::LeaseEpoch, leader, self.epoch());
            out.issue(Kind::Heartbeat, leader, self.epoch());
            out.send(leader, Message::Beat { term, round });
        }
    }

    pub(super) fn advance_commit(&mut self, commit: LogIndex, out: &mut Out) {
        if commit > self.commit {
            self.commit = commit;
            self.apply(out);
        }
    }
}
