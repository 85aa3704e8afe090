//! Maps and sets as sorted vectors.
//!
//! Most collections of a run are small, are cloned with every checkpoint, and are walked in order.
//! A sorted vector is best at that, and each kind of it adds a tenth of the code of a B-tree to the
//! page that a reader loads.
use std::iter::Map;
use std::ops::{Bound, Index, RangeBounds};
use std::slice::{Iter, IterMut};

/// Entries of a map, to look at. A type with a name, so that a walk may end in a change of the map.
pub type Entries<'a, K, V> = Map<Iter<'a, (K, V)>, fn(&'a (K, V)) -> (&'a K, &'a V)>;

/// Entries of a map, their values to change.
pub type EntriesMut<'a, K, V> = Map<IterMut<'a, (K, V)>, fn(&'a mut (K, V)) -> (&'a K, &'a mut V)>;

/// A map whose entries stand in the order of their keys.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SortedMap<K, V>(Vec<(K, V)>);

impl<K, V> Default for SortedMap<K, V> {
    fn default() -> Self {
        SortedMap(Vec::new())
    }
}

impl<K: Ord, V> SortedMap<K, V> {
    /// Nothing in it.
    pub const fn new() -> Self {
        SortedMap(Vec::new())
    }

    fn place(&self, key: &K) -> Result<usize, usize> {
        // Keys that grow are put at the end without a search.
        match self.0.last() {
            Some((last, _)) if last < key => Err(self.0.len()),
            _ => self.0.binary_search_by(|(known, _)| known.cmp(key)),
        }
    }

    /// The value of a key.
    pub fn get(&self, key: &K) -> Option<&V> {
        self.place(key).ok().map(|at| &self.0[at].1)
    }

    /// The value of a key, to change.
    pub fn get_mut(&mut self, key: &K) -> Option<&mut V> {
        self.place(key).ok().map(|at| &mut self.0[at].1)
    }

    /// Is the key there?
    pub fn contains_key(&self, key: &K) -> bool {
        self.place(key).is_ok()
    }

    /// Puts a value under a key; the answer is the one that stood there.
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        match self.place(&key) {
            Ok(at) => Some(std::mem::replace(&mut self.0[at].1, value)),
            Err(at) => {
                self.0.insert(at, (key, value));
                None
            }
        }
    }

    /// Takes a key out.
    pub fn remove(&mut self, key: &K) -> Option<V> {
        self.place(key).ok().map(|at| self.0.remove(at).1)
    }

    /// The value of a key; where there is none, one is made first.
    pub fn or_insert_with(&mut self, key: K, make: impl FnOnce() -> V) -> &mut V {
        let at = match self.place(&key) {
            Ok(at) => at,
            Err(at) => {
                self.0.insert(at, (key, make()));
                at
            }
        };
        &mut self.0[at].1
    }

    /// The value of a key; where there is none, this one.
    pub fn or_insert(&mut self, key: K, value: V) -> &mut V {
        self.or_insert_with(key, || value)
    }

    /// The value of a key; where there is none, the default.
    pub fn or_default(&mut self, key: K) -> &mut V
    where
        V: Default,
    {
        self.or_insert_with(key, V::default)
    }

    /// All entries, in the order of their keys.
    pub fn iter(&self) -> Entries<'_, K, V> {
        self.0.iter().map(|(key, value)| (key, value))
    }

    /// All entries, their values to change.
    pub fn iter_mut(&mut self) -> EntriesMut<'_, K, V> {
        self.0.iter_mut().map(|(key, value)| (&*key, value))
    }

    /// All keys, in their order.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &K> + ExactSizeIterator + Clone {
        self.0.iter().map(|(key, _)| key)
    }

    /// All values, in the order of their keys.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &V> + ExactSizeIterator + Clone {
        self.0.iter().map(|(_, value)| value)
    }

    /// All values, to change.
    pub fn values_mut(&mut self) -> impl DoubleEndedIterator<Item = &mut V> {
        self.0.iter_mut().map(|(_, value)| value)
    }

    /// All values, without their keys.
    pub fn into_values(self) -> impl DoubleEndedIterator<Item = V> {
        self.0.into_iter().map(|(_, value)| value)
    }

    /// The entries whose keys lie in a range.
    pub fn range(
        &self,
        range: impl RangeBounds<K>,
    ) -> impl DoubleEndedIterator<Item = (&K, &V)> + ExactSizeIterator {
        let below = |bound: &K, with: bool| {
            self.0.partition_point(|(key, _)| key < bound || with && key == bound)
        };
        let from = match range.start_bound() {
            Bound::Included(key) => below(key, false),
            Bound::Excluded(key) => below(key, true),
            Bound::Unbounded => 0,
        };
        let to = match range.end_bound() {
            Bound::Included(key) => below(key, true),
            Bound::Excluded(key) => below(key, false),
            Bound::Unbounded => self.0.len(),
        };
        self.0[from..to.max(from)].iter().map(|(key, value)| (key, value))
    }

    /// Keeps the entries that a test lets pass.
    pub fn retain(&mut self, mut keep: impl FnMut(&K, &mut V) -> bool) {
        self.0.retain_mut(|(key, value)| keep(key, value));
    }

    /// The entry with the lowest key.
    pub fn first_key_value(&self) -> Option<(&K, &V)> {
        self.0.first().map(|(key, value)| (key, value))
    }

    /// Takes the entry with the lowest key out.
    pub fn pop_first(&mut self) -> Option<(K, V)> {
        (!self.0.is_empty()).then(|| self.0.remove(0))
    }

    /// The entry with the highest key.
    pub fn last_key_value(&self) -> Option<(&K, &V)> {
        self.0.last().map(|(key, value)| (key, value))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Is there nothing in it?
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Takes everything out.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}

