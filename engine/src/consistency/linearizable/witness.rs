//! The fewest operations that refute a history, and the sentence that says why.
use super::shrink::Questions;
use super::task::{Task, tasks};
use crate::consistency::{Ended, History, Operation, ReferenceObject};
use crate::kernel::{Instant, sort, sort_by_key};

/// What refutes a history. Operations are named by their places in it, counted from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Witness {
    /// All operations worth showing, in order of invocation.
    pub operations: Vec<usize>,
    /// Those among them that are only shown because another one saw what they wrote: they may have
    /// happened or not, as long as they did so between their call and their return.
    pub sources: Vec<usize>,
    /// The one whose return could no longer be explained.
    pub culprit: usize,
    /// Why, in one sentence.
    pub why: String,
}

const NAMED_MAX: usize = 3;

/// Finds a witness in a part of the history that cannot be explained, though all that had returned
/// before `stuck_at` can; also says how many more states that took.
pub(super) fn witness<O: ReferenceObject>(
    object: &O,
    history: &History<O::Call, O::Return>,
    places: &[usize],
    stuck_at: Instant,
) -> (Witness, usize) {
    let mut questions = Questions::new(object);
    let cut = questions.shortest(tasks(history, places), stuck_at);
    let shown = |tight: Vec<usize>| {
        let mut tight: Vec<Task<'_, O>> = tight.into_iter().map(|number| cut[number]).collect();
        sort_by_key(&mut tight, |task| task.at);
        let sources = sources(&cut, &tight);
        (tight, sources)
    };
    let sets = questions.smallest(&cut).into_iter().map(shown);
    let fewest = sets.min_by_key(|(tight, sources)| tight.len() + sources.len());
    let (tight, sources) = fewest.unwrap_or_default();
    let culprit = tight.iter().max_by_key(|task| task.returned).map_or(0, |task| task.at);
    let tight: Vec<usize> = tight.iter().map(|task| task.at).collect();
    let is_open = |at: usize| history.operations()[at].outcome == Ended::Info;
    let open = cut.iter().filter(|task| is_open(task.at) && !sources.contains(&task.at)).count();
    let why = why::<O>(history, &tight, culprit, open);
    let mut operations: Vec<usize> = tight.iter().chain(&sources).copied().collect();
    sort(&mut operations);
    (Witness { operations, sources, culprit, why }, questions.states_visited())
}

/// The witness that one operation is whose answer nothing can have brought about.
pub(super) fn alone<O: ReferenceObject>(
    history: &History<O::Call, O::Return>,
    culprit: usize,
) -> Witness {
    let operations = vec![culprit];
    let why = why::<O>(history, &operations, culprit, 0);
    Witness { operations, sources: Vec::new(), culprit, why }
}

/// For each answer that no offending operation brought about: the latest that would have.
fn sources<O: ReferenceObject>(cut: &[Task<'_, O>], offending: &[Task<'_, O>]) -> Vec<usize> {
    let source = |reader: &Task<'_, O>| {
        let answer = reader.answer?;
        let supplies = |writer: &&Task<'_, O>| {
            writer.at != reader.at
                && reader.returned.is_some_and(|returned| writer.invoked <= returned)
                && O::supplies(writer.call, reader.call, answer)
        };
        let is_shown = offending.iter().any(|writer| supplies(&writer));
        let writers = cut.iter().filter(|_| !is_shown).filter(supplies);
        writers.max_by_key(|task| (task.invoked, task.at)).map(|task| task.at)
    };
    let mut all: Vec<usize> = offending.iter().filter_map(source).collect();
    sort(&mut all);
    all.dedup();
    all
}

fn why<O: ReferenceObject>(
    history: &History<O::Call, O::Return>,
    offending: &[usize],
    culprit: usize,
    open: usize,
) -> String {
    let operations = history.operations();
    let Some(last) = operations.get(culprit) else { return String::new() };
    let others = offending.iter().filter(|at| **at != culprit);
    let (before, beside): (Vec<usize>, Vec<usize>) =
        others.partition(|at| operations[**at].precedes(last));
    let all_read =
        before.iter().all(|at| O::is_read(&operations[*at].call, answer(&operations[*at])));
    let before = named::<O>(operations, &before);
    let beside = named::<O>(operations, &beside);
    let name = name::<O>(operations, culprit);
    let ended = if all_read { "returned" } else { "been acknowledged" };
    let even = match open {
        0 => String::new(),
        1 => ", whether or not the one operation without an answer took effect".into(),
        _ => format!(", whichever of the {open} operations without an answer took effect"),
    };
    match (before, beside) {
        (None, None) => {
            format!("{name} returned what nothing called before its return explains{even}")
        }
        (Some(before), None) => {
            format!("{name} began after {before} had {ended}, and no order explains it{even}")
        }
        (None, Some(beside)) => {
            format!("{name} ran beside {beside}, and no order explains both{even}")
        }
        (Some(before), Some(beside)) => format!(
            "{name} began after {before} had {ended} and ran beside {beside}, \
             and no order explains it{even}"
        ),
    }
}

/// "op 3 (write 1), op 5 (write 2) and 4 more"; none if there are none.
fn named<O: ReferenceObject>(
    operations: &[Operation<O::Call, O::Return>],
    places: &[usize],
) -> Option<String> {
    let latest_first = places.iter().rev().take(NAMED_MAX);
    let mut names: Vec<String> = latest_first.map(|at| name::<O>(operations, *at)).collect();
    names.reverse();
    if places.len() > NAMED_MAX {
        names.push(format!("{} more", places.len() - NAMED_MAX));
    }
    let last = names.pop()?;
    Some(if names.is_empty() { last } else { format!("{} and {last}", names.join(", ")) })
}

fn name<O: ReferenceObject>(operations: &[Operation<O::Call, O::Return>], at: usize) -> String {
    format!("op {at} ({})", O::describe(&operations[at].call, answer(&operations[at])))
}

fn answer<C, R>(operation: &Operation<C, R>) -> Option<&R> {
    match &operation.outcome {
        Ended::Ok(answer) => Some(answer),
        _ => None,
    }
}
