//! What the text form accepts, refuses and reports.
use super::{Report, check};
use crate::kernel::{Draws, Purpose};

const STALE: &str = r#"{"process":0,"type":"invoke","f":"write","value":1}
{"process":0,"type":"ok","f":"write","value":1}

{"process":0,"type":"invoke","f":"write","value":2}
{"process":0,"type":"ok","f":"write"}
{"process":1,"type":"invoke","f":"read","value":null,"time":12}
{"process":1,"type":"ok","f":"read","value":1}
"#;

fn verdict(object: &str, lines: &[&str]) -> &'static str {
    check(object, &lines.join("\n")).unwrap().verdict
}

#[test]
fn a_report_can_be_written_as_json() {
    let report = check("register", STALE).unwrap();
    let json = serde_json::to_value(&report).unwrap();
    assert_eq!(json["verdict"], "violated");
    assert_eq!(
        json["why"],
        "op 2 (read → 1) began after op 1 (write 2) had been acknowledged, and no order explains it"
    );
    assert_eq!(json["operations"], serde_json::json!([0, 1, 2]));
    assert_eq!(json["lines"], serde_json::json!([[1, 2], [4, 5], [6, 7]]));
    assert_eq!((&json["culprit"], &json["sources"]), (&2.into(), &serde_json::json!([0])));
    assert!(json["states_visited"].as_u64().unwrap() > 0);
}

#[test]
fn what_holds_says_so() {
    let report = check("register", "").unwrap();
    assert_eq!((report.verdict, report.operations), ("holds", vec![]));
    assert_eq!(verdict("register", &[READ]), "holds");
}

#[test]
fn every_line_may_be_what_it_is() {
    let lines = [
        r#"{"process":0,"type":"invoke","f":"cas","value":[null,"a"]}"#,
        r#"{"process":0,"type":"ok","f":"cas","value":[null,"a"]}"#,
        r#"{"process":1,"type":"invoke","f":"cas","value":["z","b"]}"#,
        r#"{"process":1,"type":"fail","f":"cas","value":["z","b"],"error":"no"}"#,
        r#"{"process":2,"type":"invoke","f":"write","value":-7}"#,
        r#"{"process":2,"type":"info","f":"write","value":"timed-out"}"#,
        r#"{"process":2,"type":"invoke","f":"read"}"#,
        r#"{"process":2,"type":"ok","f":"read"}"#,
        r#"{"process":3,"type":"invoke","f":"read","key":null}"#,
        r#"{"process":3,"type":"ok","f":"read","value":"a"}"#,
        r#"{"process":3,"type":"invoke","f":"read"}"#,
        r#"{"process":3,"type":"ok","f":"read","value":-7}"#,
    ];
    assert_eq!(verdict("cas-register", &lines), "holds");
    let again = r#"{"process":3,"type":"invoke","f":"read"}"#;
    let old = r#"{"process":3,"type":"ok","f":"read","value":"a"}"#;
    assert_eq!(verdict("cas-register", &[&lines[..], &[again, old]].concat()), "violated");
}

#[test]
fn keys_are_texts_or_numbers_and_the_empty_text_is_absent() {
    let lines = [
        r#"{"process":0,"type":"invoke","f":"get","key":1,"value":null}"#,
        r#"{"process":0,"type":"ok","f":"get","key":1,"value":""}"#,
        r#"{"process":0,"type":"invoke","f":"append","key":1,"value":"x"}"#,
        r#"{"process":0,"type":"ok","f":"append"}"#,
        r#"{"process":0,"type":"invoke","f":"put","key":"1","value":3}"#,
        r#"{"process":0,"type":"ok","f":"put","key":"1","value":3}"#,
        r#"{"process":0,"type":"invoke","f":"get","key":1}"#,
        r#"{"process":0,"type":"ok","f":"get","key":1,"value":"x"}"#,
    ];
    assert_eq!(verdict("key-value", &lines), "holds");
    let absent = lines[7].replace("\"x\"", "null");
    assert_eq!(verdict("key-value", &[&lines[..7], &[&absent]].concat()), "violated");
}

/// Registers under different keys have nothing to do with each other.
#[test]
fn every_key_has_a_register_of_its_own() {
    let told = |process: u8, f: &str, key: &str, value: &str| {
        let asked = if f == "read" { "null" } else { value };
        let line = |kind: &str, value: &str| {
            format!(
                r#"{{"process":{process},"type":"{kind}","f":"{f}","key":{key},"value":{value}}}"#
            )
        };
        format!("{}\n{}\n", line("invoke", asked), line("ok", value))
    };
    for object in ["register", "cas-register"] {
        let apart = told(0, "write", "\"x\"", "1")
            + &told(0, "write", "\"y\"", "2")
            + &told(1, "read", "\"x\"", "1")
            + &told(1, "read", "\"y\"", "2")
            + &told(1, "read", "7", "null");
        assert_eq!(check(object, &apart).unwrap().verdict, "holds");
        let stale = apart + &told(0, "write", "\"x\"", "3") + &told(1, "read", "\"x\"", "1");
        let report = check(object, &stale).unwrap();
        assert_eq!((report.verdict, report.operations), ("violated", vec![0, 5, 6]));
        assert!(report.why.contains("\"x\": read → 1"), "{}", report.why);
    }
    let swaps = told(0, "cas", "1", "[null,3]") + &told(0, "cas", "2", "[null,4]");
    assert_eq!(check("cas-register", &swaps).unwrap().verdict, "holds");
    let swaps = swaps + &told(0, "cas", "2", "[3,5]");
    assert_eq!(check("cas-register", &swaps).unwrap().verdict, "violated");
}

