//! Histories of real systems with verdicts that nobody here wrote; skipped where they are absent.
use super::random::assert_explained;
use crate::consistency::{
    CasAnswer, CasCall, CasRegister, Checked, Ended, History, KeyAnswer, KeyCall, KeyValue,
    Operation, ReferenceObject, STATES_MAX, Value, linearizable,
};
use crate::kernel::Instant;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/oracles/linearizability")
}

/// One line of a log: who, what became of it, what it is about.
struct Line<'a, C, R> {
    process: &'a str,
    kind: &'a str,
    call: C,
    answer: Option<R>,
}

fn history<'a, C, R>(lines: impl Iterator<Item = Line<'a, C, R>>) -> History<C, R> {
    let mut operations: Vec<Operation<C, R>> = Vec::new();
    let mut open = BTreeMap::new();
    for (at, line) in lines.enumerate() {
        let now = Instant(at as u64);
        if line.kind == "invoke" {
            open.insert(line.process, operations.len());
            operations.push(Operation::open(operations.len() as u32, line.call, now));
            continue;
        }
        let operation = &mut operations[open.remove(line.process).expect("a call")];
        operation.returned = Some(now);
        operation.outcome = match (line.kind, line.answer) {
            ("ok", Some(answer)) => Ended::Ok(answer),
            ("ok", None) => Ended::OkUnseen,
            ("fail", _) => Ended::Fail,
            _ => Ended::Info,
        };
    }
    History::new(operations)
}

fn value(word: &str) -> Value {
    word.parse::<i64>().map_or(Value::Absent, Value::from)
}

fn cas_register_line(line: &str) -> Option<Line<'_, CasCall, CasAnswer>> {
    let rest = line.strip_prefix("INFO  jepsen.util - ")?;
    let mut words = rest.split(['\t', ' ', '[', ']']).filter(|word| !word.is_empty());
    let process = words.next()?;
    let (kind, name) = (words.next()?.strip_prefix(':')?, words.next()?);
    let (first, second) = (words.next()?, words.next());
    let is_timed_out = first == ":timed-out";
    let (call, answer) = match name {
        ":read" => (CasCall::Read, CasAnswer::Value(value(first))),
        ":write" => (CasCall::Write(value(first)), CasAnswer::Written),
        _ => {
            let new = second.map_or(Value::Absent, value);
            (CasCall::Cas(value(first), new), CasAnswer::Swapped(true))
        }
    };
    // A read that timed out is complete with an unknown value.
    let kind = if is_timed_out && name == ":read" { "ok" } else { kind };
    Some(Line { process, kind, call, answer: (!is_timed_out).then_some(answer) })
}

fn key_value_line(line: &str) -> Option<Line<'_, KeyCall, KeyAnswer>> {
    let field = |name: &str| Some(line.split_once(name)?.1.split([',', '}']).next()?.trim());
    let key = Value::text(field(":key ")?.trim_matches('"'));
    let value = field(":value ")?.trim_matches('"');
    let (call, answer) = match field(":f :")? {
        "get" => (KeyCall::Get(key), KeyAnswer::seen(Value::text(value))),
        "put" => (KeyCall::Put(key, Value::text(value)), KeyAnswer::Written),
        _ => (KeyCall::Append(key, value.into()), KeyAnswer::Written),
    };
    Some(Line { process: field(":process ")?, kind: field(":type :")?, call, answer: Some(answer) })
}

fn judge<O: ReferenceObject>(
    object: &O,
    history: &History<O::Call, O::Return>,
) -> (Checked, usize) {
    let checked = linearizable(object, history, STATES_MAX);
    if checked.verdict.word() == "holds" {
        assert_explained(object, history, &checked);
    }
    (checked, history.len())
}

fn read(file: &str) -> Option<String> {
    let text = fs::read_to_string(folder().join(file)).ok();
    if text.is_none() {
        println!("skipped: there is no {file} in {}", folder().display());
    }
    text
}

