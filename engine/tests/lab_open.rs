//! `lab open` plays what a page has saved or shared, and says what is wrong with anything else.
mod common;
use common::book::slow_clock;
use common::lab::{answer, complaint, file};
use engine::kernel::Instant;
use engine::scenario::{Link, Marks, Run, VERSION, encode, wild_run, write_saved};

const CHANGED: &str = include_str!("links/changed-engine.txt");

/// A run of the slow clock, played for five seconds, and the file that a page makes of it.
fn saved(change: impl FnOnce(&mut Link)) -> (String, String, u64) {
    let scenario = slow_clock();
    let run = Run::of_stage(&scenario, 1);
    let mut line = run.timeline(&scenario);
    line.run_until(Instant(5_000_000_000));
    let at = Some(Instant(2_400_000_000));
    let mut link = Link { engine: VERSION.into(), run, at, marks: Marks::of(&line) };
    change(&mut link);
    let hash = line.trace().hash();
    (write_saved(&scenario, &link, hash), encode(&link), hash)
}

#[test]
fn a_file_a_code_and_an_address_replay_to_the_same_hash() {
    let (text, code, hash) = saved(|_| ());
    let file = file("saved-run.json", &text);
    let address = format!("https://book.example/play/ch03-raft-lease-read/?run={code}&theme=dark");
    for word in [&file, &code, &address] {
        let told = answer(&["open", word]);
        assert_eq!(told["trace_hash"], format!("{hash:016x}"), "{word}");
        assert_eq!((&told["same"], &told["made_by"]), (&true.into(), &VERSION.into()));
        assert!(told["parting"].is_null(), "{told}");
        assert_eq!(told["scenario"], "ch03-raft-lease-read");
    }
}

#[test]
fn any_run_is_read_back_from_its_file() {
    let scenario = slow_clock();
    for seed in 0..20 {
        let run = wild_run(&scenario, seed);
        let mut line = run.timeline(&scenario);
        line.run_until(Instant(3_000_000_000));
        let link = Link { engine: VERSION.into(), run, at: None, marks: Marks::of(&line) };
        let text = write_saved(&scenario, &link, line.trace().hash());
        let told = answer(&["open", &file("wild-run.json", &text)]);
        assert_eq!(told["same"], true, "seed {seed}: {text}");
    }
}

#[test]
fn a_run_that_has_become_another_is_told_where() {
    let code = CHANGED.lines().last().and_then(|line| line.split_once(' ')).expect("a link").1;
    let told = answer(&["open", code]);
    assert_eq!(told["same"], false);
    let act = &told["parting"]["act"];
    assert!(
        act["nth"].is_u64() && act["is"].as_str().is_some_and(|is| is.contains(" s ")),
        "{act}"
    );
    assert!(told["parting"]["same_until_ns"].as_u64() <= told["parting"]["found_at_ns"].as_u64());

    let (text, ..) = saved(|link| link.marks.instants[5] ^= 1);
    let told = answer(&["open", &file("parted-run.json", &text)]);
    assert_eq!((&told["same"], &told["parting"]["act"]), (&false.into(), &().into()));
    // The whole hash finds out what sixteen bits of it would miss.
    let (text, _, hash) = saved(|_| ());
    let text = text.replace(&format!("{hash:016x}"), &format!("{:016x}", hash ^ 1 << 40));
    assert_eq!(answer(&["open", &file("hash-run.json", &text)])["same"], false);
}

#[test]
fn what_is_wrong_with_a_file_is_said_with_its_place() {
    let (text, ..) = saved(|_| ());
    let long = "x".repeat(5_000);
    for (old, new, part) in [
        ("distributed-systems-run", "something", "`format`"),
        ("\"version\": 1", "\"version\": 7", "version 7"),
        ("\"version\": 1", "\"version\": \"1\"", "`version`"),
        ("\"version\": 1", "\"version\": -1", "`version`"),
        ("\"engine\": \"", "\"motor\": \"", "`engine`"),
        ("\"scenario\": \"ch03-raft-lease-read\"", "\"scenario\": \"ch99-no\"", "`ch99-no`"),
        ("\"scenario\": \"ch03", "\"scenario\": \"../ch03", "names no scenario"),
        ("\"scenario\": \"ch03", &format!("\"scenario\": \"{long}"), "names no scenario"),
        ("\"scenario ch03-raft-lease-read\"", "7", "`script`"),
        ("\"stage 2\"", "\"stage 99\"", "line 2"),
        ("\"stage 2\"", "\"dance\"", "`dance`"),
        ("\"stage 2\"", &format!("\"{long}\""), "line 2"),
        ("\"played_ns\": 5", "\"played_ns\": -5", "`played_ns`"),
        ("\"played_ns\": 5000000000", "\"played_ns\": 1e300", "`played_ns`"),
        ("\"played_ns\": 5000000000", "\"played\": 1", "`played_ns`"),
        ("\"at_ns\": 2400000000", "\"at_ns\": \"now\"", "`at_ns`"),
        ("\"at_ns\": 2400000000", "\"at_ns\": 2.5", "`at_ns`"),
        ("\"trace_hash\": \"", "\"trace_hash\": \"+", "`trace_hash`"),
        ("\"eighth_hashes\": [\"", "\"eighth_hashes\": [\"zzzz\", \"", "Part 1 of"),
        ("\"eighth_hashes\": [\"", "\"eighth_hashes\": [\"0000\", \"", "eight"),
        ("\"act_hashes\": [", "\"act_hashes\": [[], ", "`act_hashes`"),
        ("\"version\": 1,", "\"version\": 1", "line 4"),
    ] {
        let spoilt = text.replacen(old, new, 1);
        assert_ne!(spoilt, text, "{old}");
        let said = complaint(&["open", &file("spoilt-run.json", &spoilt)]);
        assert!(said.contains(part), "{new}: {said}");
    }
    let many = format!("\"act_hashes\": [{}", "\"0000\", ".repeat(500));
    let said =
        complaint(&["open", &file("many.json", &text.replacen("\"act_hashes\": [", &many, 1))]);
    assert!(said.contains("parts for 4 acts"), "{said}");
}

#[test]
fn what_is_no_run_at_all_is_refused() {
    let large = format!("{{\"format\": \"{}\"}}", "x".repeat(10 * 1024 * 1024));
    let deep = format!("{{\"format\": {}", "[".repeat(100_000));
    for (name, text, part) in [
        ("large.json", &*large, "bytes"),
        ("deep.json", &deep, "not JSON"),
        ("empty.json", "", "damaged"),
        ("brace.json", "{", "not JSON: line 1"),
        ("object.json", "{}", "`format`"),
    ] {
        let said = complaint(&["open", &file(name, text)]);
        assert!(said.contains(part), "{name}: {said}");
    }
    let letters = "A".repeat(70_000);
    for (word, part) in [
        ("no-such-file.json", "no file `no-such-file.json`"),
        ("%3Cscript%3E", "letters that no link has"),
        ("AAAAAAAAAAAA", "damaged"),
        (&letters, "70000 letters"),
    ] {
        let said = complaint(&["open", word]);
        assert!(said.contains(part), "{word}: {said}");
    }
    assert!(complaint(&["open"]).contains("wants one file"));
}
