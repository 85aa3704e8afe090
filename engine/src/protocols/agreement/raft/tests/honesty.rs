//! Explore.
use super::schedules::*;
use super::*;
use crate::kernel::Span;

#[test]
fn explore_honesty() {
    for reads in 0..4 {
        for seed in 0..40 {
            for servers in [1, 2, 3, 4, 5] {
                let clients = vec![client(0..servers), client(0..servers)];
                let line = play(
                    group(
                        Plan::new(seed, servers + 2),
                        servers,
                        |s| s.with("reads", reads),
                        clients,
                    ),
                    Vec::new(),
                    millis(8_000),
                );
                for w in line.windows(line.trace().len()) {
                    let long = w.length(line.now()) > Span::millis(30);
                    if w.stance.gap != Gap::Honest && (w.stance.gap != Gap::Timid || long) {
                        println!(
                            "reads {reads} seed {seed} of {servers}: {:?} {} {} {} to {:?} {}>{} {:?}",
                            w.who.node().place,
                            w.who.class().0,
                            w.stance.gap.name(),
                            w.from,
                            w.until,
                            w.stance.believed,
                            w.stance.entitled,
                            w.stance.at_risk
                        );
                    }
                }
            }
        }
    }
}
