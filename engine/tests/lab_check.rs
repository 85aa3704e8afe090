//! `lab check` decides histories in files.
mod common;
use common::lab::{answer, complaint, fields, file};

const WRITES: &str = r#"{"process":0,"type":"invoke","f":"write","value":1}
{"process":0,"type":"ok","f":"write","value":1}
{"process":0,"type":"invoke","f":"write","value":2}
{"process":0,"type":"ok","f":"write","value":2}
"#;

fn reads(value: &str) -> String {
    let read = r#"{"process":1,"type":"invoke","f":"read","value":null}"#;
    format!("{WRITES}{read}\n{{\"process\":1,\"type\":\"ok\",\"f\":\"read\",\"value\":{value}}}\n")
}

#[test]
fn a_stale_read_is_found_with_its_witness() {
    let stale = file("check-stale.jsonl", &reads("1"));
    let found = answer(&["check", "--object", "register", &stale]);
    for field in ["verdict", "why", "operations", "states_visited"] {
        assert!(fields(&found).contains(&field), "{field} of {found}");
    }
    assert_eq!(found["verdict"], "violated");
    assert_eq!(found["operations"], serde_json::json!([0, 1, 2]));
    assert!(found["why"].as_str().is_some_and(|why| why.contains("op 2")), "{found}");
    assert!(found["states_visited"].as_u64() > Some(0));
}

#[test]
fn a_fresh_read_is_allowed() {
    let fresh = file("check-fresh.jsonl", &reads("2"));
    let found = answer(&["check", "--object", "register", &fresh]);
    assert_eq!(
        (&found["verdict"], &found["operations"]),
        (&"holds".into(), &serde_json::json!([]))
    );
}

#[test]
fn the_object_decides_what_is_allowed() {
    let keys = r#"{"process":0,"type":"invoke","f":"put","key":"a","value":"1"}
{"process":0,"type":"ok","f":"put","key":"a","value":"1"}
{"process":1,"type":"invoke","f":"append","key":"a","value":"2"}
{"process":1,"type":"info","f":"append","key":"a","value":"2"}
{"process":2,"type":"invoke","f":"get","key":"a","value":null}
{"process":2,"type":"ok","f":"get","key":"a","value":"12"}
"#;
    let keys = file("check-keys.jsonl", keys);
    assert_eq!(answer(&["check", "--object", "key-value", &keys])["verdict"], "holds");
    let swap = r#"{"process":0,"type":"invoke","f":"cas","value":[null,3]}
{"process":0,"type":"ok","f":"cas","value":[null,3]}
{"process":1,"type":"invoke","f":"read"}
{"process":1,"type":"ok","f":"read","value":null}
"#;
    let swap = file("check-swap.jsonl", swap);
    assert_eq!(answer(&["check", "--object", "cas-register", &swap])["verdict"], "violated");
    assert!(complaint(&["check", "--object", "register", &swap]).starts_with("Line 1: "));
}

#[test]
fn bad_input_gets_a_sentence() {
    let good = file("check-good.jsonl", &reads("2"));
    let torn = file("check-torn.jsonl", "{\"process\":0,\"type\":");
    for (words, part) in [
        (vec!["check"], "wants --object"),
        (vec!["check", "--history", "register", &good], "--history"),
        (vec!["check", "--object", "queue", &good], "queue"),
        (vec!["check", "--object", "register", "no-such-file.jsonl"], "no-such-file.jsonl"),
        (vec!["check", "--object", "register", &torn], "Line 1"),
        (vec!["check", "--object", "register", &good, "more"], "wants --object"),
    ] {
        let said = complaint(&words);
        assert!(said.contains(part), "{words:?}: {said}");
    }
}
