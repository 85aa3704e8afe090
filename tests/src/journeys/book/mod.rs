//! The book around the labs: read without scripts, without a host, through releases, and found by
//! its words.
mod everywhere;
mod offline;
mod plain;
mod release;
mod room;
mod search;
mod worker;
pub(super) use everywhere::JOURNEY as EVERYWHERE;
pub(super) use offline::JOURNEY as OFFLINE;
pub(super) use plain::JOURNEY as PLAIN;
pub(super) use release::JOURNEY as RELEASE;
pub(super) use room::JOURNEY as ROOM;
pub(super) use search::JOURNEY as SEARCH;

/// One page of each kind.
const KINDS: [&str; 16] = [
    "/",
    "/prologue/",
    "/chapter/1/",
    "/chapter/3/",
    "/glossary/",
    "/evidence/",
    "/invariants/",
    "/models/",
    "/works/",
    "/labs/",
    "/labs/ch03-raft-lease-read/",
    "/play/ch03-raft-lease-read/",
    "/search/",
    "/print/",
    "/404.html",
    "/play/no-such-lab/",
];