impl<K: Ord, V> Index<&K> for SortedMap<K, V> {
    type Output = V;

    fn index(&self, key: &K) -> &V {
        match self.place(key) {
            Ok(at) => &self.0[at].1,
            Err(_) => panic!("the key is not in the map"),
        }
    }
}

impl<K: Ord, V> Extend<(K, V)> for SortedMap<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) {
        for (key, value) in entries {
            self.insert(key, value);
        }
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for SortedMap<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut map = SortedMap::new();
        map.extend(entries);
        map
    }
}

impl<K, V> IntoIterator for SortedMap<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a, K, V> IntoIterator for &'a SortedMap<K, V> {
    type Item = (&'a K, &'a V);
    type IntoIter = Entries<'a, K, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter().map(|(key, value)| (key, value))
    }
}

/// A set whose elements stand in their order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SortedSet<K>(SortedMap<K, ()>);

impl<K> Default for SortedSet<K> {
    fn default() -> Self {
        SortedSet(SortedMap::default())
    }
}

impl<K: Ord> SortedSet<K> {
    /// Nothing in it.
    pub const fn new() -> Self {
        SortedSet(SortedMap::new())
    }

    /// Puts an element in; was it new?
    pub fn insert(&mut self, element: K) -> bool {
        self.0.insert(element, ()).is_none()
    }

    /// Takes an element out; was it there?
    pub fn remove(&mut self, element: &K) -> bool {
        self.0.remove(element).is_some()
    }

    /// Is it there?
    pub fn contains(&self, element: &K) -> bool {
        self.0.contains_key(element)
    }

    /// All elements, in their order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &K> + ExactSizeIterator + Clone {
        self.0.keys()
    }

    /// Are all elements in another set?
    pub fn is_subset(&self, other: &SortedSet<K>) -> bool {
        self.iter().all(|element| other.contains(element))
    }

    /// Keeps the elements that a test lets pass.
    pub fn retain(&mut self, mut keep: impl FnMut(&K) -> bool) {
        self.0.retain(|element, ()| keep(element));
    }

    /// The lowest element.
    pub fn first(&self) -> Option<&K> {
        self.0.first_key_value().map(|(element, ())| element)
    }

    /// The highest element.
    pub fn last(&self) -> Option<&K> {
        self.0.last_key_value().map(|(element, ())| element)
    }

    /// Takes the lowest element out.
    pub fn pop_first(&mut self) -> Option<K> {
        self.0.pop_first().map(|(element, ())| element)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Is there nothing in it?
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Takes everything out.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}

impl<K: Ord> Extend<K> for SortedSet<K> {
    fn extend<I: IntoIterator<Item = K>>(&mut self, elements: I) {
        self.0.extend(elements.into_iter().map(|element| (element, ())));
    }
}

impl<K: Ord> FromIterator<K> for SortedSet<K> {
    fn from_iter<I: IntoIterator<Item = K>>(elements: I) -> Self {
        SortedSet(elements.into_iter().map(|element| (element, ())).collect())
    }
}

impl<K> IntoIterator for SortedSet<K> {
    type Item = K;
    type IntoIter = Map<std::vec::IntoIter<(K, ())>, fn((K, ())) -> K>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter().map(|(element, ())| element)
    }
}

impl<'a, K> IntoIterator for &'a SortedSet<K> {
    type Item = &'a K;
    type IntoIter = Map<Iter<'a, (K, ())>, fn(&'a (K, ())) -> &'a K>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.0.iter().map(|(element, ())| element)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::{Draws, Purpose};
    use std::collections::BTreeMap;

    #[test]
    fn it_is_the_same_as_a_tree() {
        let (mut map, mut tree) = (SortedMap::new(), BTreeMap::new());
        let mut draws = Draws::new(7, Purpose::Swarm, 0);
        for _ in 0..2_000 {
            let (key, value) = (draws.below(40), draws.below(1_000));
            match draws.below(4) {
                0 => assert_eq!(map.remove(&key), tree.remove(&key)),
                1 => {
                    *map.or_default(key) += value;
                    *tree.entry(key).or_default() += value;
                }
                _ => assert_eq!(map.insert(key, value), tree.insert(key, value)),
            }
            assert!(map.iter().eq(tree.iter()) && map.len() == tree.len());
            let (low, high) = (key.saturating_sub(9), key);
            assert!(map.range(low..high).eq(tree.range(low..high)));
            assert!(map.range(..=high).eq(tree.range(..=high)));
            assert_eq!(map.first_key_value(), tree.first_key_value());
            assert_eq!(map.last_key_value(), tree.last_key_value());
        }
    }
}
