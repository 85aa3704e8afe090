//! The whole check, from text to a report that can be written as JSON again.
use super::pairs::{Pair, pairs};
use super::words::{Spoken, history};
use crate::consistency::{
    CasRegister, KeyValue, Keyed, Register, STATES_MAX, Verdict, Witness, linearizable,
};
use serde::Serialize;

/// What was concluded. Operations are named by their order of invocation, counted from 0.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Report {
    /// `holds`, `violated` or `unknown`.
    pub verdict: &'static str,
    /// One sentence.
    pub why: String,
    /// If violated: the fewest operations that show it.
    pub operations: Vec<usize>,
    /// For each of these: the line that asks and the line that ends it, counted from 1.
    pub lines: Vec<(usize, Option<usize>)>,
    /// If violated: the operation whose answer could not be explained any more.
    pub culprit: Option<usize>,
    /// Those among `operations` that are shown because others saw what they wrote.
    pub sources: Vec<usize>,
    /// How much was searched.
    pub states_visited: u64,
}

/// Is the history in the text linearizable? The object is `register`, `cas-register` or
/// `key-value`. The error is one sentence: what is wrong, where, and what to do about it.
pub fn check(object: &str, text: &str) -> Result<Report, String> {
    match object {
        "register" => report::<Keyed<Register>>(text),
        "cas-register" => report::<Keyed<CasRegister>>(text),
        "key-value" => report::<KeyValue>(text),
        _ => Err(format!(
            "The object must be register, cas-register or key-value, not {}.",
            super::line::shown(&object.into())
        )),
    }
}

fn report<O: Spoken>(text: &str) -> Result<Report, String> {
    let pairs = pairs(text)?;
    let checked = linearizable(&O::default(), &history::<O>(&pairs)?, STATES_MAX);
    let verdict = checked.verdict.word();
    let (why, witness) = match checked.verdict {
        Verdict::Holds => (holds(pairs.len()), None),
        Verdict::Violated(witness) => (witness.why.clone(), Some(witness)),
        Verdict::Unknown(why) => (why, None),
    };
    let culprit = witness.as_ref().map(|witness| witness.culprit);
    let (operations, sources) = witness
        .map_or_else(Default::default, |Witness { operations, sources, .. }| (operations, sources));
    let lines = operations.iter().map(|at| {
        let Pair { call, end } = &pairs[*at];
        (call.number, end.as_ref().map(|end| end.number))
    });
    let lines = lines.collect();
    let states_visited = checked.states_visited;
    Ok(Report { verdict, why, operations, lines, culprit, sources, states_visited })
}

fn holds(operations: usize) -> String {
    match operations {
        0 => "there are no operations, so there is nothing to explain".into(),
        1 => "the one operation is explained by itself".into(),
        _ => format!("some order explains all {operations} operations"),
    }
}
