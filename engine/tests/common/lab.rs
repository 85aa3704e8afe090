//! The headless laboratory, asked as a user asks it.
use serde_json::Value;
use std::path::PathBuf;
use std::process::{Command, Output};

fn ask(words: &[&str]) -> Output {
    let lab = Command::new(env!("CARGO_BIN_EXE_lab")).args(words).output();
    lab.expect("the laboratory starts")
}

fn text(bytes: &[u8]) -> &str {
    str::from_utf8(bytes).expect("what is said is text")
}

/// The answer: one JSON object and nothing else.
pub fn answer(words: &[&str]) -> Value {
    let Output { status, stdout, stderr } = ask(words);
    assert!(status.success(), "{words:?}: {}", text(&stderr));
    assert_eq!(text(&stderr), "", "{words:?}");
    let answer: Value = serde_json::from_slice(&stdout).expect("one JSON value");
    assert!(answer.is_object(), "{words:?}: {answer}");
    answer
}

/// What is said instead of an answer: one sentence on one line, and exit status 2.
pub fn complaint(words: &[&str]) -> String {
    refused(ask(words))
}

/// What a laboratory said that was asked in some way or other.
pub fn refused(Output { status, stdout, stderr }: Output) -> String {
    assert_eq!((status.code(), text(&stdout)), (Some(2), ""));
    let said = text(&stderr).strip_suffix('\n').expect("a line").to_owned();
    assert!(said.starts_with(char::is_uppercase) && said.ends_with('.'), "{said:?}");
    assert!(!said.contains('\n') && said.len() < 1_000, "{said:?}");
    assert!(!said.contains("panicked"), "{said:?}");
    said
}

/// A file of a test's own, with this in it.
pub fn file(name: &str, text: &str) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, text).expect("the folder for tests can be written");
    path.to_str().expect("a path of plain letters").to_owned()
}

/// The names of an object's fields, in the order of letters.
pub fn fields(object: &Value) -> Vec<&str> {
    let mut names: Vec<_> =
        object.as_object().expect("an object").keys().map(String::as_str).collect();
    names.sort_unstable();
    names
}

/// The parts of a list.
pub fn list(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}
