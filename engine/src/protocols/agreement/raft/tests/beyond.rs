//! Beyond the declared model things break, and whatever breaks was a lie, or a broken word, first.
use super::random::*;
use super::schedules::group;
use super::*;
use crate::checks::{Breach, Check, Undertaking, undertakings};
use crate::consistency::Verdict;
use crate::evidence::Kind;
use crate::faults::{Fault, Target};
use crate::node::{ClientPlan, Record};

/// How a stale read, or another value where one had been decided, was foretold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Foretold {
    /// The server that gave the guilty answer lied at that very instant.
    ByALie,
    /// A disk had lost what its server had given its word for, and the trace says so.
    ByABrokenWord,
    /// By nothing.
    Not,
}

fn breach(check: Check, line: &Timeline) -> Option<Breach> {
    match check.verdict(SERVICE, line) {
        Verdict::Violated(breach) => Some(breach),
        _ => None,
    }
}

/// The answer of the read that shows the breach, if a read does.
fn guilty(breach: &Breach, all: &[Undertaking]) -> Option<(usize, crate::kernel::NodeId)> {
    let of = |op| all.iter().find(|undertaking| undertaking.request.op == op);
    let reads = breach.operations.iter().filter_map(|op| of(*op));
    let reads = reads.filter(|undertaking| undertaking.request.call.is_read());
    reads.filter_map(|read| read.answered).map(|(step, _, by, ..)| (step, by)).max()
}

fn foretold(breach: &Breach, line: &Timeline) -> Foretold {
    let answer = guilty(breach, &undertakings(line));
    let last = breach.steps.last().copied().unwrap_or(line.cursor());
    let step = answer.map_or(last, |(step, _)| step);
    let at = line.trace().step(step).at();
    let lies = |window: &crate::modes::Window| {
        let guilty = answer.is_some_and(|(_, by)| by == window.who.node());
        guilty && window.is_lying() && window.who.class() == READS && window.covers(at)
    };
    let broken = |record: &Record| match record {
        Record::Broken(item) => matches!(item.kind, Kind::ElectionVote | Kind::LogPosition),
        _ => false,
    };
    let mut before = (0..step).flat_map(|step| line.trace().records(step));
    match line.windows(line.trace().len()).iter().any(lies) {
        true => Foretold::ByALie,
        false if before.any(broken) => Foretold::ByABrokenWord,
        false => Foretold::Not,
    }
}

/// The leader's clock runs at half its rate, the others' half as fast again, and a client that
/// reads is cut off with the leader: who breaks in how many of so many runs, and how it was
/// foretold.
fn wild_clock(seed: u64) -> Timeline {
    let reader = ClientPlan { reads_per_mille: 1_000, ..client(0..5) };
    let plan = group(Plan::new(seed, 7), 5, |setup| setup, vec![reader, client(0..5)]);
    let mut line = play(plan, Vec::new(), millis(2_500));
    let leads = leader(&line);
    let others: Vec<u16> = (0..5).filter(|place| *place != leads).collect();
    line.intervene(on(FaultKind::ClockDrift, &[leads]).by(-500_000));
    line.intervene(on(FaultKind::ClockDrift, &others).by(500_000));
    line.run_until(millis(2_600 + seed * 13 % 900));
    let many: Vec<u16> = others.into_iter().chain([6]).collect();
    line.intervene(between(FaultKind::Cut, &[leads, 5], &many));
    line.run_until(millis(5_000));
    line.intervene(Fault::new(FaultKind::Heal, Target::All));
    line.run_until(millis(9_000));
    line
}

#[test]
fn a_stale_read_under_wild_clocks_was_a_lie_when_it_was_given() {
    let (mut runs, mut broken) = (0, 0);
    let mut judge = |line: Timeline, of: String| {
        assert_holds(Check::Uniqueness, &line, &of);
        assert_holds(Check::Durability, &line, &of);
        runs += u32::from(counts(&line));
        if let Some(breach) = breach(Check::Linearizability, &line) {
            broken += u32::from(counts(&line));
            assert_eq!(foretold(&breach, &line), Foretold::ByALie, "{of}: {}", breach.why);
        }
    };
    (0..150).for_each(|seed| judge(wild_clock(seed), format!("a slow leader, seed {seed}")));
    let palette: Vec<_> = MODEL.iter().chain(WILD_CLOCKS.repeat(6).iter()).copied().collect();
    for seed in 0..250 {
        let storm = Storm::new(seed);
        let mut line = storm.calm(seed, |setup| setup);
        storm.rage(&mut line, &palette);
        judge(played(line), format!("a random run, seed {seed}"));
    }
    println!("{broken} of {runs} runs with wild clocks have a stale read; every one was a lie");
    assert!(broken > 100);
}

#[test]
fn what_lossy_disks_break_was_foretold() {
    let palette: Vec<_> = MODEL.iter().chain(LOSSY_DISKS.repeat(9).iter()).copied().collect();
    let mut tally = std::collections::BTreeMap::<(&str, Foretold), u32>::new();
    for seed in 0..600 {
        let storm = Storm::new(seed);
        let mut line = storm.calm(seed, |setup| setup);
        storm.rage(&mut line, &palette);
        let line = played(line);
        for check in [Check::Linearizability, Check::Uniqueness, Check::Monotonicity] {
            if let Some(breach) = breach(check, &line) {
                let foretold = foretold(&breach, &line);
                assert!(foretold != Foretold::Not, "seed {seed}: {}\n{}", breach.why, tell(&line));
                *tally.entry((check.slug(), foretold)).or_default() += u32::from(counts(&line));
            }
        }
    }
    println!("600 runs with lossy disks: {tally:?}");
    assert!(tally.values().sum::<u32>() > 10);
}

#[test]
fn no_servers_panic_whatever_befalls_them_and_whatever_guards_are_off() {
    let palette: Vec<_> = MODEL.iter().chain(WILD_CLOCKS).chain(LOSSY_DISKS).copied().collect();
    let guards = <Raft as crate::node::Protocol>::CARD.guards;
    for seed in 0..512 {
        let storm = Storm::new(seed);
        let change = |setup: Setup| {
            let off = guards.iter().enumerate().filter(|(bit, _)| seed >> bit & 1 == 1);
            let setup = off.fold(setup, |setup, (_, guard)| setup.without(guard.name));
            setup.with("reads", (seed >> 5 & 3) as i64)
        };
        let mut line = storm.calm(seed, change);
        storm.rage(&mut line, &palette);
        let orders = (0..6).map(|nth| {
            let node = crate::kernel::NodeId::new(0, (seed + nth) as u16 % 3);
            let order = Fault::new(FaultKind::OperatorAction, Target::Node(node));
            at(2_500 + 700 * nth, order.by((nth % 2) as i64))
        });
        let acts = line.script().acts().iter().copied().chain(orders);
        line.follow(crate::timeline::Script::new(acts));
        played(line);
    }
}

#[test]
fn a_group_whose_disks_all_forget_loses_what_it_acknowledged() {
    let plan = group(Plan::new(3, 4), 3, |setup| setup, vec![client(0..3)]);
    let acts = vec![
        at(3_000, on(FaultKind::CrashAmnesia, &[0, 1, 2])),
        at(3_200, on(FaultKind::Restart, &[0, 1, 2])),
    ];
    let line = play(plan, acts, millis(3_300));
    assert_eq!(word(Check::Durability, &line), "violated");
}
