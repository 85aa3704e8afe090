//! What grants on disk are for: a grantor that forgets gives the lease to two.
use super::*;
use crate::modes::Invariant;

/// The grantor is down for a moment; meanwhile the holder hears no more from it.
fn forgets(plan: Plan, kind: FaultKind) -> Timeline {
    let acts = vec![
        at(2_000, between(FaultKind::Cut, &[2], &[0])),
        at(2_100, on(kind, &[0])),
        at(2_150, on(FaultKind::Restart, &[0])),
    ];
    play(plan, acts, millis(8_000))
}

fn forgetful_and_open(setup: Setup) -> Setup {
    unfenced(forgetful(setup))
}

/// Who holds the lease for the first time while another believes that it does.
fn assert_two_at_once(line: &Timeline) {
    let lie = lies(line).into_iter().find(|lie| lie.who.class() == READS).expect("a lie");
    assert_eq!(lie.from, millis(2_100), "the promise is broken as the grantor forgets it");
    let second = grants(line).into_iter().find(|(_, holder, _)| *holder != 2);
    assert!(lie.covers(second.expect("a second holder").0), "{}", tell(line));
}

#[test]
fn without_it_a_crash_of_the_grantor_makes_two_holders() {
    let fenced = forgets(watched(7, forgetful), FaultKind::Crash);
    assert_counts(&fenced, "fenced");
    assert_two_at_once(&fenced);
    assert_eq!(word(Check::Linearizability, &fenced), "violated");
    assert_holds(Check::Exclusivity, &fenced, "no effect is late");
    let open = forgets(plan(7, forgetful_and_open), FaultKind::Crash);
    assert_counts(&open, "open");
    assert_two_at_once(&open);
    assert_eq!(word(Check::Uniqueness, &open), "violated", "two hold one token");
    let risks =
        lies(&open).into_iter().filter(|lie| lie.stance.at_risk.contain(Invariant::Exclusivity));
    assert!(risks.count() > 0);
}

#[test]
fn with_it_a_crash_makes_everybody_wait() {
    for seed in 1..=200 {
        let line = forgets(watched(seed, as_built), FaultKind::Crash);
        let of = format!("seed {seed}");
        assert_counts(&line, &of);
        assert!(lies(&line).is_empty(), "{of}\n{}", tell(&line));
        assert_all_hold(&line, &of);
    }
}

/// Beyond the model: a disk that is lost, or that lied, is as good as no disk.
#[test]
fn a_disk_that_is_lost_or_lied_makes_two_holders_all_the_same() {
    let lost = forgets(watched(7, as_built), FaultKind::CrashAmnesia);
    assert_counts(&lost, "amnesia");
    assert_two_at_once(&lost);
    let acts = vec![
        at(0, on(FaultKind::DiskLie, &[0])),
        at(2_000, between(FaultKind::Cut, &[2], &[0])),
        at(2_100, on(FaultKind::Crash, &[0])),
        at(2_150, on(FaultKind::Restart, &[0])),
    ];
    let lied = play(watched(7, as_built), acts, millis(8_000));
    assert_counts(&lied, "disk lie");
    assert_two_at_once(&lied);
}
