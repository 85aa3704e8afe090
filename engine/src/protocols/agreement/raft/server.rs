//! One server: its state, and what every event leads to.
use super::candidate::Candidate;
use super::leader::Leader;
use super::stable::Unflushed;
use super::{Config, Log, LogIndex, Machine, Message, Stored, Term, Timer, observe, recovery};
use crate::evidence::{Evidence, Kind};
use crate::kernel::{FlushToken, LocalTime, NodeId, NodeSet, Place, Span, digest};
use crate::modes::ClassId;
use crate::node::{
    Kept, Node, Note, Obligations, Outbox, Refusal, Request, Response, Setup, Ticket, Topic,
};
use crate::observation::Observation;
use std::collections::VecDeque;

/// What part a server plays.
#[derive(Clone, Debug, Hash)]
pub enum Role {
    /// Takes what the leader sends, if it knows one.
    Follower(Option<Place>),
    /// Asks to lead, or whether it might.
    Candidate(Candidate),
    /// Leads.
    Leader(Leader),
}

/// One server.
#[derive(Clone, Debug, Hash)]
pub struct Server {
    pub(super) id: NodeId,
    pub(super) config: Config,
    pub(super) voters: NodeSet,
    pub(super) term: Term,
    /// The highest term that its disk is known to keep.
    pub(super) kept: Term,
    pub(super) voted: Option<Place>,
    pub(super) log: Log,
    pub(super) commit: LogIndex,
    pub(super) applied: LogIndex,
    pub(super) machine: Machine,
    pub(super) role: Role,
    /// Until then, on its own clock, it votes for nobody but the leader that it follows.
    pub(super) bound_until: LocalTime,
    /// The last term whose leader has its word that entries are on disk.
    pub(super) vouched: Term,
    /// It has joined a leader and lacks entries up to here.
    pub(super) behind: Option<LogIndex>,
    pub(super) unflushed: VecDeque<(FlushToken, Unflushed)>,
}

pub(super) type Out = Outbox<Server>;

impl Server {
    pub(super) fn place(&self) -> Place {
        self.id.place
    }

    pub(super) fn others(&self) -> impl Iterator<Item = Place> + use<> {
        self.voters.without(self.place()).iter()
    }

    /// The leader that it knows, perhaps itself.
    pub(super) fn leader(&self) -> Option<Place> {
        match &self.role {
            Role::Follower(leader) => *leader,
            Role::Leader(_) => Some(self.place()),
            Role::Candidate(_) => None,
        }
    }

    /// Wants an election at a time that differs from server to server.
    pub(super) fn await_election(&self, out: &mut Out) {
        let timeout = self.config.election_timeout;
        let spread = Span(out.draw(timeout.0));
        out.set_timer(Timer::Election, timeout + spread);
    }

    /// Leads no more and wants nothing. Who waits for an answer learns that it may never come. A
    /// higher term alone puts no election off: hearing a leader does, and giving a vote (section
    /// 5.2).
    pub(super) fn become_follower(&mut self, leader: Option<Place>, out: &mut Out) {
        for kind in [Kind::ElectionVote, Kind::LeaseEpoch, Kind::LogPosition, Kind::Heartbeat] {
            out.forget(kind);
        }
        let before = std::mem::replace(&mut self.role, Role::Follower(leader));
        if let Role::Leader(before) = &before {
            before.dismiss(out);
            out.cancel_timer(Timer::Round);
        }
        if leader.is_some() || matches!(before, Role::Leader(_)) {
            self.await_election(out);
        }
    }

    /// A message of another term: it may end this one, or be too late.
    fn compare_terms(&mut self, from: Place, message: &Message, out: &mut Out) -> bool {
        let term = message.term();
        if let Message::RequestVote { .. } = message
            && self.is_bound(out.monotonic())
            && self.leader() != Some(from)
        {
            return false;
        }
        let asks_only = matches!(
            message,
            Message::RequestVote { pre: true, .. } | Message::Vote { pre: true, granted: true, .. }
        );
        if term > self.term && !asks_only {
            self.enter(term, out);
            let leads = matches!(message, Message::Append { .. } | Message::Heartbeat { .. });
            self.become_follower(leads.then_some(from), out);
        }
        if term < self.term {
            self.rebuff(from, message, out);
        }
        term >= self.term
    }

