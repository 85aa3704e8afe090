//! The laboratory answers bad words with one sentence.
mod common;
use common::lab::{complaint, file, refused};
use std::os::unix::ffi::OsStrExt;
use std::process::Command;

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
        (["--until", "a\nb"], "`a b`"),
        (["--seed", "-1"], "`-1`"),
        (["--seed", "99999999999999999999"], "whole number"),
        (["--guard", "pre-vote"], "NAME=on"),
        (["--guard", "pre-vote=perhaps"], "NAME=on"),
        (["--guard", "garlic=off"], "no guard `garlic`"),
        (["--set", "register.reads"], "NAME=VALUE"),
        (["--set", "register.colour=red"], "no setting `register.colour`"),
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
    run(&[SLOW_CLOCK, "--seed"], "`--seed` wants a value");
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

#[test]
fn words_that_are_no_text_are_refused() {
    for words in [&[&b"\xff\xfe"[..]][..], &[b"run", b"\x80"], &[b"--book", b"\xf0"]] {
        let words = words.iter().map(|word| std::ffi::OsStr::from_bytes(word));
        let lab = Command::new(env!("CARGO_BIN_EXE_lab")).args(words).output();
        let said = refused(lab.expect("the laboratory starts"));
        assert!(said.contains("UTF-8"), "{said}");
    }
}

#[test]
fn a_rate_that_is_no_number_is_refused() {
    for rate in ["NaN", "inf", "-1", "0", "many"] {
        let said = complaint(&["bench", "--rate", rate]);
        assert!(said.contains(&format!("not `{rate}`")), "{said}");
    }
}

#[test]
fn what_is_long_is_cut_and_what_is_too_much_is_counted() {
    let long = "x".repeat(5_000);
    for words in [
        &["run", &long][..],
        &["run", SLOW_CLOCK, &long, "1"],
        &["run", SLOW_CLOCK, "--seed", &long],
        &["run", SLOW_CLOCK, "--guard", &format!("{long}=on")],
        &["run", SLOW_CLOCK, "--set", &format!("{long}=1")],
        &["run", SLOW_CLOCK, "--until", &long],
        &["run", SLOW_CLOCK, "--script", &long],
        &["check", "--object", "register", &long],
        &["digest", &long, "1"],
        &["list", "--book", &long],
    ] {
        let said = complaint(words);
        assert!(said.contains("xxx…xxx"), "{said}");
    }
    let script = file("long-lines.txt", &format!("{long}\n").repeat(7));
    let said = complaint(&["run", SLOW_CLOCK, "--script", &script]);
    assert!(said.contains("line 3: ") && !said.contains("line 4: "), "{said}");
    assert!(said.ends_with(" · and 4 more."), "{said}");
}
