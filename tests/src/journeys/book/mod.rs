//! The book around the labs: its pages one after another, and what is left without a host.
mod beside;
mod cards;
mod everywhere;
mod exercises;
mod full;
mod keyboard;
mod offline;
mod phone;
mod places;
mod plain;
mod progress;
mod release;
mod room;
mod search;
mod settings;
mod spoilt;
mod takeover;
mod worker;
pub(super) use beside::JOURNEY as BESIDE;
pub(super) use cards::JOURNEY as CARDS;
pub(super) use everywhere::JOURNEY as EVERYWHERE;
pub(super) use exercises::JOURNEY as EXERCISES;
pub(super) use full::JOURNEY as FULL;
pub(super) use keyboard::JOURNEY as KEYBOARD;
pub(super) use offline::JOURNEY as OFFLINE;
pub(super) use phone::JOURNEY as PHONE;
pub(super) use places::JOURNEY as PLACES;
pub(super) use plain::JOURNEY as PLAIN;
pub(super) use progress::JOURNEY as PROGRESS;
pub(super) use release::JOURNEY as RELEASE;
pub(super) use room::JOURNEY as ROOM;
pub(super) use search::JOURNEY as SEARCH;
pub(super) use settings::JOURNEY as SETTINGS;
pub(super) use spoilt::JOURNEY as SPOILT;
pub(super) use takeover::JOURNEY as TAKEOVER;

/// One page of each kind.
const KINDS: [&str; 18] = [
    "/",
    "/prologue/",
    "/chapter/1/",
    "/chapter/3/",
    "/glossary/",
    "/evidence/",
    "/invariants/",
    "/models/",
    "/incidents/",
    "/works/",
    "/labs/",
    "/labs/ch03-raft-lease-read/",
    "/play/ch03-raft-lease-read/",
    "/embed/guide/",
    "/search/",
    "/print/",
    "/404.html",
    "/play/no-such-lab/",
];
