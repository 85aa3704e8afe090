//! What a server keeps on its disk, and what it says or counts only once the disk keeps it.
use super::server::{Out, Server};
use super::{Entry, LogIndex, Stored, Term};
use crate::kernel::{FlushToken, Place};

/// What waits for the disk. Each carries the term in which it was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Unflushed {
    /// A vote for this server.
    Vote(Term, Place),
    /// The log up to here, sent by this leader.
    Entries(Term, Place, LogIndex),
    /// The leader's own log up to here.
    Own(Term, LogIndex),
    /// The answer to this leader's round.
    Beat(Term, Place, u64),
}

impl Unflushed {
    fn term(self) -> Term {
        match self {
            Unflushed::Vote(term, _)
            | Unflushed::Entries(term, ..)
            | Unflushed::Own(term, _)
            | Unflushed::Beat(term, ..) => term,
        }
    }
}

impl Server {
    /// A higher term begins, with nobody voted for.
    pub(super) fn enter(&mut self, term: Term, out: &mut Out) {
        if term > self.term {
            self.term = term;
            self.voted = None;
            self.keep_vote(out);
        }
    }

    /// Writes term and vote down.
    pub(super) fn keep_vote(&self, out: &mut Out) {
        if self.config.durable_vote {
            out.write(Stored::Vote(self.term, self.voted.map(|place| place.0)));
        }
    }

    /// Would it know this term after a crash? Until then it answers no leader (figure 2: term and
    /// vote are on disk before a server responds), for it would know of no promise that it gave.
    pub(super) fn keeps_term(&self) -> bool {
        self.kept >= self.term || !self.config.durable_vote
    }

    /// Something is to be done once the disk keeps all that was written before.
    pub(super) fn once_flushed(&mut self, then: Unflushed, out: &mut Out) {
        self.unflushed.push_back((out.flush(), then));
    }

    /// One more entry, written and not yet flushed.
    pub(super) fn write_entry(&mut self, entry: Entry, out: &mut Out) -> LogIndex {
        let index = self.log.push(entry);
        out.write(Stored::Entry(index, entry));
        index
    }

    /// Forgets the log after an index. A flush that is under way will not keep what replaces it.
    pub(super) fn truncate(&mut self, last: LogIndex) {
        self.log.truncate(last);
        for (_, waits) in &mut self.unflushed {
            match waits {
                Unflushed::Entries(.., upto) | Unflushed::Own(_, upto) => *upto = last.min(*upto),
                Unflushed::Vote(..) | Unflushed::Beat(..) => (),
            }
        }
    }

    /// The disk keeps all that was written before a flush.
    pub(super) fn flushed(&mut self, token: FlushToken, out: &mut Out) {
        while let Some((_, done)) = self.unflushed.pop_front_if(|(flush, _)| *flush <= token) {
            self.kept = self.kept.max(done.term());
            match done {
                Unflushed::Vote(term, candidate) => self.give_vote(term, candidate, out),
                Unflushed::Entries(term, leader, upto) => {
                    self.log.on_flushed(upto);
                    self.acknowledge(term, leader, upto, out);
                }
                Unflushed::Own(term, upto) => {
                    self.log.on_flushed(upto);
                    self.own_flushed(term, out);
                }
                Unflushed::Beat(term, leader, round) => self.answer_round(term, leader, round, out),
            }
        }
    }
}
