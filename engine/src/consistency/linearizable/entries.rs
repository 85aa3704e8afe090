//! Calls and returns in the order of time, in a list from which operations can be lifted.
//!
//! Lifting an operation and putting it back costs four links: Wing and Gong, "Testing and Verifying
//! Concurrent Objects" (JPDC 1993), with the list of Lowe, "Testing for linearizability" (2017).
use crate::kernel::{Instant, sort};

/// A node of the list: 0 is its head; operation `n` calls at `2n + 1` and returns at `2n + 2`.
pub(super) type Entry = u32;

const HEAD: usize = 0;

/// What stands at a place of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum At {
    /// The operation with this number is called.
    Call(usize),
    /// The operation with this number returns.
    Return(usize),
    /// Nothing is left.
    End,
}

/// The list.
#[derive(Clone, Debug)]
pub(super) struct Entries {
    next: Vec<Entry>,
    previous: Vec<Entry>,
}

impl Entries {
    /// From the intervals of the operations. At one instant calls stand before returns: what meets
    /// overlaps.
    pub(super) fn new(intervals: &[(Instant, Instant)]) -> Entries {
        let mut order: Vec<(Instant, bool, usize)> = Vec::with_capacity(2 * intervals.len());
        for (number, (invoked, returned)) in intervals.iter().enumerate() {
            order.push((*invoked, false, 2 * number + 1));
            order.push((*returned, true, 2 * number + 2));
        }
        sort(&mut order);
        let mut entries =
            Entries { next: vec![0; order.len() + 1], previous: vec![0; order.len() + 1] };
        let mut last = HEAD;
        for (_, _, entry) in order {
            entries.link(last, entry);
            last = entry;
        }
        entries.link(last, HEAD);
        entries
    }

    /// The first place.
    pub(super) fn first(&self) -> Entry {
        self.next[HEAD]
    }

    /// The place after this one.
    pub(super) fn after(&self, entry: Entry) -> Entry {
        self.next[entry as usize]
    }

    /// What stands there.
    pub(super) fn at(&self, entry: Entry) -> At {
        match entry as usize {
            HEAD => At::End,
            entry if entry % 2 == 1 => At::Call(entry / 2),
            entry => At::Return(entry / 2 - 1),
        }
    }

    /// The operation called first of those that are left.
    pub(super) fn earliest(&self) -> Option<usize> {
        (self.first() as usize != HEAD).then(|| (self.first() as usize - 1) / 2)
    }

    /// The operation that returns first of those that are left.
    pub(super) fn frontier(&self) -> Option<usize> {
        let mut entry = self.first();
        loop {
            match self.at(entry) {
                At::Call(_) => entry = self.after(entry),
                At::Return(number) => return Some(number),
                At::End => return None,
            }
        }
    }

    /// Takes an operation out.
    pub(super) fn lift(&mut self, number: usize) {
        for entry in [2 * number + 1, 2 * number + 2] {
            self.link(self.previous[entry] as usize, self.next[entry] as usize);
        }
    }

    /// Puts back the operation that was taken out last.
    pub(super) fn put_back(&mut self, number: usize) {
        for entry in [2 * number + 2, 2 * number + 1] {
            self.next[self.previous[entry] as usize] = entry as Entry;
            self.previous[self.next[entry] as usize] = entry as Entry;
        }
    }

    fn link(&mut self, before: usize, after: usize) {
        self.next[before] = after as Entry;
        self.previous[after] = before as Entry;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(entries: &Entries) -> Vec<At> {
        let mut entry = entries.first();
        let mut all = Vec::new();
        while entries.at(entry) != At::End {
            all.push(entries.at(entry));
            entry = entries.after(entry);
        }
        all
    }

    #[test]
    fn lifting_and_putting_back_leaves_no_trace() {
        let interval = |from, to| (Instant(from), Instant(to));
        let mut entries = Entries::new(&[interval(1, 4), interval(2, 3), interval(3, 9)]);
        let all = [At::Call(0), At::Call(1), At::Call(2), At::Return(1), At::Return(0)];
        assert_eq!(listed(&entries)[..5], all);
        assert_eq!((entries.earliest(), entries.frontier()), (Some(0), Some(1)));
        entries.lift(1);
        entries.lift(0);
        assert_eq!(listed(&entries), [At::Call(2), At::Return(2)]);
        entries.lift(2);
        assert_eq!((entries.earliest(), entries.frontier()), (None, None));
        [2, 0, 1].into_iter().for_each(|number| entries.put_back(number));
        assert_eq!(listed(&entries)[..5], all);
    }
}
