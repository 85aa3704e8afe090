//! From a refuted history to the fewest operations that refute it.
//!
//! To drop an operation, one must not remove it: without the write, the read of its value would
//! look wrong, and for no good reason. What is dropped is *loosened* instead. A dropped write may
//! take effect within its own interval or not at all, and whatever it answered is right; a dropped
//! read constrains nothing. Every order that explains the history also explains the loosened one;
//! so, if the operations that are kept tight cannot be explained, they alone refute the history.
//! Tightening more never mends that, so a smallest set is found by bisection: the last operation
//! of the shortest refuting list is needed, the ones behind it are not (dichotomic search for a
//! minimal unsatisfiable set: Hemery, Lecoutre, Saïs and Boussemart, ECAI 2006).
use super::search::{Ending, Search};
use super::task::{Task, until};
use crate::consistency::ReferenceObject;
use crate::kernel::{Instant, sort, sort_by_key};

/// A single question may cost so many states.
const STATES_MAX: usize = 20_000;
/// All questions together may cost so much: a state costs one, asking costs one per thirty-two
/// operations.
const EFFORT_MAX: usize = 200_000;

/// Questions about one refuted history, and what they have cost so far.
pub(super) struct Questions<'a, O: ReferenceObject> {
    object: &'a O,
    effort_left: usize,
    states_visited: usize,
}

impl<'a, O: ReferenceObject> Questions<'a, O> {
    pub(super) fn new(object: &'a O) -> Self {
        Questions { object, effort_left: EFFORT_MAX, states_visited: 0 }
    }

    /// How many states the answers took.
    pub(super) fn states_visited(&self) -> usize {
        self.states_visited
    }

    /// Is there certainly no order? When that is too costly to say, perhaps there is.
    pub(super) fn is_refuted(&mut self, tasks: Vec<Task<'_, O>>) -> bool {
        let asking = tasks.len() / 32;
        let mut search = Search::new(self.object, tasks).with_foresight();
        let ending = search.run(STATES_MAX.min(self.effort_left));
        let states = search.states_visited();
        self.effort_left = self.effort_left.saturating_sub(states + asking);
        self.states_visited += states;
        ending == Ending::Refuted
    }

    /// The shortest beginning of a refuted history that is known to be refuted. All that had
    /// returned before `stuck_at` can be explained.
    pub(super) fn shortest<'t>(
        &mut self,
        all: Vec<Task<'t, O>>,
        stuck_at: Instant,
    ) -> Vec<Task<'t, O>> {
        let mut ends: Vec<Instant> = all.iter().filter_map(|task| task.returned).collect();
        ends.retain(|end| *end >= stuck_at);
        sort(&mut ends);
        ends.dedup();
        match first(ends.len(), |few| self.is_refuted(until(&all, ends[few - 1]))) {
            0 => all,
            nth => until(&all, ends[nth - 1]),
        }
    }

    /// Small sets of tasks that refute the refuted `tasks`, as places in them: of each member the
    /// answer or the interval is needed. One set prefers what the last one read, and who wrote it:
    /// it is found with little effort, however many others there are. One lies near the end, one
    /// near the start, one prefers writes.
    pub(super) fn smallest(&mut self, tasks: &[Task<'_, O>]) -> Vec<Vec<usize>> {
        let mut forward: Vec<usize> = (0..tasks.len()).filter(|n| tasks[*n].is_sure).collect();
        sort_by_key(&mut forward, |number| (tasks[*number].invoked, tasks[*number].at));
        let backward: Vec<usize> = forward.iter().rev().copied().collect();
        let mut writes_first = backward.clone();
        sort_by_key(&mut writes_first, |number| tasks[*number].is_read());
        let mut kin_first = backward.clone();
        let last = tasks.iter().max_by_key(|task| task.returned);
        sort_by_key(&mut kin_first, |number| {
            !last.is_some_and(|last| is_kin(&tasks[*number], last))
        });
        let near_the_last = self.needed(tasks, kin_first);
        match near_the_last.len() {
            0 | 1 => vec![near_the_last],
            _ => {
                let others = [backward, forward, writes_first].map(|list| self.needed(tasks, list));
                [near_the_last].into_iter().chain(others).collect()
            }
        }
    }

    /// A refuting set of which every member is needed, preferring the front of the list. Where
    /// that takes too much effort, members may remain that are not needed.
    fn needed(&mut self, tasks: &[Task<'_, O>], mut list: Vec<usize>) -> Vec<usize> {
        let mut kept = Vec::new();
        while !list.is_empty() && !self.is_refuted(loosened(tasks, &kept, &[])) {
            if self.effort_left == 0 {
                kept.append(&mut list);
                break;
            }
            let enough =
                first(list.len(), |few| self.is_refuted(loosened(tasks, &kept, &list[..few])));
            kept.push(list[enough - 1]);
            list.truncate(enough - 1);
        }
        kept
    }
}

/// Does a task ask what another one asks and get the same answer, or bring that answer about?
fn is_kin<O: ReferenceObject>(task: &Task<'_, O>, to: &Task<'_, O>) -> bool {
    let is_alike = task.call == to.call && task.answer == to.answer;
    is_alike || to.answer.is_some_and(|answer| O::supplies(task.call, to.call, answer))
}

/// The first number that will do, up to one that does. Those beyond one that does do so too; small
/// numbers are tried first, because they are the cheap ones and often enough.
fn first(does: usize, mut will_do: impl FnMut(usize) -> bool) -> usize {
    let (mut too_few, mut enough, mut step) = (0, does, 1);
    while too_few + step < enough {
        if will_do(too_few + step) {
            enough = too_few + step;
            break;
        }
        too_few += step;
        step *= 2;
    }
    while enough - too_few > 1 {
        let half = usize::midpoint(too_few, enough);
        if will_do(half) {
            enough = half;
        } else {
            too_few = half;
        }
    }
    enough
}

/// All tasks but these made loose.
fn loosened<'a, O: ReferenceObject>(
    tasks: &[Task<'a, O>],
    kept: &[usize],
    more: &[usize],
) -> Vec<Task<'a, O>> {
    let mut is_kept = vec![false; tasks.len()];
    kept.iter().chain(more).for_each(|number| is_kept[*number] = true);
    let loosen = |(task, is_kept): (&Task<'a, O>, bool)| {
        if is_kept || !task.is_sure {
            return Some(*task);
        }
        (!task.is_read()).then_some(Task { answer: None, is_sure: false, ..*task })
    };
    tasks.iter().zip(is_kept).filter_map(loosen).collect()
}
