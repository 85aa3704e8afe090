//! Operations of clients, in words.
use engine::checks::Undertaking;
use engine::node::{Answer, Call, Outcome, Value};
use engine::scenario::Cast;

/// "w12 x ← 2" or "r3 x": what is asked, under the operation's short name.
pub fn label(cast: &Cast, undertaking: &Undertaking) -> String {
    let request = &undertaking.request;
    let key = cast.key_name(request.service, request.key);
    let nth = request.op.nth;
    match request.call {
        Call::Read => format!("r{nth} {key}"),
        Call::Write(Value(value)) => format!("w{nth} {key} ← {value}"),
        Call::Cas(Value(old), Value(new)) => format!("c{nth} {key} {old} → {new}"),
    }
}

/// The value that an answer carries, if it carries one.
pub fn value_of(outcome: &Outcome) -> Option<String> {
    match outcome {
        Outcome::Ok(Answer::Value(Some(Value(value)))) => Some(value.to_string()),
        Outcome::Ok(Answer::Value(None)) => Some("nothing".into()),
        Outcome::Ok(Answer::Siblings(values)) => {
            let values: Vec<_> = values.iter().map(|value| value.0.to_string()).collect();
            Some(values.join(" and "))
        }
        _ => None,
    }
}

/// How it ended: "x = 2", "done", "refused: evidence missing", "no answer".
pub fn outcome(cast: &Cast, undertaking: &Undertaking) -> String {
    match undertaking.told.as_ref() {
        None => "under way".into(),
        Some(told) => ended(cast, undertaking, &told.outcome),
    }
}

/// The same, of an operation that may end after the playhead.
pub(super) fn ended(cast: &Cast, undertaking: &Undertaking, outcome: &Outcome) -> String {
    let key = cast.key_name(undertaking.request.service, undertaking.request.key);
    match outcome {
        Outcome::Info => "no answer: may have happened".into(),
        Outcome::Fail(why) => format!("refused: {}", why.name()),
        told => match value_of(told) {
            Some(value) => format!("{key} = {value}"),
            None => "done".into(),
        },
    }
}
