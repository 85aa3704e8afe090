//! A run for tests: the minority leader with the slow clock, played to an instant.
use super::{Opening, Session};
use engine::kernel::{Instant, Span};
use engine::scenario::read;
use std::rc::Rc;

/// The file of the scenario.
const FILE: &str =
    include_str!("../../../content/book/03-consensus/scenarios/ch03-raft-lease-read.toml");

/// Its second stage, so many milliseconds after its beginning.
pub fn sample(millis: u64) -> Session {
    let (_, scenario) = read("ch03-raft-lease-read", FILE).expect("the scenario is valid");
    let mut session = Session::open(Rc::new(scenario), &Opening::Stage(1));
    session.seek_to(Instant(0) + Span::millis(millis));
    session
}
