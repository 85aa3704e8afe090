//! Whether a choice can come to a good end.
//!
//! Who needs the state it leads to, who needed the one it destroys, and can that be made again?
use super::index::Index;
use super::states::{StateId, States};
use super::task::Task;
use crate::consistency::ReferenceObject;
use crate::kernel::digest;

/// Of those who needed a state, so many are asked; the first ones are the hardest to satisfy.
const ASKED_MAX: usize = 4;

/// What is known about tasks that ask the same and get the same answer.
#[derive(Clone, Debug)]
pub(super) struct Foresight {
    /// Which of the tasks are alike.
    alike: Vec<usize>,
    /// For some kinds of tasks: who can make what they need.
    revivers: Vec<Option<Box<[u32]>>>,
}

/// What is left at one moment of a search.
pub(super) struct Left<'a, 's, O: ReferenceObject> {
    pub(super) tasks: &'s [Task<'a, O>],
    /// So many of them return; they come first, in order of invocation.
    pub(super) with_return: usize,
    /// All before this one are placed.
    pub(super) earliest: usize,
    pub(super) placed: &'s [u64],
    pub(super) placed_open: &'s [u64],
}

impl<O: ReferenceObject> Left<'_, '_, O> {
    fn contains(&self, number: usize) -> bool {
        let (bits, number) = match number.checked_sub(self.with_return) {
            Some(nth) => (self.placed_open, nth),
            None => (self.placed, number),
        };
        bits[number / 64] & 1 << (number % 64) == 0
    }
}

impl Foresight {
    pub(super) fn new<O: ReferenceObject>(tasks: &[Task<'_, O>]) -> Foresight {
        let mut index = Index::new();
        let mut kinds: Vec<&Task<'_, O>> = Vec::new();
        let mut alike = Vec::with_capacity(tasks.len());
        for task in tasks {
            let hash = digest(&(task.call, task.answer));
            let is_same = |kind: usize| {
                let known = kinds[kind];
                known.call == task.call && known.answer == task.answer
            };
            let kind = index.find(hash, is_same).unwrap_or_else(|| index.add(hash));
            if kind == kinds.len() {
                kinds.push(task);
            }
            alike.push(kind);
        }
        Foresight { alike, revivers: vec![None; kinds.len()] }
    }

    /// Does a task that is left, other than this one, need the state to which this one leads?
    pub(super) fn is_needed<O: ReferenceObject>(
        left: &Left<'_, '_, O>,
        states: &mut States<O>,
        number: usize,
        to: StateId,
    ) -> bool {
        let needed_by = states.matters(to, left.tasks).iter().rev();
        needed_by.map(|other| *other as usize).any(|other| other != number && left.contains(other))
    }

    /// Does placing this task destroy a state that is still needed and cannot be made again?
    pub(super) fn is_hopeless<O: ReferenceObject>(
        &mut self,
        left: &Left<'_, '_, O>,
        states: &mut States<O>,
        number: usize,
        (from, to): (StateId, &O),
    ) -> bool {
        let needed_by = states.matters(from, left.tasks);
        let start = needed_by.partition_point(|other| (*other as usize) < left.earliest);
        let (mut asked, mut count) = ([0; ASKED_MAX], 0);
        for other in needed_by[start..].iter().map(|other| *other as usize) {
            let is_asked = other != number && left.tasks[other].is_sure && left.contains(other);
            if is_asked && left.tasks[other].answer.is_some() {
                asked[count] = other;
                count += 1;
            }
            if count == ASKED_MAX {
                break;
            }
        }
        asked[..count].iter().any(|other| {
            let task = &left.tasks[*other];
            !to.matters_to(task.call, task.answer) && !self.can_be_revived(left, number, *other)
        })
    }

    fn can_be_revived<O: ReferenceObject>(
        &mut self,
        left: &Left<'_, '_, O>,
        number: usize,
        needy: usize,
    ) -> bool {
        let task = &left.tasks[needy];
        let revivers = self.revivers[self.alike[needy]].get_or_insert_with(|| {
            let revives = |writer: &Task<'_, O>| {
                task.answer.is_none_or(|a| O::revives(writer.call, task.call, a))
            };
            let all = left.tasks.iter().enumerate().filter(|(_, writer)| revives(writer));
            all.map(|(number, _)| number as u32).collect()
        });
        let in_time = |writer: &u32| {
            task.returned.is_none_or(|returned| left.tasks[*writer as usize].invoked <= returned)
        };
        let is_there = |writer: &u32| {
            let writer = *writer as usize;
            writer != number && writer != needy && left.contains(writer)
        };
        let returning = revivers.partition_point(|writer| (*writer as usize) < left.with_return);
        let (returning, open) = revivers.split_at(returning);
        let begun = returning.partition_point(in_time);
        let returning = returning[..begun].iter().rev();
        let mut returning = returning.take_while(|writer| **writer as usize >= left.earliest);
        returning.any(is_there) || open.iter().filter(|writer| in_time(writer)).any(is_there)
    }
}
