//! Links that lose, double and shuffle, and clients that ask again elsewhere: no harm is done.
use super::lost::{lost, resurrected};
use super::storm::{WITHIN, storm};
use super::*;
use crate::testing::{
    acknowledged, assert_one_predicate, at, effective_faults, millis, play, tell,
};

/// Two clients that put and get for a while, and then only get.
fn clients() -> Vec<ClientPlan> {
    let client = |first: u16| {
        let reads: Vec<Ask> = (0..12)
            .map(|nth| Ask {
                at: Span::millis(8_500 + 150 * nth),
                provider: 0,
                key: Key(0),
                call: Call::Read,
            })
            .collect();
        ClientPlan {
            route: Route::Turns,
            reads_per_mille: 400,
            stop: Some(Span::secs(6)),
            patience: Span::millis(350),
            persistence: Span::secs(2),
            asks: reads,
            ..client((0..5).map(|step| (first + step) % 5))
        }
    };
    vec![client(0), client(2)]
}

fn check(line: &Timeline, of: &str) {
    assert!(lost(line).is_empty(), "{of}: {:?}\n{}", lost(line), tell(line));
    assert!(resurrected(line).is_empty(), "{of}: {:?}", resurrected(line));
    let held = values(line, 0);
    assert!((1..3).all(|node| values(line, node) == held), "{of}");
    assert!(held.windows(2).all(|pair| pair[0] != pair[1]), "{of}: {held:?}");
}

#[test]
fn messages_that_come_twice_or_late_or_never_change_nothing_in_the_end() {
    let mut done = 0;
    for seed in 0..60 {
        let links = |kind, share: i64| Fault::new(kind, Target::All).by(share);
        let acts = vec![
            at(200, links(FaultKind::Dup, 400)),
            at(200, links(FaultKind::Reorder, 500)),
            at(200, links(FaultKind::Jitter, 100_000_000)),
            at(200, links(FaultKind::Loss, 100)),
            at(7_000, heal()),
        ];
        let line = play(ring(seed, 5, clients(), |setup| setup), acts, millis(11_000));
        check(&line, &format!("seed {seed}"));
        done += acknowledged(&line);
    }
    assert!(done > 60 * 40, "{done}");
}

/// With all guards on, and faults that a ring is built to bear: nothing is lost, nothing comes
/// back, replicas agree in the end, and nobody ever lies.
#[test]
fn random_faults_lose_nothing_and_nobody_lies() {
    for (sloppy, seeds) in [(1, 0..200), (0, 200..300)] {
        let mut struck = 0;
        for seed in seeds {
            let acts = storm(seed, &WITHIN, 6, 7_000);
            let change = |setup: Setup| setup.with("sloppy", sloppy);
            let line = play(ring(seed, 5, clients(), change), acts, millis(11_000));
            check(&line, &format!("sloppy {sloppy}, seed {seed}"));
            let lies = line.windows(line.trace().len()).into_iter().filter(Window::is_lying);
            assert_eq!(lies.count(), 0, "seed {seed}\n{}", tell(&line));
            assert_one_predicate(&line);
            struck += effective_faults(&line);
        }
        assert!(struck > 500, "{struck}");
    }
}
