//! What clients and services ask each other, and what they are told.
use crate::kernel::{NodeId, ServiceId};
use crate::modes::ClassId;
use std::rc::Rc;

/// Names an operation of a client for good, however often it is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OpId {
    /// Who wants it.
    pub client: NodeId,
    /// Counted from 1.
    pub nth: u32,
}

/// Names one request: the nth that a node has sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RequestId {
    /// Who asks.
    pub from: NodeId,
    /// Counted from 1.
    pub nth: u32,
}

/// What it takes to answer a request.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ticket {
    /// The request.
    pub id: RequestId,
    /// The operation that it is for.
    pub op: OpId,
    /// The class to which that belongs.
    pub class: ClassId,
}

/// Which of a service's objects.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(pub u16);

/// What can be written. No workload writes a value twice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Value(pub i64);

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Call {
    /// What is its value?
    Read,
    /// Let this be its value.
    Write(Value),
    /// If its value is the first, let it be the second.
    Cas(Value, Value),
}

impl Call {
    /// Can it change anything?
    pub fn is_read(self) -> bool {
        self == Call::Read
    }

    /// How it is called in tables.
    pub const fn name(self) -> &'static str {
        match self {
            Call::Read => "read",
            Call::Write(_) => "write",
            Call::Cas(..) => "cas",
        }
    }
}

/// What a mechanism wants to be told again with the next write; opaque to everybody else.
pub type Context = Option<Rc<[u64]>>;

/// A request for one operation.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Request {
    /// Which operation.
    pub op: OpId,
    /// Of which service.
    pub service: ServiceId,
    /// To which class of that it belongs.
    pub class: ClassId,
    /// On which object.
    pub key: Key,
    /// What is asked.
    pub call: Call,
    /// What the last answer on this object told.
    pub context: Context,
}

/// What a successful operation tells.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Answer {
    /// It is done.
    Done,
    /// The value, or none yet.
    Value(Option<Value>),
    /// Several values, none of which supersedes another.
    Siblings(Rc<[Value]>),
}

/// Why an operation was certainly not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Refusal {
    /// Somebody else leads.
    NotLeader,
    /// The evidence that it takes is missing.
    NoEvidence,
    /// A higher token has been seen.
    Fenced,
    /// The value was another.
    Mismatch,
    /// The client gave up before anybody had taken it in.
    Unasked,
}

impl Refusal {
    /// In a few words.
    pub const fn name(self) -> &'static str {
        match self {
            Refusal::NotLeader => "not the leader",
            Refusal::NoEvidence => "evidence missing",
            Refusal::Fenced => "token too old",
            Refusal::Mismatch => "another value",
            Refusal::Unasked => "nobody asked",
        }
    }
}

/// How an operation ended for its client.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// Done.
    Ok(Answer),
    /// Certainly not done.
    Fail(Refusal),
    /// Perhaps done, perhaps yet to be done, perhaps never.
    Info,
}

/// An answer to a request.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Response {
    /// How it ended.
    pub outcome: Outcome,
    /// Who might know better.
    pub hint: Option<NodeId>,
    /// To be told again with the next write.
    pub context: Context,
    /// It was served under this contract of the class; nothing if it promises nothing.
    pub contract: Option<u8>,
}

impl Response {
    /// Done, under the contract believed now.
    pub fn ok(answer: Answer) -> Response {
        Response { outcome: Outcome::Ok(answer), hint: None, context: None, contract: None }
    }

    /// Certainly not done.
    pub fn fail(why: Refusal) -> Response {
        Response { outcome: Outcome::Fail(why), hint: None, context: None, contract: None }
    }

    /// With somebody who might know better.
    #[must_use]
    pub fn with_hint(self, hint: Option<NodeId>) -> Response {
        Response { hint, ..self }
    }

    /// With what is to be told again.
    #[must_use]
    pub fn with_context(self, context: Context) -> Response {
        Response { context, ..self }
    }
}
