//! `lab list` tells what there is.
mod common;
use common::lab::{answer, fields, list};
use engine::faults::FaultKind;
use engine::scenario::cards;

#[test]
fn it_tells_mechanisms_scenarios_and_faults() {
    let all = answer(&["list"]);
    assert_eq!(fields(&all), ["engine_version", "faults", "mechanisms", "scenarios"]);
    assert_eq!(all["engine_version"], engine::scenario::VERSION);
    let slugs: Vec<_> = cards().iter().map(|card| card.slug).collect();
    assert_eq!(all["mechanisms"], serde_json::json!(slugs));
    let faults: Vec<_> = FaultKind::ALL.iter().map(|kind| kind.card().slug).collect();
    assert_eq!(all["faults"], serde_json::json!(faults));
}

#[test]
fn every_scenario_has_a_title_stages_and_guards() {
    let all = answer(&["list"]);
    for scenario in list(&all["scenarios"]) {
        assert_eq!(fields(scenario), ["guards", "id", "stages", "title"]);
        assert!(!list(&scenario["stages"]).is_empty(), "{scenario}");
        for guard in list(&scenario["guards"]) {
            assert!(guard.as_str().is_some_and(|name| name.contains('.')), "{guard}");
        }
    }
    let slow_clock = list(&all["scenarios"]).iter().find(|one| one["id"] == "ch03-raft-lease-read");
    let slow_clock = slow_clock.expect("it is in the book");
    assert_eq!(slow_clock["stages"][1], "Cut, with a slow clock");
    assert!(list(&slow_clock["guards"]).contains(&"register.pre-vote".into()));
}
