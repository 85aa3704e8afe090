//! The book around the labs: read without a host, through releases, and found by its words.
mod offline;
mod release;
mod room;
mod search;
mod worker;
pub(super) use offline::JOURNEY as OFFLINE;
pub(super) use release::JOURNEY as RELEASE;
pub(super) use room::JOURNEY as ROOM;
pub(super) use search::JOURNEY as SEARCH;
