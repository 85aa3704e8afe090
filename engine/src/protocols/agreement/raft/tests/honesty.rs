//! Without faults nobody who acts believes what is not so, and nobody doubts for long what is.
use super::schedules::*;
use super::*;
use crate::kernel::Span;

#[test]
fn without_faults_belief_and_truth_agree_but_for_the_time_that_messages_take() {
    const LOCAL: i64 = 3;
    for seed in 0..40 {
        for (reads, servers) in [(0, 1), (0, 3), (1, 2), (1, 5), (2, 3), (2, 4), (LOCAL, 3)] {
            let clients = vec![client(0..servers), client(0..servers)];
            let plan = Plan::new(seed, servers + 2);
            let plan = group(plan, servers, |setup| setup.with("reads", reads), clients);
            let line = play(plan, Vec::new(), millis(10_000));
            assert!(acknowledged(&line) >= 100, "seed {seed}");
            for window in line.windows(line.trace().len()) {
                let fine = match window.stance.gap {
                    Gap::Honest => true,
                    Gap::Timid => window.length(line.now()) <= Span::millis(30),
                    // A leader that does not look believes its copy before it can know.
                    Gap::Lying => reads == LOCAL && window.who.class() == READS,
                    Gap::Hopeful => false,
                };
                assert!(fine, "reads {reads}, seed {seed}, {servers} servers\n{}", tell(&line));
            }
        }
    }
}