    /// Somebody speaks of a term that is over: it should know.
    fn rebuff(&self, from: Place, message: &Message, out: &mut Out) {
        let term = self.term;
        match message {
            Message::Append { .. } | Message::Heartbeat { .. } => {
                out.send(from, Message::Beat { term, round: 0 });
            }
            Message::RequestVote { pre, .. } => {
                out.send(from, Message::Vote { term, granted: false, pre: *pre });
            }
            _ => (),
        }
    }

    /// Applies what is committed; who asked for it is told.
    pub(super) fn apply(&mut self, out: &mut Out) {
        while self.applied < self.commit {
            let index = self.applied.next();
            let Some(entry) = self.log.entry(index).copied() else { return };
            self.applied = index;
            let value = digest(&entry);
            out.note(Note::Decided { topic: Topic::Entry, number: index.0, value });
            let outcome = self.machine.apply(&entry);
            if let (Role::Leader(leader), Some(outcome)) = (&mut self.role, outcome) {
                leader.applied(index, outcome, out);
            }
        }
        if self.behind.is_some_and(|upto| self.applied >= upto) {
            self.behind = None;
        }
    }

    pub(super) fn refusal(&self) -> Response {
        match self.leader() {
            Some(leader) if leader != self.place() => {
                Response::fail(Refusal::NotLeader).with_hint(Some(self.id.peer(leader)))
            }
            _ => Response::fail(Refusal::NoEvidence),
        }
    }
}

impl Node for Server {
    type Message = Message;
    type Timer = Timer;
    type Record = Stored;

    fn boot(setup: &Setup, recovered: &Kept<Stored>, out: &mut Out) -> Server {
        let server = recovery::boot(setup, recovered, out);
        server.await_election(out);
        server
    }

    fn on_message(&mut self, from: NodeId, message: Message, out: &mut Out) {
        let from = from.place;
        if !self.compare_terms(from, &message, out) {
            return;
        }
        match message {
            Message::RequestVote { term, last, pre } => self.asked(from, term, last, pre, out),
            Message::Vote { pre: true, term, granted } => self.answered(from, term, granted, out),
            Message::Vote { granted, .. } => self.voted(from, granted, out),
            Message::Append { previous, entries, commit, .. } => {
                self.append(from, previous, &entries, commit, out);
            }
            Message::Heartbeat { commit, round, .. } => self.heartbeat(from, commit, round, out),
            Message::Appended { matched, .. } => self.appended(from, matched, out),
            Message::Conflict { refused, hint, .. } => self.conflict(from, refused, hint, out),
            Message::Beat { round, .. } => self.beat(from, round, out),
        }
    }

    fn on_timer(&mut self, timer: Timer, out: &mut Out) {
        match (timer, &self.role) {
            (Timer::Election, Role::Leader(_)) => (),
            (Timer::Election, _) => self.campaign(out),
            (Timer::Round, Role::Leader(_)) => self.open_round(out),
            (Timer::Round, _) => (),
        }
    }

    fn on_flushed(&mut self, token: FlushToken, out: &mut Out) {
        self.flushed(token, out);
    }

    fn on_request(&mut self, ticket: Ticket, request: Request, out: &mut Out) {
        match (&self.role, request.call.is_read()) {
            (Role::Leader(_), true) => self.read(ticket, &request, out),
            (Role::Leader(_), false) => self.propose(ticket, &request, out),
            _ => out.respond(ticket, self.refusal()),
        }
    }

    /// An order overrules the server's own judgement: it asks nobody beforehand, and stands even
    /// if it has promised its leader not to.
    fn on_order(&mut self, order: u8, out: &mut Out) {
        match (order, &self.role) {
            (0, Role::Leader(_)) => (),
            (0, _) => self.stand(out),
            (_, Role::Leader(_)) => self.become_follower(None, out),
            _ => (),
        }
    }

    fn upholds(&self, item: &Evidence) -> LocalTime {
        self.stands_by(item)
    }

    fn claims(&self, _: ClassId) -> bool {
        !matches!(self.role, Role::Follower(Some(_))) || self.behind.is_some()
    }

    fn obligations(&self) -> Option<Obligations> {
        self.still_to_do()
    }

    fn observe(&self) -> Observation {
        observe::server(self)
    }
}
