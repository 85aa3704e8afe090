//! What a node believes and what the simulator takes it to believe is one predicate.
use super::storm::{BEYOND, WITHIN, storm};
use super::*;
use crate::testing::{assert_one_predicate, millis};
use crate::timeline::Script;

#[test]
fn at_every_step_a_node_serves_by_the_contract_that_it_is_taken_to_believe() {
    let kinds = [&WITHIN[..], &BEYOND[..]].concat();
    let mut steps = 0;
    for seed in 0..40 {
        let change = |setup: Setup| {
            let setup = setup.with("versions", (seed % 2) as i64).with("sloppy", (seed % 3) as i64);
            match seed % 5 {
                0 => setup.without("label-sloppy").without("durable-hints"),
                1 => setup.without("clock-bound").without("durable-dots"),
                _ => setup,
            }
        };
        let plan = ring(seed, 5, vec![client(0..5), client([3, 4])], change);
        let acts = storm(seed, &kinds, 12, 6_000);
        let mut line = Timeline::new(plan, Script::new(acts));
        while line.advance(millis(7_000)) {
            assert_one_predicate(&line);
            steps += 1;
        }
    }
    assert!(steps > 40_000, "{steps}");
}

#[test]
fn a_run_played_again_is_the_same_run() {
    let kinds = [&WITHIN[..], &BEYOND[..]].concat();
    for seed in 0..10 {
        let run = || {
            let plan = ring(seed, 5, vec![client(0..5), client([3, 4])], |setup| setup);
            let mut line = Timeline::new(plan, Script::new(storm(seed, &kinds, 12, 6_000)));
            line.run_until(millis(7_000));
            line
        };
        let (mut line, other) = (run(), run());
        let end = line.world().fingerprint();
        assert_eq!((line.trace().hash(), end), (other.trace().hash(), other.world().fingerprint()));
        let steps = line.cursor();
        line.seek(steps / 3);
        line.seek(steps);
        assert_eq!(line.world().fingerprint(), end, "seed {seed}");
    }
}
