//! Histories made by running an object one call after the other, with random intervals around.
use crate::consistency::{Ended, History, Operation, ReferenceObject};
use crate::kernel::{Draws, Instant, Purpose};

/// What to make.
#[derive(Clone, Copy, Debug)]
pub(in crate::consistency) struct Plan {
    pub(in crate::consistency) seed: u64,
    pub(in crate::consistency) processes: u64,
    pub(in crate::consistency) operations: usize,
    /// Of a thousand operations, so many stay without an answer.
    pub(in crate::consistency) unanswered_per_mille: u64,
}

/// A run under way: every process is idle, or has asked, or has been served but not told.
pub(in crate::consistency) struct Run<O: ReferenceObject> {
    pub(in crate::consistency) object: O,
    pub(in crate::consistency) draws: Draws,
    pub(in crate::consistency) operations: Vec<Operation<O::Call, O::Return>>,
    pending: Vec<Option<(usize, Option<O::Return>)>>,
    lost: Vec<usize>,
    now: u64,
    plan: Plan,
}

impl<O: ReferenceObject> Run<O> {
    pub(in crate::consistency) fn new(object: O, plan: Plan) -> Run<O> {
        let draws = Draws::new(plan.seed, Purpose::Swarm, 1);
        let pending = (0..plan.processes).map(|_| None).collect();
        Run { object, draws, operations: Vec::new(), pending, lost: Vec::new(), now: 0, plan }
    }

    /// Something small happens: a call, an effect, an answer, or a client gives up.
    pub(in crate::consistency) fn step(
        &mut self,
        call: impl FnOnce(&mut Draws) -> Option<O::Call>,
    ) {
        self.now += self.draws.between(1, 3);
        if !self.lost.is_empty() && self.draws.below(20) == 0 {
            let late = self.lost.remove(self.draws.below(self.lost.len() as u64) as usize);
            self.object.apply(&self.operations[late].call);
        }
        let process = self.draws.below(self.plan.processes) as usize;
        self.pending[process] = match self.pending[process].take() {
            None => call(&mut self.draws).map(|call| {
                let now = Instant(self.now);
                self.operations.push(Operation::open(process as u32, call, now));
                (self.operations.len() - 1, None)
            }),
            Some((at, served)) if self.draws.below(1_000) < self.plan.unanswered_per_mille => {
                if served.is_none() {
                    self.lost.push(at);
                }
                None
            }
            Some((at, None)) => {
                let answer = self.object.apply(&self.operations[at].call);
                Some((at, Some(answer)))
            }
            Some((at, Some(answer))) => {
                self.operations[at].outcome = Ended::Ok(answer);
                self.operations[at].returned = Some(Instant(self.now));
                None
            }
        };
    }

    /// Lets everything under way come to its end.
    pub(in crate::consistency) fn settle(&mut self) {
        while self.pending.iter().any(Option::is_some) {
            self.step(|_| None);
        }
    }

    /// One operation while nothing else is under way.
    pub(in crate::consistency) fn alone(
        &mut self,
        call: O::Call,
        answer: impl FnOnce(&mut O) -> O::Return,
    ) {
        self.settle();
        let answer = answer(&mut self.object);
        let (invoked, returned) = (Instant(self.now + 1), Instant(self.now + 2));
        self.now += 3;
        self.operations.push(Operation::ok(99, call, answer, invoked, returned));
    }

    pub(in crate::consistency) fn history(self) -> History<O::Call, O::Return> {
        History::new(self.operations)
    }
}

/// A whole run.
pub(in crate::consistency) fn generate<O: ReferenceObject>(
    object: O,
    plan: Plan,
    call: impl Fn(&mut Draws) -> O::Call,
) -> History<O::Call, O::Return> {
    let mut run = Run::new(object, plan);
    while run.operations.len() < plan.operations {
        run.step(|draws| Some(call(draws)));
    }
    run.settle();
    run.history()
}
