//! Answers that nobody on this project wrote: tables and quorum files, equal to the letter.
use super::harness::{Group, Letter, disk};
use crate::kernel::{NodeSet, Place};
use crate::parts::{Ballot, Config as Quorums};
use crate::protocols::agreement::raft::{
    Command, Entry, LastEntry, Log, LogIndex, Message, Role, Term, Timer,
};
use serde_json::Value;
use std::path::PathBuf;

/// Where the answers are, if they are there; else the test says that it skips.
pub fn folder(of: &str) -> Option<PathBuf> {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/oracles");
    let path = PathBuf::from(root).join(of);
    if !path.exists() {
        println!("skipped: there is no {}", path.display());
    }
    path.exists().then_some(path)
}

fn tables() -> Option<Value> {
    let text = std::fs::read_to_string(folder("raft/tables.json")?).unwrap();
    Some(serde_json::from_str(&text).unwrap())
}

fn rows<'a>(tables: &'a Value, of: &str) -> &'a Vec<Value> {
    tables[of].as_array().unwrap()
}

fn numbers(row: &Value, of: &str) -> Vec<u64> {
    row[of].as_array().unwrap().iter().map(|number| number.as_u64().unwrap()).collect()
}

fn number(row: &Value, of: &str) -> u64 {
    row[of].as_u64().unwrap()
}

/// Sections 1 to 8 of the paper alone.
fn group(kept: Vec<Vec<crate::protocols::agreement::raft::Stored>>) -> Group {
    Group::from_disks(|setup| setup.without("pre-vote").without("check-quorum"), kept)
}

#[test]
fn voters_refuse_as_in_the_table() {
    let Some(tables) = tables() else { return };
    for row in rows(&tables, "voter") {
        let log = numbers(row, "voter_log_terms");
        let mut group = group(vec![disk(2, &log), Vec::new()]);
        let term = Term(number(row, "cand_logterm"));
        let last = LastEntry { term, index: LogIndex(number(row, "cand_index")) };
        let message = Message::RequestVote { term: Term(3), last, pre: false };
        group.deliver(Letter { from: 1, to: 0, message });
        group.flush(0);
        let granted = row["reject"] == Value::Bool(false);
        let answer = Message::Vote { term: Term(3), granted, pre: false };
        assert_eq!(group.mail[0].message, answer, "{row}");
    }
}

#[test]
fn elections_end_as_in_the_table() {
    let Some(tables) = tables() else { return };
    for row in rows(&tables, "election_one_round") {
        let mut group = group(vec![Vec::new(); number(row, "size") as usize]);
        group.fire(0, Timer::Election);
        group.flush(0);
        for (voter, vote) in row["votes"].as_object().unwrap() {
            let from = voter.parse::<u16>().unwrap() - 1;
            let granted = vote.as_u64() == Some(1);
            let message = Message::Vote { term: Term(1), granted, pre: false };
            group.deliver(Letter { from, to: 0, message });
        }
        let state = match group.server(0).role {
            Role::Follower(_) => "follower",
            Role::Candidate(_) => "candidate",
            Role::Leader(_) => "leader",
        };
        assert_eq!(row["state"], state, "{row}");
    }
}

#[test]
fn copies_of_earlier_terms_are_not_counted() {
    let Some(tables) = tables() else { return };
    let table = &tables["commit_only_current_term"];
    for case in table["cases"].as_array().unwrap() {
        let log = numbers(table, "log");
        let mut group = group(vec![disk(2, &log), disk(2, &log)]);
        group.fire(0, Timer::Election);
        group.flush(0);
        let term = Term(number(table, "leader_term"));
        let vote = Message::Vote { term, granted: true, pre: false };
        group.deliver(Letter { from: 1, to: 0, message: vote });
        group.flush(0);
        let matched = LogIndex(number(case, "follower_acks_index"));
        group.deliver(Letter { from: 1, to: 0, message: Message::Appended { term, matched } });
        assert_eq!(group.server(0).commit, LogIndex(number(case, "commit")), "{case}");
    }
}

#[test]
fn leaders_commit_as_in_the_table() {
    let Some(tables) = tables() else { return };
    for row in rows(&tables, "commit_table") {
        let matched = numbers(row, "match");
        let mut group = group(vec![Vec::new(); matched.len()]);
        group.elect(0);
        let terms = numbers(row, "log_terms");
        assert_eq!(matched[0], terms.len() as u64, "the leader has all that it has sent");
        let entry = |term: &u64| Entry { term: Term(*term), command: Command::Noop };
        group.act(0, |server, out| {
            server.log = Log::recovered(terms.iter().map(entry).collect());
            (server.term, server.commit) = (Term(number(row, "term")), LogIndex(0));
            let Role::Leader(leader) = &mut server.role else { panic!("it leads") };
            for (progress, matched) in leader.followers.iter_mut().zip(&matched) {
                progress.matched = LogIndex(*matched);
            }
            server.own_flushed(server.term, out);
        });
        assert_eq!(group.server(0).commit, LogIndex(number(row, "commit")), "{row}");
    }
}

/// The command of each block, and the last line of its answer.
fn blocks(file: &str, command: &str) -> Option<Vec<(String, String)>> {
    let path = folder("raft/quorum/testdata")?.join(file);
    let text = std::fs::read_to_string(path).unwrap();
    let blocks = text.split("\n\n").filter_map(|block| {
        let lines = block.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        let lines: Vec<_> = lines.collect();
        let (first, last) = (*lines.first()?, *lines.last()?);
        Some((first.strip_prefix(command)?.to_owned(), last.to_owned()))
    });
    Some(blocks.collect())
}

/// `(a, b)` after a name, in pieces.
fn list(words: &str, of: &str) -> Vec<String> {
    let Some((_, rest)) = words.split_once(&format!("{of}=(")) else { return Vec::new() };
    let inside = rest.split(')').next().unwrap_or_default();
    inside.split(',').map(|piece| piece.trim().to_owned()).collect()
}

/// As many voters as are named; what they are called is of no account.
fn voters(words: &str) -> Quorums {
    Quorums::simple(NodeSet::first(list(words, "cfg").len() as u16))
}

#[test]
fn majorities_commit_as_in_the_file() {
    let Some(blocks) = blocks("majority_commit.txt", "committed") else { return };
    assert_eq!(blocks.len(), 16);
    for (words, answer) in blocks {
        let reached = list(&words, "idx");
        let reached = |place: Place| reached[place.index()].parse().unwrap_or(0);
        let expected = answer.parse::<u64>().ok();
        assert!(expected.is_some() || answer.ends_with('∞'), "{answer}");
        assert_eq!(voters(&words).committed(reached), expected, "{words}");
    }
}

#[test]
fn majorities_vote_as_in_the_file() {
    let Some(blocks) = blocks("majority_vote.txt", "vote") else { return };
    assert_eq!(blocks.len(), 22);
    for (words, answer) in blocks {
        let votes = list(&words, "votes");
        let vote = |place: Place| match votes[place.index()].as_str() {
            "y" => Some(true),
            "n" => Some(false),
            _ => None,
        };
        let expected = match answer.as_str() {
            "VoteWon" => Ballot::Won,
            "VoteLost" => Ballot::Lost,
            "VotePending" => Ballot::Pending,
            other => panic!("{other}"),
        };
        assert_eq!(voters(&words).ballot(vote), expected, "{words}");
    }
}
