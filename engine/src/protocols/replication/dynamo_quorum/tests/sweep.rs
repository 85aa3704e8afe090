//! Any ring, any quorum, any fault it is built to bear: nothing is lost, nobody lies, all agree.
use super::lost::{lost, resurrected};
use super::storm::{WITHIN, storm};
use super::*;
use crate::checks::Check;
use crate::kernel::{Draws, Purpose};
use crate::testing::{assert_one_predicate, at, millis, play, word};

/// Two clients that write for six seconds, and read once all faults are cured.
fn clients(persistent: bool) -> Vec<ClientPlan> {
    let client = |first: u16| {
        let reads: Vec<Ask> = (0..14)
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
            persistence: if persistent { Span::secs(2) } else { Span::ZERO },
            asks: reads,
            ..client((0..5).map(|step| (first + step) % 5))
        }
    };
    vec![client(0), client(2)]
}

/// One run, how many replicas keep the key, and whether the last writer wins.
fn run(seed: u64) -> (Timeline, u16, bool) {
    let mut draws = Draws::new(seed, Purpose::Swarm, 9);
    let n = draws.between(1, 5);
    let (r, w) = (draws.between(1, n) as i64, draws.between(1, n) as i64);
    let (sloppy, last_writer) = (draws.below(2) as i64, draws.below(3) == 0);
    let faults = draws.between(1, 14);
    let (timeout, ping) = (draws.between(50, 400) as i64, draws.between(50, 600) as i64);
    let mut acts = storm(seed, &WITHIN, faults, 7_000);
    if last_writer {
        // Clocks claim to be within 5 ms, and are.
        let all = Target::Hosts(HostSet::first(5));
        acts.push(at(0, Fault::new(FaultKind::BoundLie, all).by(5_000_000)));
    }
    let change = |setup: Setup| {
        let setup = setup.with("n", n as i64).with("r", r).with("w", w).with("sloppy", sloppy);
        let setup = setup.with("versions", last_writer.into());
        setup.with("timeout", timeout * 1_000_000).with("ping", ping * 1_000_000)
    };
    let line = play(ring(seed, 5, clients(!last_writer), change), acts, millis(11_000));
    (line, n as u16, last_writer)
}

#[test]
fn within_the_model_nothing_is_lost_nobody_lies_and_all_agree_in_the_end() {
    // In 1588 a replica keeps what it is repaired with, and says of something else that it is kept.
    for seed in (1_000..1_150).chain([1_588]) {
        let (line, n, last_writer) = run(seed);
        match last_writer {
            true => assert_eq!(word(Check::Durability, &line), "holds", "seed {seed}"),
            false => {
                assert_eq!(lost(&line), [0; 0], "seed {seed} lost puts");
                assert_eq!(
                    resurrected(&line),
                    [0; 0],
                    "seed {seed} brought back what was superseded"
                );
            }
        }
        let lies = line.windows(line.trace().len()).into_iter().filter(|window| window.is_lying());
        assert_eq!(lies.count(), 0, "seed {seed} lies");
        let held = values(&line, 0);
        assert!((1..n).all(|node| values(&line, node) == held), "seed {seed}: replicas differ");
        assert!((0..5).all(|node| hints(&line, node) == 0), "seed {seed}: hints are left");
        assert_one_predicate(&line);
    }
}
