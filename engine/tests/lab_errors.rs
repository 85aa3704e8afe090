//! The laboratory answers bad words with one sentence.
mod common;
use common::lab::{complaint, file};

const SLOW_CLOCK: &str = "ch03-raft-lease-read";

#[test]
fn unknown_words_are_told_how_it_is_used() {
    for words in [&[][..], &["dance"], &["list", "all"], &["--book"]] {
        let said = complaint(words);
        assert!(said.contains("usage: lab") || said.contains("--book"), "{words:?}: {said}");
    }
}

#[test]
fn a_book_that_is_not_there_is_named() {
    assert!(complaint(&["list", "--book", "no-such-folder"]).contains("no-such-folder"));
    let file = file("no-folder", "");
    assert!(complaint(&["--book", &file, "list"]).contains("no-folder"));
}

#[test]
fn what_is_wrong_with_a_run_is_said() {
    let run = |words: &[&str], part: &str| {
        let said = complaint(&[&["run"], words].concat());
        assert!(said.contains(part), "{words:?}: {said}");
    };
    run(&[], "the name of a scenario");
    run(&["ch99-nothing"], SLOW_CLOCK);
    for (words, part) in [
        (["--stage", "9"], "no stage 9"),
        (["--stage", "0"], "no stage 0"),
        (["--stage", "two"], "`two`"),
        (["--seed", "-1"], "`-1`"),
        (["--seed", "99999999999999999999"], "whole number"),
        (["--guard", "pre-vote"], "NAME=on"),
        (["--guard", "pre-vote=perhaps"], "NAME=on"),
        (["--guard", "garlic=off"], "no guard garlic"),
        (["--set", "register.reads"], "NAME=VALUE"),
        (["--set", "register.colour=red"], "no setting register.colour"),
        (["--set", "register.reads=aloud"], "`aloud`"),
        (["--set", "register.heartbeat=1 ns"], "not between"),
        (["--until", "soon"], "`soon`"),
        (["--until", "-1 s"], "before the start"),
        (["--until", "2000000 s"], "the longest run"),
        (["--script", "no-such-script"], "no-such-script"),
        (["--trace", "no-such-folder/trace.jsonl"], "cannot be written"),
        (["--speed", "2"], "--speed"),
    ] {
        run(&[&[SLOW_CLOCK], &words[..]].concat(), part);
    }
    run(&[SLOW_CLOCK, "--seed"], "--seed wants a value");
}

#[test]
fn every_line_of_a_script_that_is_wrong_is_named() {
    let script = file("bad-script.txt", "seed 7\nstage 12\n2 s cut n1 | n9\nuntil 1 s\n");
    let said = complaint(&["run", SLOW_CLOCK, "--script", &script]);
    for part in ["bad-script.txt", "line 2", "line 3", "`n9`"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let long = file("long-script.txt", "until 1000000 s\n");
    let said = complaint(&["run", SLOW_CLOCK, "--script", &long]);
    assert!(said.contains("the longest run"), "{said}");
}

#[test]
fn a_scenario_that_is_wrong_is_named_with_its_lines() {
    let book = format!("{}/bad-book", env!("CARGO_TARGET_TMPDIR"));
    let folder = format!("{book}/01-only/scenarios");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(format!("{folder}/ch01-bad.toml"), "title = \"No more\"\nteaser = 3\n").unwrap();
    for words in [&["list"][..], &["run", "ch01-bad"]] {
        let said = complaint(&[words, &["--book", &book]].concat());
        assert!(said.contains("ch01-bad.toml") && said.contains("line 2"), "{said}");
    }
}
