//! The states of the object met in one search, each kept once and named by a number.
use super::index::Index;
use super::task::Task;
use crate::consistency::ReferenceObject;
use crate::kernel::digest;

/// The number of a state.
pub(super) type StateId = u32;

/// All states met so far.
#[derive(Clone, Debug)]
pub(super) struct States<O> {
    index: Index,
    states: Vec<O>,
    /// For some states: the tasks to which it matters, in ascending order.
    matters: Vec<Option<Box<[u32]>>>,
    weight: usize,
}

impl<O: ReferenceObject> States<O> {
    /// The initial state gets number 0.
    pub(super) fn new(initial: &O) -> States<O> {
        let mut states =
            States { index: Index::new(), states: Vec::new(), matters: Vec::new(), weight: 0 };
        states.name(initial.clone());
        states
    }

    /// What the call does in a state: the next state, not yet named, and the answer.
    pub(super) fn apply(&self, state: StateId, call: &O::Call) -> (O, O::Return) {
        let mut object = self.states[state as usize].clone();
        let answer = object.apply(call);
        (object, answer)
    }

    /// Is the object in this state?
    pub(super) fn is(&self, state: StateId, object: &O) -> bool {
        self.states[state as usize] == *object
    }

    /// The tasks to which a state matters.
    pub(super) fn matters(&mut self, state: StateId, tasks: &[Task<'_, O>]) -> &[u32] {
        let object = &self.states[state as usize];
        self.matters[state as usize].get_or_insert_with(|| {
            let cares = |task: &Task<'_, O>| {
                let needs_nothing = task.is_read() || O::is_blind(task.call);
                let is_unforeseen = task.is_sure && task.answer.is_none() && !needs_nothing;
                is_unforeseen || object.matters_to(task.call, task.answer)
            };
            let all = tasks.iter().enumerate().filter(|(_, task)| cares(task));
            let all: Box<[u32]> = all.map(|(number, _)| number as u32).collect();
            self.weight += all.len() / 2;
            all
        })
    }

    /// Memory taken, in words of eight bytes.
    pub(super) fn weight(&self) -> usize {
        self.weight
    }

    /// The number of a state.
    pub(super) fn name(&mut self, object: O) -> StateId {
        let hash = digest(&object);
        if let Some(number) = self.index.find(hash, |number| self.states[number] == object) {
            return number as StateId;
        }
        self.weight += object.weight() + 6;
        self.states.push(object);
        self.matters.push(None);
        self.index.add(hash) as StateId
    }
}
