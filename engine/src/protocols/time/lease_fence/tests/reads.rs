//! Reads: never older than what somebody has been told before they were asked for.
use super::*;
use crate::modes::{Gap, Mode};

fn delay(line: &Timeline, (from, to): (u16, u16), called: &str, after: Instant) -> Fault {
    let name = message(line, from, to, called, after);
    Fault::new(FaultKind::MessageDelay, Target::Message(name)).by(700_000_000)
}

/// The storage's answer to a question that was asked earlier may be older than a write that has
/// been acknowledged since.
#[test]
fn an_answer_to_an_earlier_question_answers_no_later_read() {
    for seed in 1..=50 {
        let calm = play(plan(seed, as_built), Vec::new(), millis(4_000));
        let acts = (1_000..4_000)
            .step_by(500)
            .map(|after| at(0, delay(&calm, (1, 3), "contents", millis(after))));
        let line = play(plan(seed, as_built), acts.collect(), millis(5_000));
        assert_counts(&line, &format!("seed {seed}"));
        assert_all_hold(&line, &format!("seed {seed}"));
    }
}

/// Nor does it make the copy of a new holder: the old one may have written since.
#[test]
fn an_answer_to_an_earlier_question_makes_no_copy() {
    for seed in 1..=50 {
        let order = at(2_000, give_up(2));
        let calm = play(plan(seed, as_built), vec![order], millis(4_000));
        let taken = grants(&calm).into_iter().find(|(_, holder, _)| *holder != 2);
        let (taken, next, _) = taken.expect("a next holder");
        let before = Instant(taken.0 - 60_000_000);
        let late = delay(&calm, (1, next), "contents", before);
        let acts = vec![order, at(0, late), at(0, on(FaultKind::Slow, &[0]).by(10_000_000))];
        let line = play(plan(seed, as_built), acts, millis(5_000));
        assert_counts(&line, &format!("seed {seed}"));
        assert_all_hold(&line, &format!("seed {seed}"));
    }
}

/// Others who ask the storage see a write before its answer has come back to the holder: from
/// then on the holder's copy is not the newest that somebody has seen.
#[test]
fn a_holder_does_not_read_its_copy_while_a_write_is_in_doubt() {
    for seed in 1..=50 {
        let calm = play(plan(seed, as_built), Vec::new(), millis(4_000));
        let acts = (1_000..4_000)
            .step_by(500)
            .map(|after| at(0, delay(&calm, (1, 2), "written", millis(after))));
        let line = play(plan(seed, as_built), acts.collect(), millis(5_000));
        assert_counts(&line, &format!("seed {seed}"));
        assert_all_hold(&line, &format!("seed {seed}"));
    }
}

/// Then nothing rests on a clock, and a slow one makes nobody lie.
#[test]
fn a_holder_that_asks_the_storage_every_time_keeps_no_copy() {
    let asking = |setup: Setup| setup.with("reading", 1);
    let acts = vec![
        at(1_000, on(FaultKind::ClockDrift, &[2]).by(-600_000)),
        at(2_400, around(FaultKind::Cut, 2)),
        at(6_000, around(FaultKind::Heal, 2)),
    ];
    let line = play(plan(7, asking), acts, millis(9_000));
    assert_counts(&line, "asking");
    assert!(lies(&line).is_empty(), "{}", tell(&line));
    assert_all_hold(&line, "asking");
    let stance = line.world().stance(node(4), READS).expect("a worker claims reads");
    let matrix = line.world().cluster(SERVICE).matrix();
    assert_eq!(matrix.contract(READS, stance.believed).mode, Mode::Target);
}

#[test]
fn one_without_the_lease_reads_what_is_newest_and_is_honest() {
    let line = play(plan(2, as_built), Vec::new(), millis(8_000));
    assert!(acknowledged(&line) > 200);
    assert_all_hold(&line, "calm");
    let timid = Span(total(&line, READS, Gap::Timid).0 + total(&line, READS, Gap::Hopeful).0);
    assert!(timid < Span::millis(200), "but for the start: {timid}");
}
