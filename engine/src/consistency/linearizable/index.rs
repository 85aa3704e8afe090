//! A hash table that tells which of the things met so far this one is.
//!
//! Numbers are given in order of arrival, so nothing depends on the order of a map.

const EMPTY: u32 = u32::MAX;

/// Numbers, found by hash; what they stand for is kept elsewhere.
#[derive(Clone, Debug)]
pub(super) struct Index {
    slots: Vec<u32>,
    hashes: Vec<u64>,
}

impl Index {
    pub(super) fn new() -> Index {
        Index { slots: vec![EMPTY; 64], hashes: Vec::new() }
    }

    pub(super) fn len(&self) -> usize {
        self.hashes.len()
    }

    /// The number with this hash that `is_same`, if there is one.
    pub(super) fn find(&self, hash: u64, is_same: impl Fn(usize) -> bool) -> Option<usize> {
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        while self.slots[slot] != EMPTY {
            let number = self.slots[slot] as usize;
            if self.hashes[number] == hash && is_same(number) {
                return Some(number);
            }
            slot = (slot + 1) & mask;
        }
        None
    }

    /// Takes in one that was not found; numbers count up from 0.
    pub(super) fn add(&mut self, hash: u64) -> usize {
        if (self.hashes.len() + 1) * 2 > self.slots.len() {
            self.slots = vec![EMPTY; self.slots.len() * 2];
            (0..self.hashes.len()).for_each(|number| self.place(number));
        }
        self.hashes.push(hash);
        self.place(self.hashes.len() - 1);
        self.hashes.len() - 1
    }

    fn place(&mut self, number: usize) {
        let mask = self.slots.len() - 1;
        let mut slot = self.hashes[number] as usize & mask;
        while self.slots[slot] != EMPTY {
            slot = (slot + 1) & mask;
        }
        self.slots[slot] = number as u32;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_added_is_found_again_even_when_hashes_collide() {
        let mut index = Index::new();
        for thing in 0..1_000_usize {
            let hash = thing as u64 % 7;
            assert_eq!(index.find(hash, |number| number == thing), None);
            assert_eq!(index.add(hash), thing);
        }
        assert!((0..1_000).all(|thing| index.find(thing as u64 % 7, |n| n == thing).is_some()));
        assert_eq!(index.len(), 1_000);
    }
}
