//! What clients asked and were told, in true time.
use crate::kernel::{Instant, sort_by_key};

/// How an operation ended, as far as its client knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ended<R> {
    /// It took effect, and this was the answer.
    Ok(R),
    /// It took effect before it returned; what it answered is not known.
    OkUnseen,
    /// It definitely had no effect.
    Fail,
    /// Indeterminate: it may take effect at any later time, or never.
    Info,
}

/// One operation of one client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Operation<C, R> {
    /// Which client asked.
    pub process: u32,
    /// For what.
    pub call: C,
    /// How it ended.
    pub outcome: Ended<R>,
    /// When it was asked.
    pub invoked: Instant,
    /// When the client was told; none if it never was.
    pub returned: Option<Instant>,
}

impl<C, R> Operation<C, R> {
    /// One that was answered.
    pub fn ok(process: u32, call: C, answer: R, invoked: Instant, returned: Instant) -> Self {
        Operation { process, call, outcome: Ended::Ok(answer), invoked, returned: Some(returned) }
    }

    /// One that never was.
    pub fn open(process: u32, call: C, invoked: Instant) -> Self {
        Operation { process, call, outcome: Ended::Info, invoked, returned: None }
    }

    /// Had this one ended before the other began? At one and the same instant, it had not.
    pub fn precedes(&self, other: &Self) -> bool {
        match self.outcome {
            Ended::Info => false,
            _ => self.returned.is_some_and(|returned| returned < other.invoked),
        }
    }
}

/// Operations in the order in which they were invoked; their places in it are their names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History<C, R> {
    operations: Vec<Operation<C, R>>,
}

impl<C, R> History<C, R> {
    /// Sorts by invocation, keeping the order of equals. An operation without an instant of return
    /// is indeterminate, whatever else is claimed of it; none returns before it is invoked.
    pub fn new(mut operations: Vec<Operation<C, R>>) -> Self {
        for operation in &mut operations {
            match &mut operation.returned {
                Some(returned) => *returned = (*returned).max(operation.invoked),
                None => operation.outcome = Ended::Info,
            }
        }
        sort_by_key(&mut operations, |operation| operation.invoked);
        History { operations }
    }

    /// All of them.
    pub fn operations(&self) -> &[Operation<C, R>] {
        &self.operations
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.operations.len()
    }

    /// None at all?
    pub fn is_empty(&self) -> bool {
        self.operations.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ends_at_the_instant_another_begins_does_not_precede_it() {
        let first = Operation::ok(0, "a", (), Instant(1), Instant(5));
        let at = |invoked| Operation::ok(1, "b", (), Instant(invoked), Instant(9));
        assert!(!first.precedes(&at(5)) && first.precedes(&at(6)));
        let open = Operation { outcome: Ended::Info, ..first };
        assert!(!open.precedes(&at(6)));
    }

    #[test]
    fn a_history_is_put_in_order_and_made_consistent() {
        let late = Operation::ok(0, "late", (), Instant(7), Instant(3));
        let early =
            Operation { returned: None, ..Operation::ok(1, "b", (), Instant(2), Instant(2)) };
        let history = History::new(vec![late, early]);
        let [first, second] = history.operations() else { panic!() };
        assert_eq!((first.call, first.outcome), ("b", Ended::Info));
        assert_eq!(second.returned, Some(Instant(7)));
    }
}
