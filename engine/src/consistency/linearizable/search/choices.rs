//! What can come next in a search.
//!
//! Reads that fit come at once, writes that nobody needs just before the next overwriting, and
//! everything else one after the other.
use super::super::entries::At;
use super::super::foresight::{Foresight, Left};
use super::super::states::StateId;
use super::{Resume, Search, has};
use crate::consistency::ReferenceObject;

/// What is left; a macro, so that only these fields are borrowed.
macro_rules! left {
    ($search:expr) => {
        Left {
            tasks: &$search.tasks,
            with_return: $search.with_return,
            earliest: $search.entries.earliest().unwrap_or($search.with_return),
            placed: &$search.placed,
            placed_open: &$search.placed_open,
        }
    };
}

impl<O: ReferenceObject> Search<'_, O> {
    /// A read that fits now may be placed now: it changes nothing, and nothing waits for it.
    pub(super) fn place_reads(&mut self) {
        let mut entry = self.entries.first();
        while let At::Call(number) = self.entries.at(entry) {
            entry = self.entries.after(entry);
            let task = self.tasks[number];
            if task.is_sure && task.is_read() && self.outcome(number).is_some() {
                self.place(number, self.state, Resume::Forced);
                entry = self.entries.first();
            }
        }
    }

    /// The next choice, the state it leads to, and where the choices after it begin.
    pub(super) fn choose(&mut self, from: Resume) -> Option<(usize, StateId, Resume)> {
        let mut from = from;
        loop {
            from = match from {
                Resume::Entry(entry) => match self.entries.at(entry) {
                    At::Call(number) => {
                        let rest = Resume::Entry(self.entries.after(entry));
                        if let Some(state) = self.outcome(number) {
                            return Some((number, state, rest));
                        }
                        rest
                    }
                    At::Return(_) | At::End => Resume::Open(0),
                },
                Resume::Open(nth) if self.may_begin(nth) => {
                    let (number, rest) = (self.with_return + nth, Resume::Open(nth + 1));
                    if let Some(state) = self.outcome(number) {
                        return Some((number, state, rest));
                    }
                    rest
                }
                Resume::Open(nth) if self.has_begun(nth) => Resume::Open(nth + 1),
                Resume::Open(_) => Resume::LeaveOut,
                Resume::LeaveOut => {
                    let first = self.entries.frontier()?;
                    return (!self.tasks[first].is_sure).then_some((
                        first,
                        self.state,
                        Resume::Nowhere,
                    ));
                }
                Resume::Nowhere | Resume::Forced | Resume::Beside => return None,
            };
        }
    }

    /// The state to which a task leads from here, if it may be placed here and there is a point.
    fn outcome(&mut self, number: usize) -> Option<StateId> {
        let task = self.tasks[number];
        let (object, answer) = self.states.apply(self.state, task.call);
        if task.answer.is_some_and(|seen| *seen != answer) {
            return None;
        }
        let is_blind = self.foresight.is_some() && O::is_blind(task.call);
        if self.states.is(self.state, &object) && !is_blind {
            // Left out for now, what changes nothing here can still be placed later. An overwriting
            // does change something: it hides the writes placed just before it.
            return task.is_sure.then_some(self.state);
        }
        let left = left!(self);
        if let Some(foresight) = &mut self.foresight
            && foresight.is_hopeless(&left, &mut self.states, number, (self.state, &object))
        {
            return None;
        }
        let state = self.states.name(object);
        let is_choice = match task.is_sure {
            true => {
                !is_blind
                    || self.entries.frontier() == Some(number)
                    || Foresight::is_needed(&left, &mut self.states, number, state)
            }
            false => Foresight::is_needed(&left, &mut self.states, number, state),
        };
        is_choice.then_some(state)
    }

    /// Places the writes that may come now and that nobody needs: just before another overwriting
    /// they do no harm, and where nothing overwrites them they need not come yet.
    pub(super) fn place_idle_before(&mut self, overwriting: usize) {
        let mut entry = self.entries.first();
        while let At::Call(number) = self.entries.at(entry) {
            entry = self.entries.after(entry);
            let task = self.tasks[number];
            if number == overwriting || !task.is_sure || !O::is_blind(task.call) {
                continue;
            }
            let state = self.states.name(self.states.apply(self.state, task.call).0);
            if !Foresight::is_needed(&left!(self), &mut self.states, number, state) {
                self.place(number, self.state, Resume::Beside);
                entry = self.entries.first();
            }
        }
    }

    /// Was it asked before the first of the returns that are left?
    fn has_begun(&self, nth: usize) -> bool {
        let Some(task) = self.tasks.get(self.with_return + nth) else { return false };
        let frontier = self.entries.frontier().and_then(|first| self.tasks[first].returned);
        frontier.is_some_and(|returned| task.invoked <= returned)
    }

    /// Is it still there, and is there none before it that would do as well?
    fn may_begin(&self, nth: usize) -> bool {
        self.has_begun(nth)
            && !has(&self.placed_open, nth)
            && self.twins[nth].is_none_or(|twin| has(&self.placed_open, twin))
    }
}
