//! Answers that nothing can have brought about: they are found at sight, without a search.
use super::task::Task;
use crate::consistency::ReferenceObject;

/// Of the reads whose answer neither the initial state gives nor any writer called before their
/// return, the one that returned first: its place in the history. Tasks come as they were called.
pub(super) fn unexplained<O: ReferenceObject>(object: &O, tasks: &[Task<'_, O>]) -> Option<usize> {
    let (reads, writers) = tasks.iter().partition::<Vec<_>, _>(|task| task.is_read());
    let is_unexplained = |read: &&&Task<'_, O>| {
        read.answer.is_some_and(|answer| {
            let in_time = |writer: &&Task<'_, O>| {
                read.returned.is_none_or(|returned| writer.invoked <= returned)
            };
            let mut latest_first = writers[..writers.partition_point(in_time)].iter().rev();
            object.clone().apply(read.call) != *answer
                && !latest_first.any(|writer| O::supplies(writer.call, read.call, answer))
        })
    };
    reads.iter().filter(is_unexplained).min_by_key(|read| read.returned).map(|read| read.at)
}
