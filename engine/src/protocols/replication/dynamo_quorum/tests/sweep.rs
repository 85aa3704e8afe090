//! Sweep.
use super::lost::{lost, resurrected};
use super::storm::{WITHIN, storm};
use super::*;
use crate::checks::Check;
use crate::kernel::{Draws, Purpose};
use crate::testing::{assert_one_predicate, at, millis, play, tell};

fn clients(retry: bool) -> Vec<ClientPlan> {
    let client = |first: u16| {
        let reads: Vec<Ask> = (0..14)
            .map(|nth| Ask { at: Span::millis(8_500 + 150 * nth), key: Key(0), call: Call::Read })
            .collect();
        ClientPlan {
            route: Route::Turns,
            reads_per_mille: 400,
            stop: Some(Span::secs(6)),
            patience: Span::millis(350),
            persistence: if retry { Span::secs(2) } else { Span::ZERO },
            asks: reads,
            ..client((0..5).map(|step| (first + step) % 5))
        }
    };
    vec![client(0), client(2)]
}

#[test]
fn sweep() {
    let mut bad = 0;
    for seed in 1_000..2_500_u64 {
        let mut d = Draws::new(seed, Purpose::Swarm, 9);
        let n = d.between(1, 5) as i64;
        let r = d.between(1, n as u64) as i64;
        let w = d.between(1, n as u64) as i64;
        let sloppy = d.below(2) as i64;
        let lww = d.below(3) == 0;
        let faults = d.between(1, 14);
        let timeout = d.between(50, 400) as i64 * 1_000_000;
        let ping = d.between(50, 600) as i64 * 1_000_000;
        let of = format!(
            "seed {seed} n {n} r {r} w {w} sloppy {sloppy} lww {lww} faults {faults} timeout {timeout} ping {ping}"
        );
        let mut acts = storm(seed, &WITHIN, faults, 7_000);
        if lww {
            acts.push(at(
                0,
                Fault::new(FaultKind::BoundLie, Target::Hosts(HostSet::first(5))).by(5_000_000),
            ));
        }
        let change = |s: Setup| {
            s.with("n", n)
                .with("r", r)
                .with("w", w)
                .with("sloppy", sloppy)
                .with("versions", lww as i64)
                .with("timeout", timeout)
                .with("ping", ping)
        };
        let line = play(ring(seed, 5, clients(!lww), change), acts, millis(11_000));
        let mut words = Vec::new();
        if !lww && !lost(&line).is_empty() {
            words.push(format!("lost {:?}", lost(&line)));
        }
        if lww && crate::testing::word(Check::Durability, &line) != "holds" {
            words.push("durability".into());
        }
        if !lww && !resurrected(&line).is_empty() {
            words.push(format!("resurrected {:?}", resurrected(&line)));
        }
        if line.windows(line.trace().len()).into_iter().any(|w| w.is_lying()) {
            words.push("lies".into());
        }
        let held = values(&line, 0);
        if (1..n as u16).any(|node| values(&line, node) != held) {
            words.push(format!(
                "differ {:?}",
                (0..n as u16).map(|k| values(&line, k)).collect::<Vec<_>>()
            ));
        }
        if (0..5).any(|k| hints(&line, k) > 0) {
            words.push("hints left".into());
        }
        assert_one_predicate(&line);
        if !words.is_empty() {
            bad += 1;
            println!("{of}: {words:?}");
            let _ = tell;
        }
    }
    println!("{bad} bad");
    panic!();
}
