//! What readers do with the book around the labs.

mod everywhere;
mod plain;

pub(super) use everywhere::JOURNEY as EVERYWHERE;
pub(super) use plain::JOURNEY as PLAIN;

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