/// Files, how many operations they hold (if the table says), and whether they are linearizable.
fn table() -> Vec<(String, Option<usize>, &'static str)> {
    let Some(table) = read("verdicts.csv") else { return Vec::new() };
    let rows = table.lines().skip(1).map(|row| {
        let [file, len, verdict] = row.split(',').collect::<Vec<_>>()[..] else { panic!("{row}") };
        let word = if verdict == "true" { "holds" } else { "violated" };
        (file.to_owned(), len.parse().ok(), word)
    });
    rows.collect()
}

#[test]
fn the_verdicts_are_those_of_the_oracles() {
    for (file, expected_len, word) in table() {
        let Some(text) = read(&file) else { continue };
        let (checked, len) = match file.starts_with("etcd") {
            true => judge(
                &CasRegister::default(),
                &history(text.lines().map(|line| cas_register_line(line).expect(line))),
            ),
            false => judge(
                &KeyValue::default(),
                &history(text.lines().map(|line| key_value_line(line).expect(line))),
            ),
        };
        assert_eq!(checked.verdict.word(), word, "{file}");
        assert!(expected_len.is_none_or(|expected| expected == len), "{file}: {len}");
        let why = checked.verdict.witness().map_or("", |witness| &witness.why);
        println!("{file}: {word} after {} states; {why}", checked.states_visited);
    }
}

/// What is asked, about which key, and the value asked for or seen, as readers write them.
#[cfg(feature = "text")]
fn json<C, R>(line: Line<'_, C, R>, words: impl Fn(&C, Option<&R>) -> [String; 3]) -> String {
    let Line { process, kind, call, answer } = line;
    let [f, key, value] = words(&call, answer.as_ref().filter(|_| kind == "ok"));
    format!(r#"{{"process":{process},"type":"{kind}","f":"{f}"{key}{value}}}"#)
}

#[cfg(feature = "text")]
fn field(name: &str, value: &Value) -> String {
    match value {
        Value::Absent => format!(",\"{name}\":null"),
        Value::Number(number) => format!(",\"{name}\":{number}"),
        Value::Text(text) => format!(",\"{name}\":\"{text}\""),
    }
}

#[cfg(feature = "text")]
fn cas_register_words(call: &CasCall, answer: Option<&CasAnswer>) -> [String; 3] {
    let nothing = String::new;
    match (call, answer) {
        (CasCall::Read, Some(CasAnswer::Value(seen))) => {
            ["read".into(), nothing(), field("value", seen)]
        }
        (CasCall::Read, _) => ["read".into(), nothing(), nothing()],
        (CasCall::Write(value), _) => ["write".into(), nothing(), field("value", value)],
        (CasCall::Cas(old, new), None) => {
            let both = format!(",\"value\":[{},{}]", field("", old), field("", new));
            ["cas".into(), nothing(), both.replace(",\"\":", "")]
        }
        (CasCall::Cas(..), Some(_)) => ["cas".into(), nothing(), nothing()],
    }
}

#[cfg(feature = "text")]
fn key_value_words(call: &KeyCall, answer: Option<&KeyAnswer>) -> [String; 3] {
    let key = field("key", call.key());
    match (call, answer) {
        (KeyCall::Get(_), Some(KeyAnswer::Value(seen))) => {
            ["get".into(), key, field("value", seen)]
        }
        (KeyCall::Get(_), _) => ["get".into(), key, String::new()],
        (KeyCall::Put(_, value), _) => ["put".into(), key, field("value", value)],
        (KeyCall::Append(_, text), _) => {
            ["append".into(), key, field("value", &Value::Text(text.clone()))]
        }
    }
}

/// The same histories in the form that readers paste.
#[cfg(feature = "text")]
#[test]
fn the_verdicts_are_the_same_from_text() {
    use crate::consistency::jsonl::check;
    for (file, _, word) in table() {
        let Some(text) = read(&file) else { continue };
        let cas_register = |line| json(cas_register_line(line).expect(line), cas_register_words);
        let key_value = |line| json(key_value_line(line).expect(line), key_value_words);
        let (object, lines): (_, Vec<String>) = match file.starts_with("etcd") {
            true => ("cas-register", text.lines().map(cas_register).collect()),
            false => ("key-value", text.lines().map(key_value).collect()),
        };
        let report = check(object, &lines.join("\n")).unwrap();
        assert_eq!(report.verdict, word, "{file}");
    }
}
