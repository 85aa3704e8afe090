//! What servers send each other, set for themselves, and keep on disk.
use crate::evidence::Kind;
use crate::node::{Call, Caption, Captioned, Key, OpId};
use std::rc::Rc;

/// A term of office.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Term(pub u64);

/// A position in the log, counted from 1; 0 is before the first entry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LogIndex(pub u64);

impl LogIndex {
    /// The next one.
    pub fn next(self) -> LogIndex {
        LogIndex(self.0 + 1)
    }

    /// The one before; before the first there is none.
    pub fn previous(self) -> LogIndex {
        LogIndex(self.0.saturating_sub(1))
    }
}

/// What an entry tells the state machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    /// Nothing: it lets a new leader commit something of its own term.
    Noop,
    /// An operation of a client.
    Operation(OpId, Key, Call),
}

/// One entry of the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Entry {
    /// Of the leader that made it.
    pub term: Term,
    /// What it says.
    pub command: Command,
}

/// The last entry of somebody's log: what makes one log more up-to-date than another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LastEntry {
    /// Its term decides first.
    pub term: Term,
    /// Then its index.
    pub index: LogIndex,
}

/// Between servers.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Message {
    /// A candidate asks for a vote; before a term of its own begins, if `pre`.
    RequestVote {
        /// The term it wants to lead.
        term: Term,
        /// The end of its log.
        last: LastEntry,
        /// Only: would you?
        pre: bool,
    },
    /// The answer.
    Vote {
        /// The term that was asked about if granted; the voter's own if not.
        term: Term,
        /// Yes.
        granted: bool,
        /// The question was: would you?
        pre: bool,
    },
    /// The leader sends entries.
    Append {
        /// The leader's.
        term: Term,
        /// What comes before the entries.
        previous: LastEntry,
        /// In order.
        entries: Rc<[Entry]>,
        /// What the leader knows to be committed.
        commit: LogIndex,
    },
    /// A follower has them on its disk.
    Appended {
        /// The follower's.
        term: Term,
        /// Its log agrees with the leader's up to here, on disk.
        matched: LogIndex,
    },
    /// A follower cannot put them behind what it has.
    Conflict {
        /// The follower's.
        term: Term,
        /// What was refused.
        refused: LogIndex,
        /// The logs may agree up to here, no further.
        hint: LastEntry,
    },
    /// The leader opens a round of heartbeats.
    Heartbeat {
        /// The leader's.
        term: Term,
        /// What is committed and known to be in the follower's log.
        commit: LogIndex,
        /// Counted from 1 in this term.
        round: u64,
    },
    /// A follower answers a round; or anybody tells a leader that its term is over.
    Beat {
        /// The sender's.
        term: Term,
        /// Which round; 0 for none.
        round: u64,
    },
}

impl Message {
    /// The term that it speaks of.
    pub fn term(&self) -> Term {
        match self {
            Message::RequestVote { term, .. }
            | Message::Vote { term, .. }
            | Message::Append { term, .. }
            | Message::Appended { term, .. }
            | Message::Conflict { term, .. }
            | Message::Heartbeat { term, .. }
            | Message::Beat { term, .. } => *term,
        }
    }
}

impl Captioned for Message {
    fn caption(&self) -> Caption {
        let (name, index) = match self {
            Message::RequestVote { pre: true, last, .. } => ("would you vote?", last.index.0),
            Message::RequestVote { last, .. } => ("vote for me", last.index.0),
            Message::Vote { granted: true, pre: true, .. } => ("would", 0),
            Message::Vote { granted: true, .. } => ("vote", 0),
            Message::Vote { .. } => ("no vote", 0),
            Message::Append { previous, entries, .. } => {
                ("append", previous.index.0 + entries.len() as u64)
            }
            Message::Appended { matched, .. } => ("appended", matched.0),
            Message::Conflict { hint, .. } => ("conflict", hint.index.0),
            Message::Heartbeat { commit, .. } => ("heartbeat", commit.0),
            Message::Beat { round: 0, .. } => ("term is over", 0),
            Message::Beat { .. } => ("ack", 0),
        };
        let brings = match self {
            Message::Vote { granted: true, pre: false, .. } => Some(Kind::ElectionVote),
            Message::Appended { .. } => Some(Kind::LogPosition),
            Message::Beat { round, .. } if *round > 0 => Some(Kind::LeaseEpoch),
            _ => None,
        };
        Caption { name, epoch: self.term().0 as u32, index: index as u32, brings }
    }
}

/// Within a server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Timer {
    /// Nobody has led for too long.
    Election,
    /// A leader's next round is due.
    Round,
}

/// On disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stored {
    /// The current term, and for whom this server voted in it.
    Vote(Term, Option<u16>),
    /// An entry, which takes the place of any from this index on.
    Entry(LogIndex, Entry),
}
