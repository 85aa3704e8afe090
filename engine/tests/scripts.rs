//! Scripts are read as docs/script.md says, and written so that they are read back.
mod common;
use common::book::{all, slow_clock};
use engine::kernel::{Draws, Instant, Purpose};
use engine::scenario::{
    Change, Run, Scenario, parse_act, parse_script, wild_run, write_act, write_script,
};

const SECOND: u64 = 1_000_000_000;

/// A stage's settings and guards under a script's own.
fn change(scenario: &Scenario, text: &str) -> Change {
    parse_script(scenario, text).unwrap_or_else(|complaints| panic!("{complaints:?}")).0.change
}

/// What is said of a script with one bad line.
fn refused(scenario: &Scenario, text: &str) -> String {
    let complaints = parse_script(scenario, text).expect_err("something is wrong");
    assert_eq!(complaints.len(), 1, "{complaints:?}");
    complaints[0].to_string()
}

/// What a run is played with, whatever its change repeats of the scenario's file.
fn hash(scenario: &Scenario, run: &Run) -> u64 {
    let mut line = run.timeline(scenario);
    line.run_until(Instant(SECOND / 5));
    line.trace().hash()
}

#[test]
fn a_stage_brings_its_settings_and_guards() {
    for scenario in all() {
        for (place, stage) in scenario.stages.iter().enumerate() {
            assert_eq!(change(&scenario, &format!("stage {}", place + 1)), stage.change);
            for (name, on) in &stage.change.guards {
                let state = if *on { "off" } else { "on" };
                let text = format!("guard {name} {state}\nstage {}", place + 1);
                let other = stage.change.clone().guard(name, !on);
                assert_eq!(change(&scenario, &text), other, "in any order");
            }
        }
        assert_eq!(change(&scenario, ""), Change::default());
    }
}

#[test]
fn a_run_that_differs_from_its_stage_is_written_so() {
    for scenario in all() {
        for (place, stage) in scenario.stages.iter().enumerate() {
            let run = Run { change: Change::default(), ..Run::of_stage(&scenario, place) };
            let text = write_script(&scenario, &run, None);
            let (read, _) = parse_script(&scenario, &text).expect("it is a script");
            assert_eq!(hash(&scenario, &read), hash(&scenario, &run), "{text}");
            for (name, _) in stage.change.settings.iter() {
                assert!(text.contains(&format!("set {name} ")), "{text}");
            }
        }
    }
}

#[test]
fn what_is_written_is_read_back() {
    for scenario in all() {
        for seed in 0..200 {
            let run = wild_run(&scenario, seed);
            let text = write_script(&scenario, &run, Some(Instant(SECOND)));
            let (read, until) = parse_script(&scenario, &text).expect("it is a script");
            assert_eq!((&read.script, until), (&run.script, Some(Instant(SECOND))), "{text}");
            assert_eq!((read.seed, read.stage), (run.seed, run.stage), "{text}");
            for (name, value) in &run.change.settings {
                assert_eq!(read.change.settings.get(name), Some(value), "{text}");
            }
        }
    }
}

#[test]
fn a_header_is_said_once() {
    let scenario = slow_clock();
    for line in [
        "scenario ch03-raft-lease-read",
        "stage 2",
        "seed 7",
        "set register.reads local",
        "guard register.pre-vote off",
        "until 8 s",
    ] {
        let said = refused(&scenario, &format!("{line}\n# And again.\n{line}\n"));
        assert!(said.starts_with("line 3: ") && said.contains("says it again"), "{said}");
    }
    let two = "set register.reads local\nset register.heartbeat 50 ms\n1 s heal\n1 s heal\n";
    assert!(parse_script(&scenario, two).is_ok());
}

#[test]
fn instants_have_units() {
    let scenario = slow_clock();
    for (text, nanos) in [
        ("7 ns", 7),
        ("2.5 us", 2_500),
        ("3 µs", 3_000),
        ("40 ms", 40_000_000),
        ("2.4 s", 2_400_000_000),
        ("1.5 min", 90 * SECOND),
    ] {
        let (_, until) = parse_script(&scenario, &format!("until {text}")).expect(text);
        assert_eq!(until, Some(Instant(nanos)), "{text}");
        let act = parse_act(&scenario.cast, &format!("{text} crash n1")).expect(text);
        assert_eq!(act.at, Instant(nanos), "{text}");
    }
}

#[test]
fn every_target_is_written_as_the_page_of_scripts_says() {
    let cast = slow_clock().cast;
    for line in [
        "1 s crash n1 n2",
        "1 s cut n1 n2 | n3",
        "1 s cut-oneway n1 -> n2",
        "1 s loss n1 | n2 5 %",
        "1 s delay n1 -> n2 20 ms",
        "1 s message-drop n1 -> n2 #17",
        "1 s message-delay n1 -> n2 #17 300 ms",
        "1 s operator-action n1 step-down",
        "1 s clock-drift n1 -550000 ppm",
        "1 s heal",
    ] {
        let act = parse_act(&cast, line).unwrap_or_else(|what| panic!("{line}: {what}"));
        assert_eq!(write_act(&cast, &act), line);
    }
}

#[test]
fn what_is_wrong_with_an_act_is_said() {
    let cast = slow_clock().cast;
    for (line, part) in [
        ("1 s dance n1", "names no fault"),
        ("soon crash n1", "`soon` is not a time"),
        ("-1 s crash n1", "before the start"),
        ("1 s crash", "no host is named"),
        ("1 s crash n9", "no host `n9`"),
        ("1 s crash n1 | n2", "no host `|`"),
        ("1 s cut n1 n2", "has no sides such as `n1 n2 | n3 n4 n5`"),
        ("1 s cut n1 n2 | n2", "has a host on both sides"),
        ("1 s cut-oneway n1 | n2", "has no sides such as `n1 -> n2 n3`"),
        ("1 s loss n1 | n2 101 %", "`101 %` is not between 0 % and 100 %"),
        ("1 s clock-step n1 9000000000 s", "is not between -600 s and 600 s"),
        ("1 s message-drop n1 n2 #1", "is not a message"),
        ("1 s message-drop n1 -> n9 #1", "no node `n9`"),
        ("1 s operator-action n9 step-down", "no node `n9`"),
        ("1 s operator-action n1 dance", "it knows start-an-election, step-down"),
    ] {
        let said = parse_act(&cast, line).expect_err(line);
        assert!(said.contains(part), "{line}: {said}");
    }
}

/// Text from outside is hostile: any scramble of it is answered, one way or the other.
#[test]
fn scrambled_scripts_never_panic() {
    let scenario = slow_clock();
    let pieces = ["|", "->", "#", " ", "\n", "%", "é", "-", "9", "99999999999999999999", "n1", "."];
    let mut refused = 0;
    for seed in 0..3_000 {
        let mut draws = Draws::new(seed, Purpose::Swarm, 9);
        let text = write_script(&scenario, &wild_run(&scenario, seed % 50), None);
        let mut text: Vec<char> = text.chars().collect();
        for _ in 0..=draws.below(3) {
            let at = draws.below(text.len() as u64) as usize;
            let end = (at + draws.below(6) as usize).min(text.len());
            let piece = pieces[draws.below(pieces.len() as u64) as usize];
            text.splice(at..end, piece.chars());
        }
        let read = parse_script(&scenario, &text.into_iter().collect::<String>());
        refused += usize::from(read.is_err());
    }
    assert!((1_000..3_000).contains(&refused), "{refused}");
}
