//! What nodes send each other, set for themselves, and keep on disk.
use super::Version;
use crate::evidence::Kind;
use crate::kernel::{LocalTime, Place};
use crate::node::{Caption, Captioned, Key};
use crate::parts::Dot;
use std::rc::Rc;

/// Names what one coordinator gathers for one request; never given twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GatherId(pub u32);

/// The versions of a key that one node holds.
pub type Versions = Rc<[Rc<Version>]>;

/// Between nodes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Message {
    /// A coordinator: keep this; for that home replica, if it is not yours to keep.
    Put(GatherId, Key, Rc<Version>, Option<Place>),
    /// It is on my disk: so many, by this kind of promise.
    Kept(GatherId, Kind, u64),
    /// A coordinator: what have you?
    Get(GatherId, Key),
    /// This.
    Found(GatherId, Versions),
    /// A coordinator: you lack some of this.
    Repair(Key, Versions),
    /// A stand-in: this is yours.
    Handoff(Key, Rc<Version>),
    /// It is on my disk.
    TakenOver(Key, Dot),
    /// Are you there? With the reading of the clock of whoever asks.
    Ping(LocalTime),
    /// Yes. With the reading that came, and so many hints that were taken so far.
    Pong(LocalTime, u64),
}

impl Captioned for Message {
    fn caption(&self) -> Caption {
        let plain = Caption::plain;
        let named = |name, dot: Dot| Caption { index: dot.nth as u32, ..plain(name) };
        match self {
            Message::Put(_, _, version, None) => named("put", version.dot),
            Message::Put(_, _, version, Some(_)) => named("hinted put", version.dot),
            Message::Kept(_, kind, _) => plain("kept").bringing(*kind),
            Message::Get(..) => plain("get"),
            Message::Found(_, versions) => {
                let last = versions.last();
                let found = last.map_or(plain("found"), |version| named("found", version.dot));
                found.bringing(Kind::Heartbeat)
            }
            Message::Repair(_, versions) => {
                versions.last().map_or(plain("repair"), |version| named("repair", version.dot))
            }
            Message::Handoff(_, version) => named("handoff", version.dot),
            Message::TakenOver(_, dot) => named("taken over", *dot),
            Message::Ping(_) => plain("ping"),
            Message::Pong(..) => plain("pong").bringing(Kind::Heartbeat),
        }
    }
}

/// Within a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Timer {
    /// Ask who is there.
    Ping,
    /// Who was asked has had its time.
    Round(GatherId),
    /// The put is certainly in the past of every clock that is within its bound.
    Past(GatherId),
}

/// On disk.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Stored {
    /// A version of a key that is at home here.
    Copy(Key, Rc<Version>),
    /// A version that belongs to that home replica.
    Hint(Place, Key, Rc<Version>),
    /// That hint has been handed over.
    HandedOver(Place, Key, Dot),
    /// An operator has dropped all hints.
    Dropped,
    /// A version that was begun here and is kept elsewhere.
    Begun(Key, Rc<Version>),
}
