//! What fencing is for, and what it is not for.
use super::*;
use crate::kernel::HostId;
use crate::modes::{Believer, Gap, Invariant};
use crate::node::{Outcome, Record, Refusal};

/// Kleppmann: a worker finds that it has the lease, stands still, and writes when it wakes;
/// another, with a higher token, has written meanwhile.
fn sleeper(seed: u64, change: fn(Setup) -> Setup) -> Timeline {
    let acts = vec![
        at(1_000, on(FaultKind::ClockDrift, &[0]).by(30_000)),
        at(3_000, on(FaultKind::Pause, &[2])),
        at(6_500, on(FaultKind::Resume, &[2])),
    ];
    let slow_work = |setup: Setup| change(setup.with("work", 150_000_000));
    play(plan(seed, slow_work), acts, millis(10_000))
}

#[test]
fn unfenced_the_sleeper_overwrites_what_is_newer() {
    let line = sleeper(7, unfenced);
    assert_counts(&line, "unfenced");
    assert_eq!(word(Check::Exclusivity, &line), "violated", "{}", tell(&line));
    let after = |(at, by, _): &(Instant, u16, u64)| *by == 2 && *at >= millis(6_500);
    let overwritten = effects(&line).into_iter().find(after).expect("its write lands");
    let others = effects(&line)
        .into_iter()
        .filter(|(at, by, token)| *by != 2 && *at < overwritten.0 && *token > overwritten.2);
    assert!(others.count() > 0, "somebody else has written since");
}

#[test]
fn fenced_it_never_does() {
    for seed in 1..=200 {
        let line = sleeper(seed, as_built);
        let of = format!("seed {seed}");
        assert_counts(&line, &of);
        assert_all_hold(&line, &of);
        let refused = line.trace().operations(line.cursor()).any(|(_, record)| {
            matches!(record, Record::Concluded(_, Outcome::Fail(Refusal::Fenced)))
        });
        let hopeful = line.windows(line.cursor()).into_iter().filter(|window| {
            matches!(window.who, Believer::Errand(..)) && window.stance.gap != Gap::Hopeful
        });
        assert_eq!(hopeful.count(), 0, "{of}: a fenced act is merely hopeful\n{}", tell(&line));
        assert!(
            refused || effects(&line).iter().all(|(at, by, _)| *by != 2 || *at < millis(3_100))
        );
    }
}

/// Burrows, section 2.4: the holder asks for something and fails; the next holder acts; then what
/// the first had asked for arrives.
#[test]
fn a_request_of_an_earlier_holder_that_comes_late_is_void() {
    let calm = play(plan(11, as_built), Vec::new(), millis(3_000));
    let write = message(&calm, 2, 1, "write", millis(2_000));
    let late = Fault::new(FaultKind::MessageDelay, Target::Message(write)).by(4_000_000_000);
    let acts = || {
        vec![
            at(1_900, late),
            at(2_200, on(FaultKind::Crash, &[2])),
            at(3_000, on(FaultKind::ClockStep, &[3])),
        ]
    };
    let fenced = play(plan(11, as_built), acts(), millis(9_000));
    assert_counts(&fenced, "fenced");
    assert_all_hold(&fenced, "fenced");
    let open = play(plan(11, unfenced), acts(), millis(9_000));
    assert_counts(&open, "unfenced");
    assert_eq!(word(Check::Exclusivity, &open), "violated");
    let act = lies(&open).into_iter().find(|lie| matches!(lie.who, Believer::Errand(..)));
    let risks = act.expect("the act lies, for its sender is down").stance.at_risk;
    assert!(risks.contain(Invariant::Exclusivity));
}

/// Tokens guard what is written, not what is read: a holder whose clock is far beyond the bound
/// reads from its own copy, and no storage can refuse that.
#[test]
fn fencing_does_not_protect_a_read_from_the_holders_own_copy() {
    let acts = vec![
        at(1_000, on(FaultKind::ClockDrift, &[2]).by(-600_000)),
        at(2_400, between(FaultKind::Cut, &[2], &[0, 1])),
        at(6_500, between(FaultKind::Heal, &[2], &[0, 1])),
    ];
    let line = play(watched(7, as_built), acts, millis(9_000));
    assert_counts(&line, "slow clock");
    assert_eq!(word(Check::Linearizability, &line), "violated");
    assert_holds(Check::Exclusivity, &line, "slow clock");
    let risks: Vec<_> =
        lies(&line).iter().map(|lie| (lie.who.class(), lie.stance.at_risk)).collect();
    assert!(risks.iter().all(|(class, _)| *class == READS), "writes are fenced: {risks:?}");
    assert!(line.world().host(HostId(2)).clock.drift_ppm() == -600_000);
}
