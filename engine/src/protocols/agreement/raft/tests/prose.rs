//! Runs told as prose, one file a behaviour, in the folder `testdata`.
//!
//! With UPDATE_TRANSCRIPTS=1 in the environment the files are written anew: read the difference,
//! and keep what you can explain.
use super::guards::figure_8;
use super::schedules::*;
use super::tale::Tale;
use super::*;
use crate::node::{Call, Value};

const ROUNDS: &[&str] = &["heartbeat", "ack"];

fn plain(setup: Setup) -> Setup {
    setup
}

fn no_heartbeats(setup: Setup) -> Setup {
    setup.with("heartbeat", 10_000_000_000).with("election-timeout", 20_000_000_000)
}

/// A tale equals its file; or, if asked for, becomes it.
fn compare(file: &str, says: &str, tale: &Tale) {
    let found = format!("{says}\n\n{}", tale.told());
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/src/protocols/agreement/raft/testdata");
    let path = std::path::Path::new(root).join(file);
    if std::env::var_os("UPDATE_TRANSCRIPTS").is_some() {
        std::fs::write(&path, found).unwrap();
        return;
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    let hint = "UPDATE_TRANSCRIPTS=1 cargo test -p engine --lib prose writes it anew";
    assert_eq!(found, expected, "{file} tells another run; {hint}");
}

#[test]
fn election() {
    let line = play(exact(3, plain, Vec::new()), Vec::new(), millis(2_000));
    let says =
        "The first to grow impatient asks whether it would be elected, then stands, and leads.";
    compare("election.txt", says, &Tale { line, from: 1_000, until: 1_400, hide: &[] });
}

#[test]
fn split_vote() {
    let change = |setup: Setup| setup.without("pre-vote");
    let far = between(FaultKind::Delay, &[0, 1], &[2, 3]).by(5_000_000);
    let acts = vec![at(10, far), order(20, 0), order(20, 3)];
    let line = play(exact(4, change, Vec::new()), acts, millis(2_000));
    let says = "Two of four stand at once, each is heard first by its neighbour, and each gets two\n\
                votes, which is no majority. The next term has a leader.";
    compare("split_vote.txt", says, &Tale { line, from: 0, until: 1_700, hide: ROUNDS });
}

#[test]
fn write_and_read() {
    let change = |setup: Setup| no_heartbeats(setup).with("reads", 1);
    let asks = [(100, Call::Write(Value(7))), (200, Call::Read)];
    let line = play(exact(3, change, vec![asker(0, &asks)]), vec![order(20, 0)], millis(400));
    let says = "A write is answered once a majority has it on disk; a read, once a majority has\n\
                answered a round that was opened after it came.";
    compare("write_and_read.txt", says, &Tale { line, from: 90, until: 300, hide: &[] });
}

#[test]
fn conflict_repair() {
    let acts = vec![
        order(20, 0),
        at(200, between(FaultKind::Cut, &[0, 3], &[1, 2, 4])),
        order(1_200, 1),
        step_down(1_500, 1),
        order(1_510, 2),
        heal(1_800),
    ];
    let asks = |from: u64, nth: i64| {
        let ask =
            |nth: i64| (from + 50 * nth.cast_unsigned(), Call::Write(Value(from as i64 + nth)));
        (0..nth).map(ask).collect::<Vec<_>>()
    };
    let clients = vec![asker(0, &asks(300, 3)), asker(1, &asks(1_300, 2))];
    let line = play(exact(3, plain, clients), acts, millis(2_200));
    let says = "A leader behind a cut takes three writes in that nobody else gets. Two others lead\n\
                one after the other. When the cut is mended, the log of the first conflicts with\n\
                that of the last: it goes back to where they agree, and is replaced from there.";
    compare("conflict_repair.txt", says, &Tale { line, from: 290, until: 2_200, hide: ROUNDS });
}

#[test]
fn lease_read_behind_a_cut() {
    let asks = [300, 600, 900, 1_180, 1_210, 1_500].map(|at| (at, Call::Read));
    let change = |setup: Setup| setup.with("heartbeat", 250_000_000);
    let cut = at(450, between(FaultKind::Cut, &[0, 3], &[1, 2]));
    let plan = exact(3, change, vec![asker(0, &asks)]);
    let line = play(plan, vec![order(20, 0), cut], millis(2_500));
    let says = "A leader behind a cut answers reads while its lease lasts, then lets them wait until a\n\
                majority has answered a round, then steps down: before another could be elected.";
    let tale = Tale { line, from: 290, until: 1_700, hide: &[] };
    compare("lease_read_behind_a_cut.txt", says, &tale);
}

fn one_returns(change: impl Fn(Setup) -> Setup) -> Timeline {
    let acts = vec![order(20, 0), at(200, between(FaultKind::Cut, &[2], &[0, 1])), heal(4_500)];
    play(exact(3, change, Vec::new()), acts, millis(6_500))
}

#[test]
fn pre_vote_blocks_a_returning_server() {
    let line = one_returns(plain);
    let says = "A server behind a cut asks whether it would be elected, again and again, and stays in\n\
                its term. When it comes back, the leader goes on leading.";
    compare("pre_vote.txt", says, &Tale { line, from: 1_000, until: 6_500, hide: &[] }.brief());
}

#[test]
fn without_pre_vote_a_returning_server_deposes_the_leader() {
    let line = one_returns(|setup| setup.without("pre-vote"));
    let says = "Without pre-vote the same server comes back in a term of its own, and a healthy leader\n\
                has to go.";
    compare("no_pre_vote.txt", says, &Tale { line, from: 1_000, until: 6_500, hide: &[] }.brief());
}

#[test]
fn a_promise_outlives_a_crash() {
    let acts = vec![
        order(20, 0),
        at(300, on(FaultKind::Crash, &[1])),
        at(400, between(FaultKind::Cut, &[0], &[1, 2])),
        at(420, on(FaultKind::Restart, &[1])),
        order(1_400, 2),
        order(1_415, 2),
    ];
    let line = play(exact(3, plain, Vec::new()), acts, millis(2_000));
    let says = "A follower crashes and comes back. It has forgotten until when it promised the leader\n\
                to elect nobody else, so for one whole timeout it votes for nobody and does not\n\
                even answer; after that it does.";
    compare(
        "promise_after_a_crash.txt",
        says,
        &Tale { line, from: 290, until: 2_000, hide: ROUNDS },
    );
}

#[test]
fn figure_8_of_the_paper() {
    let change = |setup: Setup| setup.without("check-quorum").without("current-term-commit");
    let write = asker(0, &[(110, Call::Write(Value(1)))]);
    let line = play(exact(5, change, vec![write]), figure_8(), millis(900));
    let says = "Figure 8 of the paper, with a leader that counts copies of entries of earlier terms:\n\
                entry 2 is committed, and then it is another. Of the paper's frames, (a) begins at\n\
                0.110 s, (b) at 0.160 s, (c) at 0.200 s and (d) at 0.340 s; terms are one lower.";
    compare("figure_8.txt", says, &Tale { line, from: 90, until: 480, hide: ROUNDS });
}
