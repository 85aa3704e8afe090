//! One line: parsed into its fields, each of the right shape, nothing known of objects yet.
use crate::consistency::Value;
use serde_json::{Map, Value as Json};

/// A longer line is refused unread.
const BYTES_MAX: usize = 64 * 1024;
/// So much of what is wrong is repeated to the reader.
const LETTERS_SHOWN: usize = 40;

/// What a line says became of an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Invoke,
    Ok,
    Fail,
    /// It may take effect later, or never.
    Unsure,
}

/// A line.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    /// Counted from 1.
    pub(super) number: usize,
    pub(super) process: u32,
    pub(super) kind: Kind,
    pub(super) f: String,
    pub(super) key: Option<Value>,
    /// None if there is no such field; `null` is something else.
    pub(super) value: Option<Json>,
}

/// A sentence about a line.
pub(super) fn complain(number: usize, what: impl std::fmt::Display) -> String {
    format!("Line {number}: {what}.")
}

/// A piece of JSON, cut short for a sentence.
pub(super) fn shown(json: &Json) -> String {
    let text = json.to_string();
    match text.char_indices().nth(LETTERS_SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

impl Line {
    pub(super) fn parse(number: usize, text: &str) -> Result<Line, String> {
        let complain = |what: String| Err(complain(number, what));
        if text.len() > BYTES_MAX {
            let len = text.len();
            return complain(format!(
                "it has {len} bytes, more than {BYTES_MAX}; shorten its value"
            ));
        }
        let fields = match serde_json::from_str(text) {
            Ok(Json::Object(fields)) => fields,
            Ok(other) => {
                let found = shown(&other);
                return complain(format!("expected a JSON object in braces, found {found}"));
            }
            Err(error) => {
                let column = error.column();
                return complain(format!(
                    "this is not valid JSON, see column {column}; write one object such as \
                     {{\"process\":0,\"type\":\"invoke\",\"f\":\"read\"}}"
                ));
            }
        };
        Line::from_fields(number, fields).or_else(complain)
    }

    fn from_fields(number: usize, mut fields: Map<String, Json>) -> Result<Line, String> {
        let process = match fields.get("process") {
            Some(Json::Number(process)) => process.as_u64().and_then(|n| u32::try_from(n).ok()),
            _ => None,
        };
        let process = process.ok_or_else(|| {
            let found = found(fields.get("process"));
            format!(
                "`process` must be a whole number from 0 on, {found}; leave out lines that are \
                 not of clients"
            )
        })?;
        let kind = match fields.get("type").and_then(Json::as_str) {
            Some("invoke") => Kind::Invoke,
            Some("ok") => Kind::Ok,
            Some("fail") => Kind::Fail,
            Some("info") => Kind::Unsure,
            _ => {
                let found = found(fields.get("type"));
                return Err(format!("`type` must be invoke, ok, fail or info, {found}"));
            }
        };
        let Some(f) = fields.get("f").and_then(Json::as_str) else {
            let found = found(fields.get("f"));
            return Err(format!("`f` must name what is asked, such as \"read\", {found}"));
        };
        let key = match fields.get("key") {
            None | Some(Json::Null) => None,
            Some(key) => Some(scalar(key).ok_or_else(|| {
                format!("`key` must be a string or a whole number, found {}", shown(key))
            })?),
        };
        let f = f.to_owned();
        Ok(Line { number, process, kind, f, key, value: fields.remove("value") })
    }
}

fn found(field: Option<&Json>) -> String {
    field.map_or("but is missing".into(), |json| format!("found {}", shown(json)))
}

/// A number or a text.
pub(super) fn scalar(json: &Json) -> Option<Value> {
    match json {
        Json::Number(number) => number.as_i64().map(Value::from),
        Json::String(text) => Some(Value::text(text)),
        _ => None,
    }
}
