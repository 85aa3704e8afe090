//! The paper's and the dissertation's own examples, on bare servers, section by section.
mod clients;
mod disks;
mod elections;
mod reads;
mod replication;
mod safety;

use super::harness::{Group, disk};
use crate::kernel::{Place, Span};
use crate::node::{Answer, Call, Outcome, Refusal, Setup, Value};
use crate::observation::Role as Part;
use crate::protocols::agreement::raft::{
    Entry, LastEntry, LogIndex, Message, Role, Server, Term, Timer,
};

/// As built.
fn plain(setup: Setup) -> Setup {
    setup
}

/// Without pre-vote and check-quorum: sections 1 to 8 of the paper alone.
fn bare(setup: Setup) -> Setup {
    setup.without("pre-vote").without("check-quorum")
}

/// The end of a log.
fn end(term: u64, index: u64) -> LastEntry {
    LastEntry { term: Term(term), index: LogIndex(index) }
}

/// Somebody asks for a vote.
fn ask_vote(term: u64, last: LastEntry) -> Message {
    Message::RequestVote { term: Term(term), last, pre: false }
}

/// Did this server give its vote to that one?
fn voted(group: &Group, voter: u16, candidate: u16) -> bool {
    group.mail.iter().any(|letter| {
        let gives = matches!(letter.message, Message::Vote { granted: true, pre: false, .. });
        gives && (letter.from, letter.to) == (voter, candidate)
    })
}

fn term(server: &Server) -> u64 {
    server.term.0
}

fn part(server: &Server) -> Part {
    crate::node::Node::observe(server).role
}
