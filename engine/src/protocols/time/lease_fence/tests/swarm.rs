//! Random faults: within the model nobody lies; beyond it, whatever breaks was a lie first.
use super::model::{BEYOND, Model, WITH_PAUSES, WITHIN, script};
use super::*;
use crate::checks::Breach;
use crate::consistency::Verdict;
use crate::modes::{Believer, Invariant, Window};
use std::cell::Cell;

const LENGTH: u64 = 12_000;

type Change = fn(Setup) -> Setup;

/// Plays seed after seed until so many runs counted; all of them are looked at.
fn swarm(runs: usize, model: Model, change: Change, look: impl Fn(&Timeline, &str)) {
    let mut counted = 0;
    for seed in 1.. {
        let line = play(plan(seed, change), script(seed, model, LENGTH), millis(LENGTH));
        look(&line, &format!("seed {seed}"));
        counted += usize::from(counts(&line));
        assert!(seed < 2 * runs as u64, "only {counted} of {seed} runs count");
        if counted == runs {
            return;
        }
    }
}

#[test]
fn within_the_model_nobody_lies_and_nothing_breaks() {
    swarm(1_000, WITHIN, as_built, |line, of| {
        assert_one_predicate(line);
        assert!(lies(line).is_empty(), "{of}\n{}", tell(line));
        assert_all_hold(line, of);
    });
}

/// With a holder that asks the storage, or with belief that must be sustained, or by the hour on
/// clocks that nobody touches.
#[test]
fn within_the_model_other_settings_are_as_good() {
    let asking = |setup: Setup| setup.with("reading", 1);
    let slow_to_believe = |mut setup: Setup| {
        setup.sustain = Span::millis(150);
        setup
    };
    let short = |setup: Setup| setup.with("lease", 500_000_000).with("work", 0);
    for change in [asking, slow_to_believe, short] {
        swarm(100, WITHIN, change, |line, of| {
            assert!(lies(line).is_empty(), "{of}\n{}", tell(line));
            assert_all_hold(line, of);
        });
    }
}

/// Whoever lies then stands still, and does nothing.
#[test]
fn with_pauses_only_sleepers_lie_and_nothing_breaks() {
    swarm(300, WITH_PAUSES, as_built, |line, of| {
        for lie in lies(line) {
            let node = matches!(lie.who, Believer::Node(..));
            assert!(node && lie.who.class() == READS, "{of}: writes are fenced\n{}", tell(line));
            assert!(sleeps(line, &lie), "{of}: {lie:?}\n{}", tell(line));
        }
        assert_all_hold(line, of);
    });
}

/// Does whoever lies stand still all the while?
fn sleeps(line: &Timeline, lie: &Window) -> bool {
    let host = line.world().runtime().host_of(lie.who.node());
    let until = lie.until.unwrap_or(line.now());
    let acts = line.script().acts().iter().filter(|act| act.fault.target.hosts().contains(host));
    let mut turns = acts.filter(|act| act.at < until).filter_map(|act| match act.fault.kind {
        FaultKind::Pause => Some((act.at, true)),
        FaultKind::Resume | FaultKind::Crash => Some((act.at, false)),
        _ => None,
    });
    turns.next_back().is_some_and(|(at, still)| still && at <= lie.from)
}

/// The act lies until it has had its effect, and it is the effect that breaks something.
#[test]
fn unfenced_whatever_overwrites_lies_as_it_lands() {
    let breaches = Cell::new(0);
    let slow = |setup: Setup| {
        setup.without("fencing").with("work", 200_000_000).with("lease", 500_000_000)
    };
    swarm(100, WITH_PAUSES, slow, |line, of| {
        if let Verdict::Violated(breach) = Check::Exclusivity.verdict(SERVICE, line) {
            let landed = breach.steps.last().map(|step| line.trace().step(*step).at());
            let lied = lies(line).into_iter().any(|lie| {
                let act = matches!(lie.who, Believer::Errand(..));
                act && lie.until == landed && lie.stance.at_risk.contain(Invariant::Exclusivity)
            });
            assert!(lied, "{of}: {}\n{}", breach.why, tell(line));
            breaches.set(breaches.get() + 1);
        }
    });
    assert!(breaches.get() >= 5, "{}", breaches.get());
}

/// Uniqueness is not among what a contract stakes: a token that is given twice is no harm to
/// anybody who does not rely on it.
const STAKED: [Check; 3] = [Check::Linearizability, Check::Exclusivity, Check::Durability];

#[test]
fn whatever_breaks_was_a_lie_first() {
    let bare = |setup: Setup| setup.with("expiry", 1).without("fencing").without("drift-margin");
    let cases: [(Change, Model); 6] = [
        (as_built, BEYOND),
        (unfenced, BEYOND),
        (eager, BEYOND),
        (forgetful, WITHIN),
        (by_the_hour, WITHIN),
        (bare, BEYOND),
    ];
    let breaches = Cell::new(0);
    for (change, model) in cases {
        swarm(100, model, change, |line, of| {
            for check in STAKED {
                if let Verdict::Violated(breach) = check.verdict(SERVICE, line) {
                    assert!(
                        was_a_lie(check, line, &breach),
                        "{of}: {}\n{}",
                        breach.why,
                        tell(line)
                    );
                    breaches.set(breaches.get() + 1);
                }
            }
        });
    }
    assert!(breaches.get() >= 50, "{}", breaches.get());
}

/// Was somebody lying when the breach was complete, or earlier? What was lost is missed only at
/// the end.
fn was_a_lie(check: Check, line: &Timeline, breach: &Breach) -> bool {
    let complete = breach.steps.last().map(|step| line.trace().step(*step).at());
    match check {
        Check::Durability => {
            lies(line).iter().any(|lie| lie.stance.at_risk.contain(Invariant::Conservation))
        }
        _ => lies(line).iter().any(|lie| Some(lie.from) <= complete),
    }
}
