//! Whole runs as prose, kept beside the mechanism: read the difference before you accept it.
use super::story::tell_story;
use super::*;
use crate::kernel::Latency;
use crate::node::{Ask, Call, Key, Value};
use std::path::Path;

const FOLDER: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/src/protocols/time/lease_fence/testdata");

/// Compares with what is kept; with `UPDATE_TRANSCRIPTS=1` in the environment keeps this instead.
#[track_caller]
fn check(name: &str, line: &Timeline) {
    let file = Path::new(FOLDER).join(format!("{name}.txt"));
    let told = tell_story(line);
    if std::env::var_os("UPDATE_TRANSCRIPTS").is_some() {
        std::fs::write(&file, &told).expect("the folder is there");
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    assert_eq!(told, kept, "{name}: run again with UPDATE_TRANSCRIPTS=1, and read the difference");
}

/// Two quiet clients, of Ann and of Bob, who ask at set times; messages take 10 ms, and Cid is
/// down.
fn quiet(change: fn(Setup) -> Setup, asks: [Vec<Ask>; 2], acts: Vec<Act>, until: u64) -> Timeline {
    let client = |worker, asks| ClientPlan {
        pace: Pace::Idle,
        route: crate::node::Route::Fixed,
        persistence: Span::secs(6),
        asks,
        ..client([worker])
    };
    let [ann, bob] = asks;
    let plan = of_clients(1, change, vec![client(2, ann), client(3, bob)]);
    let plan = Plan {
        latency: Latency::fixed(Span::millis(10)),
        flush: Latency::fixed(Span::millis(2)),
        ..plan
    };
    let acts = acts.into_iter().chain([at(0, on(FaultKind::Crash, &[4]))]);
    play(plan, acts.collect(), millis(until))
}

fn write(after: u64, value: i64) -> Ask {
    Ask { at: Span::millis(after), provider: 0, key: Key(0), call: Call::Write(Value(value)) }
}

fn read(after: u64) -> Ask {
    Ask { at: Span::millis(after), provider: 0, key: Key(0), call: Call::Read }
}

#[test]
fn bob_waits_for_the_lease_of_ann() {
    let cut = at(1_000, between(FaultKind::Cut, &[2, 5], &[0, 1, 3, 6]));
    let asks = [vec![write(500, 1), read(1_500), read(3_500)], vec![write(1_200, 2), read(4_500)]];
    check("unreachable-holder", &quiet(as_built, asks, vec![cut], 5_000));
}

#[test]
fn ann_sleeps_in_the_middle_of_her_work() {
    let acts = || {
        let pause = at(1_050, on(FaultKind::Pause, &[2]));
        vec![pause, at(4_500, on(FaultKind::Resume, &[2]))]
    };
    let asks = || [vec![write(500, 1), write(1_000, 2)], vec![write(1_500, 3), read(5_000)]];
    let slow = |setup: Setup| setup.with("work", 200_000_000);
    check("sleeper-fenced", &quiet(slow, asks(), acts(), 5_500));
    let open = |setup: Setup| setup.with("work", 200_000_000).without("fencing");
    check("sleeper-unfenced", &quiet(open, asks(), acts(), 5_500));
}

#[test]
fn anns_clock_is_slow() {
    let acts = vec![
        at(500, on(FaultKind::ClockDrift, &[2]).by(-600_000)),
        at(1_500, between(FaultKind::Cut, &[2, 5], &[0, 1, 3, 6])),
    ];
    let asks = [vec![write(200, 1), read(4_200), read(6_500)], vec![write(3_700, 2)]];
    check("slow-clock", &quiet(as_built, asks, acts, 7_000));
}

#[test]
fn the_grantor_crashes() {
    let acts = || {
        let cut = at(1_000, between(FaultKind::Cut, &[2], &[0]));
        let restart = at(1_200, on(FaultKind::Restart, &[0]));
        vec![cut, at(1_100, on(FaultKind::Crash, &[0])), restart]
    };
    let asks = || [vec![write(500, 1), read(1_900)], vec![write(1_250, 2)]];
    check("grantor-crashes", &quiet(as_built, asks(), acts(), 4_500));
    let forgetful = |setup: Setup| setup.without("durable-grants");
    check("grantor-forgets", &quiet(forgetful, asks(), acts(), 4_500));
}
