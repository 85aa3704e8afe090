//! The search for an order, iterative, with choices left out that cannot matter.
//!
//! Wing and Gong, "Testing and Verifying Concurrent Objects" (JPDC 1993), with the memory of
//! configurations of Lowe, "Testing for linearizability" (2017).
mod choices;
use super::entries::{Entries, Entry};
use super::foresight::Foresight;
use super::memo::Memo;
use super::states::{StateId, States};
use super::task::Task;
use crate::consistency::ReferenceObject;
use crate::kernel::{Instant, sort_by_key};

/// How a search ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// There is an order that explains everything.
    Explained,
    /// There is none.
    Refuted,
    /// So many states were allowed, and were not enough.
    OutOfStates,
    /// Nothing more could be remembered.
    OutOfMemory,
}

/// Half of what a page may reasonably use: 128 MB, in words of eight bytes.
const WEIGHT_MAX: usize = 1 << 24;

/// A search is hard once it has met so many states for each operation.
const HARD_FROM: usize = 2;

/// Where among the choices of one configuration to go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Resume {
    /// From this entry of the list on.
    Entry(Entry),
    /// From this one of the operations without return on.
    Open(usize),
    /// With leaving out what returns first.
    LeaveOut,
    /// There is no further choice.
    Nowhere,
    /// There never was a choice: go back to the step before.
    Forced,
    /// It goes with the choice placed after it, and is taken back with that one.
    Beside,
}

/// One operation placed, and how to go on if that was wrong.
#[derive(Clone, Copy, Debug)]
struct Step {
    task: usize,
    before: StateId,
    resume: Resume,
}

/// One search, under way or ended.
pub(super) struct Search<'a, O: ReferenceObject> {
    /// Those with a return, then those without; each by invocation.
    tasks: Vec<Task<'a, O>>,
    with_return: usize,
    /// For those without a return: the one before it that asks the same.
    twins: Vec<Option<usize>>,
    /// For those with a return: the last word of `placed` that can be touched before it returns.
    reach: Vec<usize>,
    entries: Entries,
    placed: Vec<u64>,
    placed_open: Vec<u64>,
    sure_left: usize,
    state: StateId,
    states: States<O>,
    memo: Memo,
    path: Vec<Step>,
    configuration: Vec<u64>,
    furthest: Option<(Instant, usize)>,
    visited_before: usize,
    /// After so many states the search is a hard one.
    patience: usize,
    /// Made when the search turns out to be hard; easy ones are faster without.
    foresight: Option<Foresight>,
}

