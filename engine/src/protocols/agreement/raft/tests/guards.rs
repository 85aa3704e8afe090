//! Each guard matters: the same run breaks without it and does not break with it.
//!
//! Every run counts: a hundred operations are answered, the leader changes, three faults strike.
use super::random::{counts, faults, leaders};
use super::schedules::*;
use super::*;
use crate::checks::Check;
use crate::faults::{Fault, Target};
use crate::kernel::Span;
use crate::modes::{Invariant, Window};
use crate::node::{Call, ClientPlan, Route, Value};
use crate::timeline::Act;

/// The lying windows of a class in which an invariant is at risk.
fn lies(line: &Timeline, class: crate::modes::ClassId, about: Invariant) -> Vec<Window> {
    let windows = line.windows(line.trace().len()).into_iter();
    let of_class = windows.filter(|w| w.is_lying() && w.who.class() == class);
    of_class.filter(|window| window.stance.at_risk.contain(about)).collect()
}

/// Two clients that ask whoever leads, from a time on.
fn users(servers: u16, from: u64) -> [ClientPlan; 2] {
    let start = Span::millis(from);
    [(); 2].map(|()| ClientPlan { start, ..client(0..servers) })
}

/// Server 1 votes for server 0, crashes, and is asked by server 2 for the same term.
fn a_voter_between_two_candidates() -> Vec<Act> {
    vec![
        at(10, between(FaultKind::Cut, &[2], &[0, 1])),
        order(20, 0),
        at(45, on(FaultKind::Crash, &[1])),
        heal(46),
        at(47, between(FaultKind::Cut, &[0], &[1, 2])),
        at(50, on(FaultKind::Restart, &[1])),
        order(60, 2),
        heal(2_000),
    ]
}

#[test]
fn durable_vote() {
    let run = |is_off| {
        let plan = exact(3, off("durable-vote", is_off), users(3, 100).into());
        let line = play(plan, a_voter_between_two_candidates(), millis(8_000));
        assert!(counts(&line));
        line
    };
    assert_eq!(word(Check::Uniqueness, &run(true)), "violated", "two leaders in term 1");
    let lying = lies(&run(true), WRITES, Invariant::Uniqueness);
    assert!(lying.iter().any(|w| w.covers(millis(50))), "the first leader lied before that");
    assert_eq!(word(Check::Uniqueness, &run(false)), "holds");
    assert!(lies(&run(false), WRITES, Invariant::Uniqueness).is_empty());
}

/// Figure 8 of the paper with times: server 0 has an entry of term 1 that server 4 lacks; it leads
/// again in term 3, copies it, and crashes before its own entry of that term is on its disk.
pub fn figure_8() -> Vec<Act> {
    vec![
        order(20, 0),
        at(100, between(FaultKind::Cut, &[0, 1, 5], &[2, 3, 4])),
        at(150, on(FaultKind::Crash, &[0])),
        order(160, 4),
        at(178, Fault::new(FaultKind::CutOneway, Target::OneWay(hosts(&[4]), hosts(&[2, 3])))),
        at(190, on(FaultKind::Crash, &[4])),
        heal(191),
        at(200, on(FaultKind::Restart, &[0])),
        at(205, between(FaultKind::Cut, &[3], &[0, 1, 2])),
        order(210, 0),
        order(250, 0),
        at(260, on(FaultKind::DiskSlow, &[0]).by(5_000_000_000)),
        at(330, on(FaultKind::Crash, &[0])),
        heal(331),
        at(332, on(FaultKind::DiskSlow, &[0]).by(0)),
        at(335, between(FaultKind::Cut, &[1, 2], &[0, 3, 4])),
        at(340, on(FaultKind::Restart, &[0, 4])),
        order(350, 4),
        order(390, 4),
    ]
}

#[test]
fn current_term_commit() {
    let run = |is_off| {
        let guard = off("current-term-commit", is_off);
        let change = |setup: Setup| guard(setup.without("check-quorum"));
        let mut clients = vec![asker(0, &[(110, Call::Write(Value(1)))])];
        clients.extend(users(5, 1_000));
        let acts = figure_8().into_iter().chain([heal(1_000)]).collect();
        let line = play(exact(5, change, clients), acts, millis(8_000));
        assert!(counts(&line));
        line
    };
    let line = run(true);
    assert_eq!(word(Check::Uniqueness, &line), "violated", "entry 2 is decided twice");
    let lying = lies(&line, WRITES, Invariant::Conservation);
    assert!(
        lying.iter().any(|w| w.covers(millis(317))),
        "it lied when it counted\n{}",
        tell(&line)
    );
    assert_eq!(word(Check::Uniqueness, &run(false)), "holds");
    assert!(lies(&run(false), WRITES, Invariant::Conservation).is_empty());
}

/// The leader is cut off with a client that reads, and another server is told to stand.
fn an_election_under_a_lease() -> Vec<Act> {
    vec![
        order(20, 0),
        at(4_500, between(FaultKind::Cut, &[0, 5], &[1, 2, 3, 4, 6])),
        order(4_501, 3),
    ]
}

#[test]
fn check_quorum() {
    let run = |is_off| {
        let write = asker(3, &[(4_580, Call::Write(Value(1)))]);
        let clients = vec![reader(0, 1_000, 10), write];
        let plan = exact(5, off("check-quorum", is_off), clients);
        let line = play(plan, an_election_under_a_lease(), millis(8_000));
        assert!(counts(&line));
        line
    };
    assert_eq!(word(Check::Linearizability, &run(true)), "violated", "{}", tell(&run(true)));
    assert!(!lies(&run(true), READS, Invariant::Freshness).is_empty());
    assert_eq!(word(Check::Linearizability, &run(false)), "holds");
    assert!(lies(&run(false), READS, Invariant::Freshness).is_empty());
}

