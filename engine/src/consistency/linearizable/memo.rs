//! The configurations already explored: two ways to the same one lead to the same end.
//!
//! Lowe, "Testing for linearizability" (2017), section 3.
use super::index::Index;
use crate::kernel::digest;

/// A set of configurations, each a few words, laid end to end.
#[derive(Clone, Debug)]
pub(super) struct Memo {
    index: Index,
    words: Vec<u64>,
    ends: Vec<usize>,
}

impl Memo {
    pub(super) fn new() -> Memo {
        Memo { index: Index::new(), words: Vec::new(), ends: vec![0] }
    }

    /// Takes it in; false if it was there.
    pub(super) fn insert(&mut self, configuration: &[u64]) -> bool {
        let hash = digest(configuration);
        let is_same =
            |number| self.words[self.ends[number]..self.ends[number + 1]] == *configuration;
        if self.index.find(hash, is_same).is_some() {
            return false;
        }
        self.index.add(hash);
        self.words.extend_from_slice(configuration);
        self.ends.push(self.words.len());
        true
    }

    pub(super) fn len(&self) -> usize {
        self.index.len()
    }

    /// Memory taken, in words of eight bytes.
    pub(super) fn weight(&self) -> usize {
        self.words.len() + 4 * self.ends.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_configuration_is_new_once() {
        let mut memo = Memo::new();
        assert!(memo.insert(&[1, 2]) && memo.insert(&[1]) && memo.insert(&[2, 1]));
        assert!(!memo.insert(&[1, 2]) && !memo.insert(&[1]));
        assert_eq!((memo.len(), memo.words.len()), (3, 5));
    }
}
