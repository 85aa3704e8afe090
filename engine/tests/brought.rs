//! A scenario to which mechanisms are brought plays as one that had them from the first.
mod common;
use common::played;
use engine::node::Protocol;
use engine::protocols::{Visitor, each};
use engine::scenario::{Bare, Make, RawScenario, Run, Scenario, check_bare, make, read};

/// Two services of two mechanisms.
fn both() -> (RawScenario, Scenario) {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../content/book/01-impossibility/scenarios");
    let id = "ch01-cap-partition";
    let source = std::fs::read_to_string(format!("{folder}/{id}.toml")).expect("a text");
    read(id, &source).expect("a scenario")
}

/// How the mechanisms of some names are made, and no others.
struct Makes(&'static [&'static str], Vec<(&'static str, Make)>);

impl Visitor for Makes {
    fn visit<P: Protocol>(&mut self) {
        if self.0.contains(&P::CARD.slug) {
            self.1.push((P::CARD.slug, make::<P>()));
        }
    }
}

fn brought(bare: Bare, names: &'static [&'static str]) -> Option<Scenario> {
    let mut makes = Makes(names, Vec::new());
    each(&mut makes);
    bare.with(|slug| makes.1.iter().find(|(known, _)| *known == slug).map(|(_, make)| *make))
}

#[test]
fn what_is_brought_plays_as_what_was_there() {
    let (raw, whole) = both();
    let bare = check_bare(&raw).expect("a scenario");
    assert_eq!(bare.mechanisms(), ["dynamo-quorum", "raft"]);
    let later = brought(bare, &["raft", "dynamo-quorum"]).expect("all is there");
    for stage in 0..whole.stages.len() {
        let run = Run::of_stage(&whole, stage);
        let [one, other] = [&whole, &later].map(|scenario| played(scenario, &run).trace().hash());
        assert_eq!(one, other, "stage {stage}");
    }
}

#[test]
fn nothing_plays_while_a_mechanism_is_missing() {
    let (raw, _) = both();
    assert!(brought(check_bare(&raw).expect("a scenario"), &["raft"]).is_none());
}
