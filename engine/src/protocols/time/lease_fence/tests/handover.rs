//! From one holder to the next, or to the same worker once more: no token means two things.
use super::*;

/// Whatever is under way from before the crash must not pass for the new self's.
#[test]
fn a_worker_that_has_crashed_gets_a_new_token_and_does_not_wait() {
    for seed in 1..=50 {
        let acts =
            vec![at(2_000, on(FaultKind::Crash, &[2])), at(2_100, on(FaultKind::Restart, &[2]))];
        let line = play(plan(seed, as_built), acts, millis(4_000));
        let again = grants(&line).into_iter().find(|(at, ..)| *at > millis(2_100));
        let (at, holder, token) = again.expect("a grant");
        assert!((holder, token) == (2, 2) && at < millis(2_200), "seed {seed}: {at}");
        assert_all_hold(&line, &format!("seed {seed}"));
    }
}

/// A renewal is under way when the holder gives up: the answer must not bring the lease back.
#[test]
fn a_renewal_under_way_does_not_bring_back_what_was_given_up() {
    let calm = play(plan(4, as_built), Vec::new(), millis(3_000));
    let asked = grants(&calm)[3].0;
    for before in 0..40 {
        let order = Act { at: Instant(asked.0 - before * 1_000_000), fault: give_up(2) };
        let line = play(plan(4, as_built), vec![order], millis(4_000));
        assert!(lies(&line).is_empty(), "{before} ms before\n{}", tell(&line));
        assert_all_hold(&line, &format!("{before} ms before"));
    }
}

/// A release that comes late speaks of a token that its sender has no more.
#[test]
fn a_release_that_comes_late_ends_nothing_but_its_own_token() {
    let order = at(2_000, give_up(2));
    let calm = play(plan(4, as_built), vec![order], millis(3_000));
    let release = message(&calm, 2, 0, "release", millis(2_000));
    let late = Fault::new(FaultKind::MessageDelay, Target::Message(release)).by(4_500_000_000);
    let still = on(FaultKind::Crash, &[3, 4]);
    let line = play(plan(4, as_built), vec![order, at(0, late), at(1_500, still)], millis(9_000));
    assert_eq!(effective_faults(&line), 3);
    let tokens: Vec<_> = grants(&line).iter().map(|(_, holder, token)| (*holder, *token)).collect();
    assert!(tokens.contains(&(2, 2)), "it asks again after one lease: {tokens:?}");
    assert!(lies(&line).is_empty(), "{}", tell(&line));
    assert_all_hold(&line, "late release");
}

/// It finishes first: nothing of its own may come after the next holder's.
#[test]
fn nobody_gives_up_in_the_middle_of_a_write() {
    for seed in 1..=50 {
        let change = |setup: Setup| setup.with("work", 300_000_000).without("fencing");
        let line = play(plan(seed, change), vec![at(2_000, give_up(2))], millis(5_000));
        assert!(lies(&line).is_empty(), "seed {seed}\n{}", tell(&line));
        assert_holds(Check::Exclusivity, &line, &format!("seed {seed}"));
    }
}

/// Higher and higher, and never one in two hands.
#[test]
fn tokens_only_grow() {
    for seed in 1..=100 {
        let acts = model::script(seed, model::WITHIN, 12_000);
        let line = play(plan(seed, as_built), acts, millis(12_000));
        let grants = grants(&line);
        assert!(grants.is_sorted_by_key(|(.., token)| *token), "seed {seed}: {grants:?}");
        let same = |pair: &[(Instant, u16, u64)]| pair[0].2 != pair[1].2 || pair[0].1 == pair[1].1;
        assert!(grants.windows(2).all(same), "seed {seed}: {grants:?}");
    }
}
