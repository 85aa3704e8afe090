//! What grantor, storage and workers send each other, set for themselves, and keep on disk.
use crate::evidence::{Epoch, Kind};
use crate::kernel::{LocalTime, Place, WallTime};
use crate::node::{Caption, Captioned, Key, OpId, Value};

/// The lease is this worker's, under this token.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Grant {
    /// Whose.
    pub holder: Place,
    /// Higher than all before.
    pub token: Epoch,
}

/// A place in the storage's list of all writes, counted from 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Version(pub u64);

/// What a key holds, and which write put it there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Register {
    /// What it holds.
    pub value: Value,
    /// The write.
    pub version: Version,
}

/// All that the storage holds, for one who asked.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Contents {
    /// Which of the asker's questions this answers.
    pub asked: u32,
    /// All registers that were ever written.
    pub registers: Vec<(Key, Register)>,
    /// So many writes are in them, and on disk.
    pub kept: Version,
    /// The highest token seen, if the storage checks tokens.
    pub fence: Option<Epoch>,
}

/// Between nodes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Message {
    /// A worker to the grantor: the lease, please; or the one under this token for longer. With
    /// the reading of its clock.
    Acquire(LocalTime, Option<Epoch>),
    /// The grantor: yours, from when I heard you. With the reading that came, and with the hour
    /// at which it ends on the grantor's wall clock.
    Granted(Grant, LocalTime, WallTime),
    /// The grantor: it is another's.
    Denied(Grant),
    /// A worker to the grantor: I need it no longer.
    Release(Epoch),
    /// A worker to the storage: are you there, and what do you hold? With the number of the
    /// question, and with its token, if it has one: lower ones are void from now on.
    Fetch(u32, Option<Epoch>),
    /// The storage: this.
    Contents(Contents),
    /// A worker to the storage: a write under this token.
    Write(Epoch, OpId, Key, Value),
    /// The storage: it is on disk, as this one of all writes, and so are all up to another.
    Written(OpId, Version, Version),
    /// The storage: no, for I have seen this one's higher token.
    Refused(OpId, Grant),
}

impl Captioned for Message {
    fn caption(&self) -> Caption {
        let token = |name, token: &Epoch| Caption { epoch: token.0 as u32, ..Caption::plain(name) };
        match self {
            Message::Acquire(_, token_held) => token("acquire", &token_held.unwrap_or_default()),
            Message::Granted(grant, ..) => token("lease", &grant.token).bringing(Kind::LeaseEpoch),
            Message::Denied(grant) => token("denied", &grant.token),
            Message::Release(epoch) => token("release", epoch),
            Message::Fetch(_, epoch) => token("fetch", &epoch.unwrap_or_default()),
            Message::Contents(contents) => {
                token("contents", &contents.fence.unwrap_or_default()).bringing(Kind::Heartbeat)
            }
            Message::Write(epoch, _, _, value) => {
                Caption { index: value.0 as u32, ..token("write", epoch) }
            }
            Message::Written(..) => Caption::plain("written").bringing(Kind::CommitRecord),
            Message::Refused(_, grant) => token("refused", &grant.token),
        }
    }
}

/// Within a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Timer {
    /// A worker: ask for the lease, or for longer.
    Acquire,
    /// A worker: ask the storage whether it is there.
    Fetch,
    /// A worker: the work is done, write; it was found before that the lease allows it.
    Write(OpId, Epoch),
}

/// On disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stored {
    /// The grantor's.
    Grant(Grant),
    /// The storage's: lower tokens are void.
    Fence(Grant),
    /// The storage's: what was written under which token, and for which operation.
    Write(Grant, OpId, Key, Value),
}
