//! How a leader replicates its log and commits (sections 5.3 and 5.4.2).
use super::server::{Out, Role, Server};
use super::stable::Unflushed;
use super::{Command, Entry, LastEntry, LogIndex, Message, Term};
use crate::evidence::Kind;
use crate::kernel::{Deadline, Place};
use crate::modes::Mode;
use crate::node::{Request, Ticket};
use crate::parts::Config as Quorums;
use std::rc::Rc;

impl Server {
    /// Puts an entry into the log and sends it to everybody, while its own disk is still at work
    /// (dissertation, section 10.2.1).
    pub(super) fn put(&mut self, command: Command, out: &mut Out) -> LogIndex {
        let index = self.write_entry(Entry { term: self.term, command }, out);
        self.once_flushed(Unflushed::Own(self.term, index), out);
        for follower in self.others() {
            self.send_entries(follower, out);
        }
        index
    }

    /// A client wants an entry.
    pub(super) fn propose(&mut self, ticket: Ticket, request: &Request, out: &mut Out) {
        if out.mode(super::WRITES) == Mode::Floor {
            return out.respond(ticket, self.refusal());
        }
        let index = self.put(Command::Operation(request.op, request.key, request.call), out);
        if let Role::Leader(leader) = &mut self.role {
            leader.waiting.insert(index, ticket);
        }
    }

    /// Sends what a follower lacks, as far as is known.
    pub(super) fn send_entries(&mut self, follower: Place, out: &mut Out) {
        let (term, commit, now) = (self.term, self.commit, out.monotonic());
        let Role::Leader(leader) = &mut self.role else { return };
        let progress = &mut leader.followers[follower.index()];
        if progress.is_waiting(now, self.config.heartbeat) {
            return;
        }
        let previous = self.log.at(progress.next.previous());
        let entries: Rc<[Entry]> = self.log.from(progress.next).copied().collect();
        if progress.streaming {
            progress.next = self.log.last_index().next();
        }
        progress.sent = now;
        out.send(follower, Message::Append { term, previous, entries, commit });
    }

    /// A follower has entries on its disk.
    pub(super) fn appended(&mut self, from: Place, matched: LogIndex, out: &mut Out) {
        let (epoch, last) = (self.epoch(), self.log.last_index());
        let own_term = self.log.term(matched) == Some(self.term);
        let Role::Leader(leader) = &mut self.role else { return };
        if own_term {
            out.accept(Kind::LogPosition, from, epoch, Deadline::FOREVER);
        }
        let progress = &mut leader.followers[from.index()];
        if progress.agrees(matched) && progress.next <= last {
            self.send_entries(from, out);
        }
        self.count(out);
    }

    /// A follower's log differs: go back, a whole term at a time (end of section 5.3).
    pub(super) fn conflict(
        &mut self,
        from: Place,
        refused: LogIndex,
        hint: LastEntry,
        out: &mut Out,
    ) {
        let agree = self.log.last_at_most(hint).index;
        let Role::Leader(leader) = &mut self.role else { return };
        if leader.followers[from.index()].differs(refused, agree) {
            self.send_entries(from, out);
        }
    }

    /// The leader's own entries are on its disk.
    pub(super) fn own_flushed(&mut self, term: Term, out: &mut Out) {
        if term == self.term && matches!(self.role, Role::Leader(_)) {
            if out.held(Kind::LogPosition, self.place()) != Some(self.epoch()) {
                out.issue(Kind::LogPosition, self.place(), self.epoch());
                let forever = Deadline::FOREVER;
                out.accept(Kind::LogPosition, self.place(), self.epoch(), forever);
            }
            self.count(out);
        }
    }

    /// An entry that is on the disks of a majority is committed, if it is of this term: earlier
    /// ones are committed with it, never by counting (section 5.4.2, figure 8).
    fn count(&mut self, out: &mut Out) {
        let (own, flushed) = (self.place(), self.log.flushed());
        let Role::Leader(leader) = &self.role else { return };
        let reached = |place: Place| match place == own {
            true => flushed.0,
            false => leader.followers[place.index()].matched.0,
        };
        let counted = Quorums::simple(self.voters).committed(reached).map_or(LogIndex(0), LogIndex);
        let own_term = self.log.term(counted) == Some(self.term);
        if own_term || !self.config.current_term_commit {
            self.advance_commit(counted, out);
        }
        self.confirm_rounds(out);
    }
}
