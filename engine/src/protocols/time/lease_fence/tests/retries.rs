//! A write that is asked for more than once is done once, whoever asks, and whom.
use super::*;
use crate::node::{Call, Record};
use std::collections::BTreeSet;

/// How many writes clients have asked for.
fn asked(line: &Timeline) -> usize {
    let writes = line.trace().operations(line.cursor()).filter_map(|(_, record)| match record {
        Record::Invoked(request) if request.call != Call::Read => Some(request.op),
        _ => None,
    });
    writes.collect::<BTreeSet<_>>().len()
}

#[track_caller]
fn assert_each_once(line: &Timeline, of: &str) {
    assert_counts(line, of);
    assert!(effects(line).len() <= asked(line), "{of}: {} of {}", effects(line).len(), asked(line));
    assert_all_hold(line, of);
}

#[test]
fn a_write_that_arrives_twice_is_done_once() {
    for seed in 1..=50 {
        let to_storage = Target::OneWay(hosts(&WORKERS), hosts(&[1]));
        let acts = vec![
            at(0, Fault::new(FaultKind::Dup, to_storage).by(1_000)),
            at(0, Fault::new(FaultKind::Reorder, Target::All).by(300)),
            at(0, Fault::new(FaultKind::Jitter, to_storage).by(60_000_000)),
        ];
        let line = play(plan(seed, as_built), acts, millis(5_000));
        assert_each_once(&line, &format!("seed {seed}"));
    }
}

/// Long after, when others have written.
#[test]
fn a_copy_of_a_write_that_comes_late_undoes_nothing() {
    for seed in 1..=50 {
        let calm = play(plan(seed, as_built), Vec::new(), millis(3_000));
        let acts = [1_000, 1_500, 2_000].map(|after| {
            let name = message(&calm, 2, 1, "write", millis(after));
            at(0, Fault::new(FaultKind::MessageDuplicate, Target::Message(name)).by(300_000_000))
        });
        let line = play(plan(seed, as_built), acts.into(), millis(5_000));
        assert_each_once(&line, &format!("seed {seed}"));
    }
}

/// The answer is lost: the client asks again, here or at the next holder.
#[test]
fn a_client_that_asks_again_changes_nothing_again() {
    for seed in 1..=100 {
        let answers = Target::OneWay(hosts(&WORKERS), hosts(&[5, 6, 7, 8]));
        let acts = vec![
            at(500, Fault::new(FaultKind::Loss, answers).by(150)),
            at(2_000, give_up(2)),
            at(3_500, give_up(3)),
            at(3_500, give_up(4)),
        ];
        let line = play(plan(seed, as_built), acts, millis(8_000));
        assert_each_once(&line, &format!("seed {seed}"));
    }
}

/// Neither the write nor its answer need arrive at first: the holder asks until it knows.
#[test]
fn a_write_that_is_lost_is_sent_again() {
    let patient = |places| ClientPlan { patience: Span::secs(3), ..busy(places) };
    for (from, to) in [(&WORKERS[..], &[1][..]), (&[1], &WORKERS)] {
        let link = Target::OneWay(hosts(from), hosts(to));
        let acts = vec![
            at(500, Fault::new(FaultKind::Loss, link).by(300)),
            at(600, on(FaultKind::DiskSlow, &[1]).by(20_000_000)),
            at(700, on(FaultKind::Slow, &[1]).by(5_000_000)),
        ];
        let clients = vec![patient(vec![2]), patient(vec![3]), patient(vec![2, 3])];
        let line = play(of_clients(3, as_built, clients), acts, millis(15_000));
        assert_each_once(&line, "lossy");
        let unknown = line.trace().operations(line.cursor()).filter(|(_, record)| {
            matches!(record, Record::Concluded(_, crate::node::Outcome::Info))
        });
        assert_eq!(unknown.count(), 0, "everybody is told in the end");
    }
}

/// What the storage had not flushed it has not acknowledged.
#[test]
fn a_storage_that_crashes_forgets_only_what_it_has_told_nobody() {
    for seed in 1..=100 {
        let acts = (0..3).flat_map(|nth| {
            let down = 1_500 + nth * 2_000 + seed * 7 % 50;
            [at(down, on(FaultKind::Crash, &[1])), at(down + 200, on(FaultKind::Restart, &[1]))]
        });
        let line = play(plan(seed, as_built), acts.collect(), millis(8_000));
        assert_each_once(&line, &format!("seed {seed}"));
        assert!(lies(&line).is_empty(), "seed {seed}\n{}", tell(&line));
    }
}
