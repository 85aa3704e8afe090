//! `lab digest` tells of many runs what another machine must tell of them, too.
mod common;
use common::book::slow_clock;
use common::lab::{answer, complaint, fields, list};
use engine::kernel::Instant;
use engine::scenario::{Run, decode};
use std::collections::BTreeSet;

#[test]
fn it_tells_every_stage_and_so_many_random_runs() {
    let digest = answer(&["digest", "--wild", "12"]);
    let scenarios = answer(&["list"]);
    let stages = list(&scenarios["scenarios"]).iter().map(|one| list(&one["stages"]).len());
    let runs = list(&digest["runs"]);
    assert_eq!(runs.len(), stages.sum::<usize>() + 12);
    let hashes: BTreeSet<_> = runs.iter().map(|run| run["trace_hash"].as_str()).collect();
    let different: BTreeSet<_> = runs.iter().map(what_changes_it).collect();
    assert_eq!(hashes.len(), different.len(), "runs are the same if all that they depend on is");
}

/// All that a run depends on; two stages may tell two halves of one run.
fn what_changes_it(run: &serde_json::Value) -> String {
    let link = decode(run["link"].as_str().expect("a text")).expect("a link");
    format!("{:?}", Run { stage: 0, ..link.run })
}

#[test]
fn its_links_play_the_runs_again() {
    let digest = answer(&["digest", "--wild", "4", "--seed", "9"]);
    for run in list(&digest["runs"]) {
        assert_eq!(fields(run), ["link", "occurrences", "scenario", "stage", "trace_hash"]);
        if run["scenario"] != slow_clock().id {
            continue;
        }
        let link = decode(run["link"].as_str().unwrap()).expect("a link");
        let scenario = slow_clock();
        let mut line = link.run.timeline(&scenario);
        line.run_until(Instant(0) + scenario.length);
        assert_eq!(run["trace_hash"], format!("{:016x}", line.trace().hash()));
        assert_eq!(run["occurrences"], line.cursor());
    }
}

#[test]
fn bad_words_get_a_sentence() {
    assert!(complaint(&["digest", "--wild", "many"]).contains("`many`"));
    assert!(complaint(&["digest", "--wild"]).contains("`--wild` wants a value"));
    assert!(complaint(&["digest", "--loud", "1"]).contains("--loud"));
}