impl<'a, O: ReferenceObject> Search<'a, O> {
    pub(super) fn new(object: &O, mut tasks: Vec<Task<'a, O>>) -> Search<'a, O> {
        sort_by_key(&mut tasks, |task| (task.returned.is_none(), task.invoked, task.at));
        let with_return = tasks.partition_point(|task| task.returned.is_some());
        let intervals: Vec<(Instant, Instant)> =
            tasks.iter().map_while(|task| Some((task.invoked, task.returned?))).collect();
        let begun_by = |instant| intervals.partition_point(|(invoked, _)| *invoked <= instant);
        let reach = intervals.iter().map(|(_, returned)| (begun_by(*returned) - 1) / 64).collect();
        let open = &tasks[with_return..];
        let twin = |nth: usize| open[..nth].iter().rposition(|task| task.call == open[nth].call);
        Search {
            twins: (0..open.len()).map(twin).collect(),
            reach,
            entries: Entries::new(&intervals),
            placed: vec![0; with_return.div_ceil(64)],
            placed_open: vec![0; open.len().div_ceil(64)],
            sure_left: tasks.iter().filter(|task| task.is_sure).count(),
            state: 0,
            states: States::new(object),
            memo: Memo::new(),
            path: Vec::new(),
            configuration: Vec::new(),
            furthest: None,
            visited_before: 0,
            patience: tasks.len() * HARD_FROM,
            foresight: None,
            with_return,
            tasks,
        }
    }

    /// Looks ahead from the first step on, as for a hard search.
    pub(super) fn with_foresight(mut self) -> Self {
        self.foresight = Some(Foresight::new(&self.tasks));
        self
    }

    /// Never looks ahead, however hard the search.
    #[cfg(test)]
    pub(super) fn without_foresight(mut self) -> Self {
        self.patience = usize::MAX;
        self
    }

    /// Searches until it is decided or the budget of states is spent.
    pub(super) fn run(&mut self, states_max: usize) -> Ending {
        let mut resume = self.look_around();
        while self.sure_left > 0 {
            if self.states_visited() > states_max {
                return Ending::OutOfStates;
            }
            if self.memo.weight() + self.states.weight() > WEIGHT_MAX {
                return Ending::OutOfMemory;
            }
            if self.foresight.is_none() && self.memo.len() > self.patience {
                self.start_again();
                resume = self.look_around();
            }
            let next = match resume {
                Some(from) => from,
                None => match self.step_back() {
                    Some(from) => from,
                    None => return Ending::Refuted,
                },
            };
            resume = self.choose(next).and_then(|(task, state, rest)| {
                let is_left_out = rest == Resume::Nowhere;
                let is_blind = !is_left_out && O::is_blind(self.tasks[task].call);
                if is_blind && self.foresight.is_some() {
                    self.place_idle_before(task);
                }
                self.place(task, state, rest);
                self.look_around()
            });
        }
        Ending::Explained
    }

    /// Forgets everything and looks ahead from now on. A search cannot do so half way: with other
    /// choices, what it has tried says nothing about what is left to try.
    fn start_again(&mut self) {
        while self.step_back().is_some() {}
        self.visited_before = self.memo.len();
        self.memo = Memo::new();
        self.foresight = Some(Foresight::new(&self.tasks));
    }

    /// How many configurations were met.
    pub(super) fn states_visited(&self) -> usize {
        self.visited_before + self.memo.len()
    }

    /// The operations in the order found, by their places in the history.
    pub(super) fn order(&self) -> Vec<usize> {
        self.path.iter().map(|step| self.tasks[step.task].at).collect()
    }

    /// When refuted: all that had returned before this instant can be explained, perhaps more.
    pub(super) fn stuck_at(&self) -> Instant {
        self.furthest.map_or(Instant(u64::MAX), |(returned, _)| returned)
    }

    /// Places what needs no thought, then says where the choices begin; none if all this was
    /// looked at before.
    fn look_around(&mut self) -> Option<Resume> {
        self.place_reads();
        (self.sure_left > 0 && self.remember()).then(|| Resume::Entry(self.entries.first()))
    }

    fn place(&mut self, task: usize, state: StateId, resume: Resume) {
        self.path.push(Step { task, before: self.state, resume });
        self.state = state;
        self.sure_left -= usize::from(self.tasks[task].is_sure);
        match task.checked_sub(self.with_return) {
            Some(nth) => flip(&mut self.placed_open, nth),
            None => {
                flip(&mut self.placed, task);
                self.entries.lift(task);
            }
        }
    }

    /// Takes back the last choice; where its alternatives begin, or none if there was no choice.
    fn step_back(&mut self) -> Option<Resume> {
        let mut choice = None;
        while let Some(step) =
            self.path.pop_if(|step| choice.is_none() || step.resume == Resume::Beside)
        {
            self.take_back(step);
            if !matches!(step.resume, Resume::Forced | Resume::Beside) {
                choice = Some(step.resume);
            }
        }
        choice
    }

    fn take_back(&mut self, step: Step) {
        self.state = step.before;
        self.sure_left += usize::from(self.tasks[step.task].is_sure);
        match step.task.checked_sub(self.with_return) {
            Some(nth) => flip(&mut self.placed_open, nth),
            None => {
                flip(&mut self.placed, step.task);
                self.entries.put_back(step.task);
            }
        }
    }

    /// Takes the configuration in: what is placed, and the state. False if it was met before.
    /// All before the earliest that is left is placed, and nothing beyond its reach can be.
    fn remember(&mut self) -> bool {
        let Some(earliest) = self.entries.earliest() else { return false };
        let first = self.entries.frontier().unwrap_or(earliest);
        let returned = self.tasks[first].returned.unwrap_or(Instant(u64::MAX));
        self.furthest = self.furthest.max(Some((returned, first)));
        self.configuration.clear();
        self.configuration.push(earliest as u64);
        self.configuration.extend(&self.placed[earliest / 64..=self.reach[earliest]]);
        self.configuration.extend(&self.placed_open);
        self.configuration.push(self.state.into());
        self.memo.insert(&self.configuration)
    }
}

fn has(bits: &[u64], number: usize) -> bool {
    bits[number / 64] & 1 << (number % 64) != 0
}

fn flip(bits: &mut [u64], number: usize) {
    bits[number / 64] ^= 1 << (number % 64);
}
