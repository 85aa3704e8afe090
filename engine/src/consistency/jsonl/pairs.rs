//! Calls with their ends: a process asks one thing at a time.
use super::line::{Kind, Line, complain};
use std::collections::BTreeMap;

/// More text is refused unread.
const BYTES_MAX: usize = 16 * 1024 * 1024;

/// A call, and its end if it had one.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Pair {
    pub(super) call: Line,
    pub(super) end: Option<Line>,
}

/// All calls of a text, in order. Empty lines are skipped; what has no end in the text is open.
pub(super) fn pairs(text: &str) -> Result<Vec<Pair>, String> {
    if text.len() > BYTES_MAX {
        let len = text.len();
        return Err(format!(
            "The text has {len} bytes, more than {BYTES_MAX}: check a part of it."
        ));
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut pairs: Vec<Pair> = Vec::new();
    let mut open = BTreeMap::<u32, usize>::new();
    for (nth, text) in text.lines().enumerate() {
        if text.trim().is_empty() {
            continue;
        }
        let line = Line::parse(nth + 1, text)?;
        match (line.kind, open.remove(&line.process)) {
            (Kind::Invoke, None) => {
                open.insert(line.process, pairs.len());
                pairs.push(Pair { call: line, end: None });
            }
            (Kind::Invoke, Some(call)) => {
                return Err(complain(
                    line.number,
                    format_args!(
                        "process {} asks again, but what it asked in line {} has not ended; end it \
                         with ok, fail or info first",
                        line.process, pairs[call].call.number
                    ),
                ));
            }
            (_, None) => {
                return Err(complain(
                    line.number,
                    format_args!(
                        "this ends an operation of process {}, which has none under way; put its \
                         invoke line before it",
                        line.process
                    ),
                ));
            }
            (_, Some(call)) => {
                must_match(&pairs[call].call, &line)?;
                pairs[call].end = Some(line);
            }
        }
    }
    Ok(pairs)
}

fn must_match(call: &Line, end: &Line) -> Result<(), String> {
    let asked = call.number;
    if call.f != end.f {
        let what = format_args!(
            "this ends a {:?}, but process {} asked for a {:?} in line {asked}; use the same `f`",
            end.f, end.process, call.f
        );
        return Err(complain(end.number, what));
    }
    match (&call.key, &end.key) {
        (Some(before), Some(after)) if before != after => {
            let what = format_args!(
                "the key is {after}, but process {} asked for {before} in line {asked}; use the \
                 same key",
                end.process
            );
            Err(complain(end.number, what))
        }
        (None, Some(key)) => {
            let what = format_args!(
                "the key is {key}, but line {asked} asked without one; give both or neither"
            );
            Err(complain(end.number, what))
        }
        _ => Ok(()),
    }
}
