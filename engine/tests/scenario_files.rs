//! What is wrong with a scenario's file is said, each mistake in one line.
mod common;
use engine::scenario::{complain, read};

/// A file of the book with one thing changed; what is said of it.
fn refused(from: &str, to: &str) -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../content/book/03-consensus/scenarios");
    let id = "ch03-raft-lease-read";
    let source = std::fs::read_to_string(format!("{folder}/{id}.toml")).expect("a text");
    assert!(source.contains(from), "{from}");
    let complaints = read(id, &source.replacen(from, to, 1)).expect_err(to);
    let said = complain(id, &complaints);
    assert!(!said.contains('\n') && said.ends_with('.') && said.contains("line "), "{said}");
    said
}

#[track_caller]
fn expect(from: &str, to: &str, part: &str) {
    let said = refused(from, to);
    assert!(said.contains(part), "{said}");
}

const NODES: &str = r#"nodes = ["n1", "n2", "n3", "n4", "n5"]"#;
const KEYS: &str = r#"keys = ["x"]"#;
const EVERY: &str = r#"every = "80 ms""#;
const PACE: &str = "pace = \"closed\"\nevery = \"80 ms\"";

#[test]
fn a_client_that_never_rests_is_refused() {
    for every in ["0 s", "999 us"] {
        let pace = |pace: &str| format!("pace = \"{pace}\"\nevery = \"{every}\"");
        expect(PACE, &pace("closed"), "is too often; give 1 ms or more");
        expect(PACE, &pace("open"), "is too often; give 1 ms or more");
    }
    expect(EVERY, "every = \"soon\"", "client.1.every: `soon` is not a time");
    expect(PACE, &PACE.replace("closed", "mad"), "`mad` is no pace");
}

#[test]
fn what_is_too_much_is_refused() {
    let names = |count: usize, name: &dyn Fn(usize) -> String| {
        let names: Vec<_> = (0..count).map(name).collect();
        names.join(", ")
    };
    let nodes = format!("nodes = [{}]", names(65, &|nth| format!("\"a{nth}@n1\"")));
    expect(NODES, &nodes, "service.1.nodes: there are 65 nodes; 64 is the most");
    let keys = format!("keys = [{}]", names(65_536, &|nth| format!("\"k{nth}\"")));
    expect(KEYS, &keys, "service.1.keys: there are 65536 keys; 64 is the most");
    let host = |nth: usize| format!("[[host]]\nname = \"h{nth}\"\nx = 1\ny = 1\n");
    let hosts: String = (0..70).map(host).collect();
    expect("[[service]]", &(hosts + "[[service]]"), "machines; 64 is the most");
    let service =
        |nth: usize| format!("[[service]]\nname = \"s{nth}\"\nmechanism = \"raft\"\n{NODES}\n");
    let services: String = (0..300).map(service).collect();
    expect("[[client]]", &(services + "[[client]]"), "there are 301 services; 64 is the most");
}

#[test]
fn a_place_off_the_stage_is_refused() {
    for place in ["nan", "inf", "-inf", "1e308", "-1", "100.5"] {
        expect("x = 27", &format!("x = {place}"), "is no place on the stage; give a number");
    }
}

#[test]
fn a_share_beyond_all_is_refused() {
    expect(r#"reads = "40 %""#, r#"reads = "500 %""#, "`500 %` is not between 0 % and 100 %");
    expect(r#"reads = "40 %""#, r#"reads = "-5 %""#, "`-5 %` is not between 0 % and 100 %");
}

#[test]
fn an_operation_that_is_none_is_refused() {
    for ask in ["2 s reads x 7", "2 s rewrite x 7", "2 s write x", "2 s read x 7", "-2 s read x"] {
        let to = format!("{EVERY}\nasks = [\"{ask}\"]");
        expect(EVERY, &to, &format!("`{ask}` is no operation"));
    }
}

#[test]
fn a_name_that_means_something_else_is_refused() {
    let named = |name: &str| format!("name = \"{name}\"");
    let register = named("register");
    expect(&register, &named("network"), "`network` is the name of the links");
    expect(&register, &named("clients"), "`clients` is named twice");
    expect(&register, &named("a.b"), "`a.b` is no name");
    expect(KEYS, r#"keys = ["x y"]"#, "`x y` is no name");
    expect(NODES, r#"nodes = ["a b@n1"]"#, "`a b` is no name");
}

#[test]
fn what_has_several_lines_is_said_on_one() {
    expect(r#"mechanism = "raft""#, r#"mechanism = "ra\nft""#, "no mechanism `ra ft`");
    expect("title =", "\"ti\\ntle\" = 1\ntitle =", "no field `ti tle`");
}

#[test]
fn what_is_missing_or_of_another_kind_is_told_with_its_place() {
    expect("title =", "tittle =", "tittle: there is no field `tittle`; there are id, title, ");
    expect("title =", "tittle =", "the field `title` is missing; see the other scenarios");
    expect("x = 27", "x = \"left\"", "x: this is not a number; see the other scenarios");
    expect("x = 27", "y = 27", "duplicate key");
    expect(NODES, "nodes = 5", "service.1.nodes: this is not a list");
    expect(NODES, "nodes = [\"n1\", 2]", "service.1.nodes.2: this is not a text");
    expect("seed = ", "seed = -", "seed: this is not a whole number from 0 to 2^53 - 1");
}
