//! A run for tests, the minority leader with the slow clock, and what a session does with it.
use super::{Opening, Session, Topic};
use engine::kernel::{Instant, Span};
use engine::scenario::read;
use std::rc::Rc;

/// The file of the scenario.
const FILE: &str =
    include_str!("../../../content/book/03-consensus/scenarios/ch03-raft-lease-read.toml");

/// The place of the cut in the script of its second stage.
const CUT: usize = 2;

/// Its second stage, so many milliseconds after its beginning.
pub fn sample(millis: u64) -> Session {
    let (_, scenario) = read("ch03-raft-lease-read", FILE).expect("the scenario is valid");
    let mut session = Session::open(Rc::new(scenario), &Opening::Stage(1));
    session.seek_to(Instant(0) + Span::millis(millis));
    session
}

#[test]
fn undo_and_redo_bring_back_the_very_runs() {
    let mut session = sample(3_000);
    let cut = session.run();
    let steps = session.line().trace().len();
    session.remove(CUT);
    session.seek_to(Instant(0) + Span::millis(3_000));
    let whole = session.line().trace().hash();
    session.undo();
    session.seek_to(Instant(0) + Span::millis(3_000));
    assert_eq!((session.run(), session.line().trace().len()), (cut, steps));
    session.redo();
    session.seek_to(Instant(0) + Span::millis(3_000));
    assert_eq!(session.line().trace().hash(), whole);
    assert_eq!(session.can_undo(), (true, false));
}

#[test]
fn a_step_of_another_run_is_not_known() {
    let mut session = sample(3_000);
    let last = session.line().trace().len() - 1;
    let (early, late) = (session.topic_of_step(5), session.topic_of_step(last));
    assert!(session.knows(early) && session.knows(late));
    session.seek_to(Instant(0) + Span::millis(500));
    session.remove(CUT);
    assert!(session.knows(early) && !session.knows(late), "the cut was before it");
    session.seek_to(Instant(0) + Span::millis(3_500));
    assert!(!session.knows(late), "another run has other steps");
    assert!(!session.knows(Topic::Step(usize::MAX - 1, 0)));
}

#[test]
fn stepping_back_ends_at_the_beginning() {
    let mut session = sample(100);
    for _ in 0..2_000 {
        session.step_back();
    }
    assert_eq!((session.line().cursor(), session.now()), (1, Instant(0)));
    session.step_on();
    assert_eq!(session.line().cursor(), 2);
}