/// The leader's clock is as slow as is assumed of any, the others' as fast; it is cut off with a
/// client that reads, and who writes asks the others.
fn at_the_bound(seed: u64, is_off: bool) -> Timeline {
    let change = off("lease-drift-bound", is_off);
    let change = |setup: Setup| change(setup.with("election-timeout", 4_000_000_000));
    let writer = ClientPlan { reads_per_mille: 0, route: Route::Turns, ..client(1..5) };
    let clients = vec![reader(0, 1_000, 10), writer];
    let acts = vec![
        order(20, 0),
        at(500, on(FaultKind::ClockDrift, &[0]).by(-50_000)),
        at(500, on(FaultKind::ClockDrift, &[1, 2, 3, 4]).by(50_000)),
        at(2_000, between(FaultKind::Cut, &[0, 5], &[1, 2, 3, 4, 6])),
    ];
    play(group(Plan::new(seed, 7), 5, change, clients), acts, millis(11_000))
}

#[test]
fn lease_drift_bound() {
    let stale = |is_off: bool| {
        let runs = (0..60).map(|seed| (seed, at_the_bound(seed, is_off)));
        let runs = runs.inspect(|(seed, line)| assert!(counts(line), "seed {seed}"));
        let broken = runs.filter(|(_, line)| word(Check::Linearizability, line) == "violated");
        broken.map(|(seed, _)| seed).collect::<Vec<u64>>()
    };
    println!("stale reads without the bound: seeds {:?}", stale(true));
    assert!(stale(false).is_empty());
    assert!(stale(true).contains(&PINNED));
    assert!(!lies(&at_the_bound(PINNED, true), READS, Invariant::Freshness).is_empty());
    assert!(lies(&at_the_bound(PINNED, false), READS, Invariant::Freshness).is_empty());
}
const PINNED: u64 = 1;

/// One server is cut off for two or three seconds and comes back, three times; nothing else
/// happens.
fn one_comes_back(seed: u64, is_off: bool) -> Timeline {
    let plan = group(Plan::new(seed, 7), 5, off("pre-vote", is_off), users(5, 100).into());
    let mut line = play(plan, Vec::new(), millis(2_500));
    let away = (leader(&line) + 1 + (seed % 4) as u16) % 5;
    let rest: Vec<u16> = (0..5).filter(|place| *place != away).collect();
    for nth in 0..3 {
        line.intervene(between(FaultKind::Cut, &[away], &rest));
        line.run_until(millis(4_500 + 4_000 * nth + seed * 7 % 1_000));
        line.intervene(Fault::new(FaultKind::Heal, Target::All));
        line.run_until(millis(6_500 + 4_000 * nth));
    }
    assert!(acknowledged(&line) >= 100 && faults(&line) >= 3, "seed {seed}");
    line
}

#[test]
fn pre_vote() {
    let deposed = |seed| leaders(&one_comes_back(seed, true)) > 1;
    let count = (0..20).filter(|seed| deposed(*seed)).count();
    assert_eq!(count, 20, "the healthy leader falls when one with a higher term comes back");
    for seed in 0..200 {
        let line = one_comes_back(seed, false);
        assert_eq!(leaders(&line), 1, "seed {seed}: nobody is deposed\n{}", tell(&line));
    }
}

/// The leader's clock runs at two fifths, the others' at eight fifths; the leader is cut off with
/// a client that reads.
fn far_beyond_the_bound(seed: u64, reads: i64) -> Timeline {
    let writer = ClientPlan { reads_per_mille: 300, ..client(0..5) };
    let reader = ClientPlan { reads_per_mille: 1_000, ..client(0..5) };
    let clients = vec![reader, writer];
    let plan = group(Plan::new(seed, 7), 5, |setup| setup.with("reads", reads), clients);
    let mut line = play(plan, Vec::new(), millis(2_500));
    let leads = leader(&line);
    let others: Vec<u16> = (0..5).filter(|place| *place != leads).collect();
    line.intervene(on(FaultKind::ClockDrift, &[leads]).by(-600_000));
    line.intervene(on(FaultKind::ClockDrift, &others).by(600_000));
    line.run_until(millis(2_800 + seed % 400));
    let many: Vec<u16> = others.iter().copied().chain([6]).collect();
    line.intervene(between(FaultKind::Cut, &[leads, 5], &many));
    line.run_until(millis(5_500));
    line.intervene(Fault::new(FaultKind::Heal, Target::All));
    line.run_until(millis(9_000));
    assert!(counts(&line), "seed {seed}");
    line
}

#[test]
fn reads_that_ask_first_are_never_stale() {
    for (reads, name) in [(0, "log"), (1, "read-index")] {
        for seed in 0..200 {
            let line = far_beyond_the_bound(seed, reads);
            assert_holds(Check::Linearizability, &line, &format!("{name}, seed {seed}"));
        }
    }
    let stale = |reads| {
        let broken = |seed: &u64| {
            word(Check::Linearizability, &far_beyond_the_bound(*seed, reads)) == "violated"
        };
        (0..20).filter(broken).count()
    };
    let (lease, local) = (stale(2), stale(3));
    println!("stale reads in 20 runs: by lease {lease}, from its own copy {local}");
    assert!(lease > 0 && local > 0);
}
