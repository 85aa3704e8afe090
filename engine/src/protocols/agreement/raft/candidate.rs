//! How a leader is elected (section 5.2), and how a server first asks whether it could be.
use super::server::{Out, Role, Server};
use super::stable::Unflushed;
use super::{LastEntry, Message, Term};
use crate::evidence::Kind;
use crate::kernel::{Deadline, NodeSet, Place};
use crate::node::{Note, Topic};
use crate::parts::{Ballot, Config as Quorums};

/// What a candidate has heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Candidate {
    /// It only asks whether it would be elected.
    pub pre: bool,
    /// Who said yes.
    pub granted: NodeSet,
    /// Who said no.
    pub refused: NodeSet,
}

impl Candidate {
    fn new(pre: bool) -> Candidate {
        Candidate { pre, granted: NodeSet::EMPTY, refused: NodeSet::EMPTY }
    }

    /// Has a majority said anything? Then a leader can be had again.
    pub(super) fn is_heard(&self, voters: NodeSet) -> bool {
        self.granted.or(self.refused).len() > voters.len() / 2
    }

    fn ballot(&self, voters: NodeSet) -> Ballot {
        Quorums::simple(voters).ballot(|voter| match voter {
            voter if self.granted.contains(voter) => Some(true),
            voter if self.refused.contains(voter) => Some(false),
            _ => None,
        })
    }
}

impl Server {
    /// Nobody has led for too long.
    pub(super) fn campaign(&mut self, out: &mut Out) {
        match self.config.pre_vote {
            true => self.inquire(out),
            false => self.stand(out),
        }
    }

    /// Asks whether it would be elected; nobody's term changes (dissertation, section 9.6).
    fn inquire(&mut self, out: &mut Out) {
        self.become_follower(None, out);
        self.await_election(out);
        self.role = Role::Candidate(Candidate::new(true));
        let term = Term(self.term.0 + 1);
        self.canvass(term, true, out);
        self.answered(self.place(), term, true, out);
    }

    /// Begins a term of its own. It asks for votes once its own is on disk: after a crash it
    /// would else stand in the same term again, perhaps with a shorter log, and count votes that
    /// were given for the longer one.
    pub(super) fn stand(&mut self, out: &mut Out) {
        self.become_follower(None, out);
        self.await_election(out);
        self.enter(Term(self.term.0 + 1), out);
        self.role = Role::Candidate(Candidate::new(false));
        self.vote_for(self.place(), out);
    }

    fn canvass(&self, term: Term, pre: bool, out: &mut Out) {
        let last = self.log.last();
        self.others().for_each(|voter| out.send(voter, Message::RequestVote { term, last, pre }));
    }

    /// Somebody asks for this server's vote, or whether it would give it. A log that is less
    /// up-to-date than its own gets none (section 5.4.1).
    pub(super) fn asked(
        &mut self,
        from: Place,
        term: Term,
        last: LastEntry,
        pre: bool,
        out: &mut Out,
    ) {
        let up_to_date = last >= self.log.last();
        let free_in_this_term = match self.voted {
            Some(voted) => voted == from,
            None => self.leader().is_none(),
        };
        let free = term > self.term || free_in_this_term;
        match (up_to_date && free, pre) {
            (true, true) => out.send(from, Message::Vote { term, granted: true, pre }),
            (true, false) => self.vote_for(from, out),
            (false, _) => {
                out.send(from, Message::Vote { term: self.term, granted: false, pre });
            }
        }
    }

    /// Settles its vote, and gives it once it is on disk (figure 2).
    fn vote_for(&mut self, candidate: Place, out: &mut Out) {
        self.voted = Some(candidate);
        if candidate != self.place() {
            self.await_election(out);
        }
        match self.config.durable_vote {
            true => {
                self.keep_vote(out);
                self.once_flushed(Unflushed::Vote(self.term, candidate), out);
            }
            false => self.give_vote(self.term, candidate, out),
        }
    }

    /// The vote is on disk. If its term is over, nobody wants it any more.
    pub(super) fn give_vote(&mut self, term: Term, candidate: Place, out: &mut Out) {
        if term != self.term {
            return;
        }
        out.note(Note::Level { topic: Topic::Term, value: term.0 });
        out.issue(Kind::ElectionVote, candidate, self.epoch());
        if candidate != self.place() {
            return out.send(candidate, Message::Vote { term, granted: true, pre: false });
        }
        if matches!(self.role, Role::Candidate(Candidate { pre: false, .. })) {
            self.canvass(term, false, out);
            self.voted(candidate, true, out);
        }
    }

    /// The answer to "would you?" has come. It counts if it speaks of the term that comes next.
    pub(super) fn answered(&mut self, from: Place, term: Term, granted: bool, out: &mut Out) {
        let next = term.0 == self.term.0 + 1;
        if next == granted && self.count_vote(from, granted, true) == Some(Ballot::Won) {
            self.stand(out);
        }
    }

    /// A vote has come, or a refusal.
    pub(super) fn voted(&mut self, from: Place, granted: bool, out: &mut Out) {
        if granted && !matches!(self.role, Role::Follower(_)) {
            out.accept(Kind::ElectionVote, from, self.epoch(), Deadline::FOREVER);
        }
        match self.count_vote(from, granted, false) {
            Some(Ballot::Won) => self.lead(out),
            Some(Ballot::Lost) => self.become_follower(None, out),
            _ => (),
        }
    }

    fn count_vote(&mut self, from: Place, granted: bool, pre: bool) -> Option<Ballot> {
        let voters = self.voters;
        let Role::Candidate(candidate) = &mut self.role else { return None };
        if candidate.pre != pre {
            return None;
        }
        match granted {
            true => candidate.granted = candidate.granted.with(from),
            false => candidate.refused = candidate.refused.with(from),
        }
        Some(candidate.ballot(voters))
    }
}
