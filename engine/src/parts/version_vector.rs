//! Which versions somebody has seen: an exact set of dots, in the compact form of a vector.
//!
//! After Parker and others, "Detection of Mutual Inconsistency in Distributed Systems" (IEEE TSE,
//! 1983), for vectors; Malkhi and Terry, "Concise Version Vectors in WinFS" (DISC 2005), for what
//! lies beyond a gap; and Preguiça and others, "Dotted Version Vectors" (arXiv:1011.5808, 2010),
//! for telling one version by its dot alone.
use crate::kernel::{Place, SortedMap, SortedSet};

/// Names one version: the nth that a node has made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Dot {
    /// Who made it.
    pub by: Place,
    /// Counted from 1.
    pub nth: u64,
}

/// An exact set of dots: for each node all up to one, and single ones beyond a gap.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VersionVector {
    upto: SortedMap<Place, u64>,
    beyond: SortedSet<Dot>,
}

impl VersionVector {
    /// Is this version among them?
    pub fn contains(&self, dot: Dot) -> bool {
        dot.nth <= self.reach(dot.by) || self.beyond.contains(&dot)
    }

    /// One more. Was it new?
    pub fn insert(&mut self, dot: Dot) -> bool {
        let new = !self.contains(dot);
        if new {
            self.beyond.insert(dot);
            self.close_gap(dot.by);
        }
        new
    }

    /// With one more.
    #[must_use]
    pub fn with(mut self, dot: Dot) -> VersionVector {
        self.insert(dot);
        self
    }

    /// All that either contains. Was any of it new?
    pub fn join(&mut self, other: &VersionVector) -> bool {
        let mut new = false;
        for (by, nth) in &other.upto {
            if *nth > self.reach(*by) {
                self.upto.insert(*by, *nth);
                self.beyond.retain(|dot| dot.by != *by || dot.nth > *nth);
                self.close_gap(*by);
                new = true;
            }
        }
        other.beyond.iter().fold(new, |new, dot| self.insert(*dot) | new)
    }

    /// Does it contain all that the other one does?
    pub fn descends(&self, other: &VersionVector) -> bool {
        other.upto.iter().all(|(by, nth)| *nth <= self.reach(*by))
            && other.beyond.iter().all(|dot| self.contains(*dot))
    }

    /// The number of the newest version by a node that is among them; 0 if there is none.
    pub fn newest(&self, by: Place) -> u64 {
        let mut beyond = self.beyond.iter().rev();
        let last = beyond.find(|dot| dot.by == by).map_or(0, |dot| dot.nth);
        last.max(self.reach(by))
    }

    /// The pairs of node and number of which it is written down.
    pub fn pairs(&self) -> impl Iterator<Item = Dot> {
        let upto = self.upto.iter().map(|(by, nth)| Dot { by: *by, nth: *nth });
        upto.chain(self.beyond.iter().copied())
    }

    /// As words that [`VersionVector::from_words`] reads back.
    pub fn words(&self) -> Vec<u64> {
        let whole = self.upto.len() as u64;
        let pairs = self.pairs().flat_map(|dot| [dot.by.0.into(), dot.nth]);
        std::iter::once(whole).chain(pairs).collect()
    }

    /// Reads it back; what is not well-formed is left out.
    pub fn from_words(words: &[u64]) -> VersionVector {
        let Some((whole, pairs)) = words.split_first() else { return VersionVector::default() };
        let mut read = VersionVector::default();
        for (at, pair) in (0..).zip(pairs.chunks_exact(2)) {
            let dot = Dot { by: Place(pair[0] as u16), nth: pair[1] };
            match at < *whole {
                true => read.upto.insert(dot.by, dot.nth).is_none(),
                false => read.insert(dot),
            };
        }
        read
    }

    /// All versions of a node up to this one are among them.
    fn reach(&self, by: Place) -> u64 {
        self.upto.get(&by).copied().unwrap_or_default()
    }

    fn close_gap(&mut self, by: Place) {
        let mut nth = self.reach(by);
        while self.beyond.remove(&Dot { by, nth: nth + 1 }) {
            nth += 1;
        }
        if nth > 0 {
            self.upto.insert(by, nth);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::{Draws, Purpose};
    use std::collections::BTreeSet;

    fn dot(by: u16, nth: u64) -> Dot {
        Dot { by: Place(by), nth }
    }

    fn vector(dots: &[(u16, u64)]) -> VersionVector {
        dots.iter().fold(VersionVector::default(), |seen, (by, nth)| seen.with(dot(*by, *nth)))
    }

    #[test]
    fn a_gap_is_remembered_until_it_is_filled() {
        let mut seen = vector(&[(0, 1), (0, 3)]);
        assert!(seen.contains(dot(0, 3)) && !seen.contains(dot(0, 2)));
        assert_eq!(seen.newest(Place(0)), 3);
        assert!(seen.insert(dot(0, 2)) && !seen.insert(dot(0, 2)));
        assert_eq!(seen.pairs().collect::<Vec<_>>(), [dot(0, 3)]);
    }

    #[test]
    fn one_descends_from_another_or_they_are_concurrent() {
        let (old, left, right) =
            (vector(&[(0, 1)]), vector(&[(0, 1), (1, 1)]), vector(&[(0, 1), (2, 1)]));
        assert!(left.descends(&old) && !old.descends(&left));
        assert!(!left.descends(&right) && !right.descends(&left));
        assert!(!vector(&[(0, 2)]).descends(&old), "the second without the first");
    }

    /// Against the plainest possible set.
    #[test]
    fn it_is_a_set_of_dots() {
        for seed in 0..300 {
            let mut draws = Draws::new(seed, Purpose::Swarm, 0);
            let mut sets = [BTreeSet::new(), BTreeSet::new()];
            let mut vectors = [VersionVector::default(), VersionVector::default()];
            for _ in 0..draws.below(20) {
                let (at, by) = (draws.below(2) as usize, draws.below(3) as u16);
                let new = dot(by, 1 + draws.below(6));
                assert_eq!(sets[at].insert(new), vectors[at].insert(new));
            }
            assert_eq!(vectors[0].descends(&vectors[1]), sets[0].is_superset(&sets[1]));
            let changes = !sets[0].is_superset(&sets[1]);
            let other = vectors[1].clone();
            assert_eq!(vectors[0].join(&other), changes);
            sets[0] = sets[0].union(&sets[1]).copied().collect();
            for by in 0..3 {
                assert!((1..8).all(|nth| {
                    let dot = dot(by, nth);
                    vectors[0].contains(dot) == sets[0].contains(&dot)
                }));
            }
            let whole = sets[0].iter().fold(VersionVector::default(), |all, d| all.with(*d));
            assert_eq!(whole, vectors[0], "one set has one form");
            assert_eq!(VersionVector::from_words(&whole.words()), whole);
        }
    }
}
