//! Operations of clients as a table that other programs read (RFC 4180).
use crate::state::Session;
use crate::words::value_of;
use engine::checks::Undertaking;
use engine::kernel::Instant;
use engine::node::{Call, Outcome, Value};
use engine::scenario::Cast;

/// Names of the columns; times have their unit.
const HEAD: [&str; 11] = [
    "client",
    "number",
    "service",
    "operation",
    "key",
    "expected",
    "value",
    "begun (s)",
    "answered (s)",
    "outcome",
    "answer",
];

/// All that clients undertook up to the playhead.
pub(super) fn operations(session: &Session) -> String {
    let cast = &session.scenario().cast;
    let mut text = line(&HEAD.map(str::to_owned));
    for undertaking in session.undertakings().iter() {
        text.push_str(&line(&row(cast, undertaking)));
    }
    text
}

fn row(cast: &Cast, undertaking: &Undertaking) -> [String; 11] {
    let request = &undertaking.request;
    let (expected, value) = match request.call {
        Call::Read => (String::new(), String::new()),
        Call::Write(Value(value)) => (String::new(), value.to_string()),
        Call::Cas(Value(old), Value(new)) => (old.to_string(), new.to_string()),
    };
    let told = undertaking.told.as_ref();
    let (outcome, answer) = match told.map(|told| &told.outcome) {
        Some(Outcome::Ok(_)) => ("done", told.and_then(|told| value_of(&told.outcome))),
        Some(Outcome::Fail(why)) => ("refused", Some(why.name().to_owned())),
        Some(Outcome::Info) => ("unknown", None),
        None => ("under way", None),
    };
    [
        cast.own_name(request.op.client).to_owned(),
        request.op.nth.to_string(),
        cast.info(request.service).name.clone(),
        request.call.name().to_owned(),
        cast.key_name(request.service, request.key).to_owned(),
        expected,
        value,
        seconds(undertaking.invoked),
        told.map(|told| seconds(told.at)).unwrap_or_default(),
        outcome.to_owned(),
        answer.unwrap_or_default(),
    ]
}

/// To the nanosecond.
fn seconds(at: Instant) -> String {
    format!("{}.{:09}", at.0 / 1_000_000_000, at.0 % 1_000_000_000)
}

fn line(cells: &[String]) -> String {
    cells.iter().map(|text| cell(text)).collect::<Vec<_>>().join(",") + "\r\n"
}

/// A cell, in quotes where it must be. What a spreadsheet would take for a formula begins with an
/// apostrophe.
fn cell(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
    let safe = if formula { format!("'{text}") } else { text.to_owned() };
    match safe.contains(['"', ',', '\r', '\n']) {
        true => format!("\"{}\"", safe.replace('"', "\"\"")),
        false => safe,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::sample;

    #[test]
    fn cells_are_quoted_and_are_no_formulas() {
        for (text, wanted) in [
            ("n1", "n1"),
            ("a,b", "\"a,b\""),
            ("say \"no\"", "\"say \"\"no\"\"\""),
            ("two\nlines", "\"two\nlines\""),
            ("=1+1", "'=1+1"),
            ("@x", "'@x"),
            ("-2", "'-2"),
            ("+HYPERLINK(\"x\",1)", "\"'+HYPERLINK(\"\"x\"\",1)\""),
            ("\tx", "'\tx"),
        ] {
            assert_eq!(cell(text), wanted);
        }
    }

    #[test]
    fn every_operation_has_a_line_of_all_columns() {
        let session = sample(4_000);
        let text = operations(&session);
        let lines: Vec<_> = text.split_terminator("\r\n").collect();
        assert_eq!(lines.len(), session.undertakings().len() + 1);
        assert!(lines.len() > 10 && text.ends_with("\r\n"));
        assert!(lines[0].contains(",begun (s),answered (s),"));
        // Nothing in this run has a comma in it.
        assert!(lines.iter().all(|line| line.split(',').count() == HEAD.len()), "{text}");
        let begun = lines[1].split(',').nth(7).expect("a time");
        assert_eq!(begun.split_once('.').map(|(_, decimals)| decimals.len()), Some(9), "{begun}");
    }
}
