//! Interaction transcripts of another implementation: the same commands end in the same state.
use super::interpreter::{Player, Standing, said, steps};
use super::oracles::folder;
use crate::node::{Call, Node, Value};
use crate::observation::Role as Part;

/// Those whose features exist here.
const PLAYED: &[&str] = &[
    "campaign.txt",
    "checkquorum.txt",
    "heartbeat_resp_recovers_from_probing.txt",
    "prevote.txt",
    "replicate_pause.txt",
    "single_node.txt",
];

/// The others, and what they need.
const NOT_APPLICABLE: &[(&str, &str)] = &[
    ("campaign_learner_must_vote.txt", "learners and changes of membership"),
    ("confchange_disable_validation.txt", "changes of membership"),
    ("confchange_v1_add_single.txt", "changes of membership, snapshots"),
    ("confchange_v1_remove_leader_stepdown.txt", "changes of membership"),
    ("confchange_v2_add_double_auto.txt", "changes of membership, snapshots"),
    ("confchange_v2_add_double_implicit.txt", "changes of membership, snapshots"),
    ("confchange_v2_add_single_auto.txt", "changes of membership, snapshots"),
    ("confchange_v2_add_single_explicit.txt", "changes of membership, snapshots"),
    ("forget_leader.txt", "learners, and an order to forget the leader that the papers lack"),
    ("forget_leader_read_only_lease_based.txt", "the same order"),
    ("snapshot_succeed_via_app_resp.txt", "snapshots"),
];

#[test]
fn every_transcript_is_played_or_named() {
    let Some(folder) = folder("raft/testdata") else { return };
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name());
    let mut files: Vec<String> = files.map(|name| name.into_string().unwrap()).collect();
    files.sort();
    let mut known: Vec<&str> = NOT_APPLICABLE.iter().map(|(name, _)| *name).collect();
    known.extend(PLAYED);
    known.sort_unstable();
    assert_eq!(files, known);
    NOT_APPLICABLE.iter().for_each(|(name, needs)| println!("not applicable: {name} ({needs})"));
}

/// Plays a transcript, and holds what it says in the end against the servers.
fn played(name: &str) -> Option<Player> {
    let text = std::fs::read_to_string(folder("raft/testdata")?.join(name)).unwrap();
    let (steps, mut player) = (steps(&text), Player::new());
    steps.iter().for_each(|step| player.play(step));
    player.tell_all();
    for (place, expected) in said(&steps) {
        let server = player.group.server(place);
        let found = Standing {
            term: expected.term.and(Some(server.term.0)),
            commit: expected.commit.and(Some(server.commit.0)),
            part: expected.part.and(Some(server.observe().role)),
        };
        assert_eq!(found, expected, "{name}: server {}", place + 1);
    }
    Some(player)
}

#[test]
fn all_end_where_the_other_implementation_ends() {
    for name in PLAYED {
        played(name);
    }
}

#[test]
fn what_they_end_in_is_what_they_are_about() {
    let Some(player) = played("campaign.txt") else { return };
    assert_eq!(parts(&player), [Part::Leader, Part::Follower, Part::Follower]);
    let player = played("checkquorum.txt").unwrap();
    assert_eq!(parts(&player), [Part::Follower, Part::Leader, Part::Follower]);
    let player = played("prevote.txt").unwrap();
    assert_eq!(parts(&player), [Part::Follower, Part::Leader, Part::Follower]);
    assert!((0..3).all(|place| player.group.terms(place).ends_with(&[1, 1, 2])));
    assert_eq!(parts(&played("single_node.txt").unwrap()), [Part::Leader]);
}

/// Here a follower that has everything needs no empty message to be trusted again: the next entry
/// reaches it with the next round at the latest.
#[test]
fn a_follower_that_was_out_of_reach_gets_the_next_entry() {
    let Some(mut player) = played("heartbeat_resp_recovers_from_probing.txt") else { return };
    player.group.ask(0, Call::Write(Value(9)));
    player.group.settle();
    player.group.beat(0);
    assert_eq!(player.group.terms(1), player.group.terms(0));
    assert_eq!(player.group.server(1).commit, player.group.server(0).commit);
}

fn parts(player: &Player) -> Vec<Part> {
    (0..player.group.size()).map(|place| player.group.server(place).observe().role).collect()
}