fn refused(object: &str, lines: &[&str], expected: &str) {
    let error = check(object, &lines.join("\n")).expect_err("something is wrong");
    assert!(error.contains(expected), "{error}");
    assert!(error.ends_with('.') && error.len() < 250, "{error}");
}

const READ: &str = r#"{"process":0,"type":"invoke","f":"read"}"#;
const WRITE: &str = r#"{"process":0,"type":"invoke","f":"write","value":1}"#;

#[test]
fn lines_of_the_wrong_shape_are_refused() {
    let long = format!("{{\"process\":0,\"pad\":\"{}\"}}", "x".repeat(70_000));
    refused("stack", &[], "The object must be register, cas-register or key-value, not \"stack\".");
    refused("register", &["{"], "Line 1: this is not valid JSON, see column 1;");
    refused("register", &["", "[1]"], "Line 2: expected a JSON object in braces, found [1].");
    refused("register", &[&long], "Line 1: it has 70022 bytes, more than 65536;");
    refused(
        "register",
        &["{}"],
        "Line 1: `process` must be a whole number from 0 on, but is missing;",
    );
    refused(
        "register",
        &[r#"{"process":"nemesis","type":"info","f":"start"}"#],
        "`process` must be a whole number from 0 on, found \"nemesis\"; leave out lines that are",
    );
    refused("register", &[r#"{"process":1.5}"#], "found 1.5;");
    refused("register", &[r#"{"process":0,"type":"done"}"#], "must be invoke, ok, fail or info,");
    refused("register", &[r#"{"process":0,"type":"ok"}"#], "`f` must name what is asked, such as");
}

#[test]
fn calls_and_ends_must_match() {
    refused("register", &[READ, READ], "Line 2: process 0 asks again, but what it asked in line 1");
    refused(
        "register",
        &[r#"{"process":4,"type":"ok","f":"read","value":1}"#],
        "Line 1: this ends an operation of process 4, which has none under way;",
    );
    refused(
        "register",
        &[READ, r#"{"process":0,"type":"ok","f":"write","value":1}"#],
        "Line 2: this ends a \"write\", but process 0 asked for a \"read\" in line 1;",
    );
    refused(
        "register",
        &[WRITE, r#"{"process":0,"type":"ok","f":"write","value":2}"#],
        "Line 2: `value` is 2, but the write asked for 1; repeat that, or leave the field out.",
    );
    let get = r#"{"process":0,"type":"invoke","f":"get","key":1}"#;
    refused(
        "key-value",
        &[get, r#"{"process":0,"type":"ok","f":"get","key":2}"#],
        "Line 2: the key is 2, but process 0 asked for 1 in line 1; use the same key.",
    );
}

#[test]
fn values_of_the_wrong_shape_are_refused() {
    refused(
        "register",
        &[r#"{"process":0,"type":"invoke","f":"cas","value":[1,2]}"#],
        "Line 1: `f` is \"cas\", but a register knows only read and write; check the text as",
    );
    refused(
        "register",
        &[r#"{"process":0,"type":"invoke","f":"write","value":[1]}"#],
        "Line 1: `value` of a write must be a string or a whole number, found [1].",
    );
    refused("register", &[r#"{"process":0,"type":"invoke","f":"write"}"#], "found null.");
    refused(
        "register",
        &[r#"{"process":0,"type":"invoke","f":"write","value":0.5}"#],
        "found 0.5.",
    );
    refused(
        "register",
        &[r#"{"process":0,"type":"invoke","f":"read","value":3}"#],
        "`value` of an invoked read must be null, found 3; the value belongs into the line",
    );
    refused(
        "register",
        &[READ, r#"{"process":0,"type":"ok","f":"read","value":true}"#],
        "Line 2: `value` of a read must be a string, a whole number or null, found true;",
    );
    refused(
        "cas-register",
        &[r#"{"process":0,"type":"invoke","f":"cas","value":7}"#],
        "Line 1: `value` of a cas must be [old, new] with strings or whole numbers, found 7.",
    );
    let get = r#"{"process":0,"type":"invoke","f":"get"}"#;
    refused("key-value", &[get], "Line 1: `key` is missing;");
    let append = r#"{"process":0,"type":"invoke","f":"append","key":1,"value":2}"#;
    refused("key-value", &[append], "Line 1: `value` of an append must be a string;");
}

/// Text from outside is hostile: any scramble of it is answered, one way or the other.
#[test]
fn scrambled_text_never_panics() {
    let pieces = ["{", "}", "\"", ":", ",", "[", "]", "null", "ok", "\n", "é", "1e999", "cas", "-"];
    let mut refused = 0;
    for seed in 0..3_000 {
        let mut draws = Draws::new(seed, Purpose::Swarm, 4);
        let mut text: Vec<char> = STALE.chars().collect();
        for _ in 0..=draws.below(3) {
            let at = draws.below(text.len() as u64) as usize;
            let end = (at + draws.below(6) as usize).min(text.len());
            let piece = pieces[draws.below(pieces.len() as u64) as usize];
            text.splice(at..end, piece.chars());
        }
        let text: String = text.into_iter().collect();
        for object in ["register", "cas-register", "key-value"] {
            let answer: Result<Report, String> = check(object, &text);
            refused += usize::from(answer.is_err());
        }
    }
    assert!((3_000..9_000).contains(&refused), "{refused}");
}
