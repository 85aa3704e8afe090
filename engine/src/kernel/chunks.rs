//! A list that grows at its end and is cheap to copy: full chunks are shared between copies.
use std::hash::{Hash, Hasher};
use std::rc::Rc;

const CHUNK: usize = 64;

/// Checkpoints of a long run share what they have in common.
#[derive(Debug)]
pub struct Chunks<T> {
    chunks: Vec<Rc<Vec<T>>>,
    len: usize,
}

impl<T> Clone for Chunks<T> {
    fn clone(&self) -> Chunks<T> {
        Chunks { chunks: self.chunks.clone(), len: self.len }
    }
}

impl<T> Default for Chunks<T> {
    fn default() -> Chunks<T> {
        Chunks { chunks: Vec::new(), len: 0 }
    }
}

impl<T> Chunks<T> {
    /// How many items.
    pub fn len(&self) -> usize {
        self.len
    }

    /// None yet?
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The item at a position, counted from 0.
    pub fn get(&self, at: usize) -> Option<&T> {
        self.chunks.get(at / CHUNK)?.get(at % CHUNK)
    }

    /// The last item.
    pub fn last(&self) -> Option<&T> {
        self.get(self.len.checked_sub(1)?)
    }

    /// All items in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> + Clone {
        self.chunks.iter().flat_map(|chunk| chunk.iter())
    }

    /// The items from a position on.
    pub fn from(&self, start: usize) -> impl Iterator<Item = &T> + Clone {
        let chunks = self.chunks.iter().skip(start / CHUNK);
        chunks.flat_map(|chunk| chunk.iter()).skip(start % CHUNK)
    }
}

impl<T: Clone> Chunks<T> {
    /// One more at the end.
    pub fn push(&mut self, item: T) {
        if self.len.is_multiple_of(CHUNK) {
            self.chunks.push(Rc::new(Vec::with_capacity(CHUNK)));
        }
        if let Some(chunk) = self.chunks.last_mut() {
            Rc::make_mut(chunk).push(item);
        }
        self.len += 1;
    }

    /// Keeps the first `len` items.
    pub fn truncate(&mut self, len: usize) {
        if len >= self.len {
            return;
        }
        self.chunks.truncate(len.div_ceil(CHUNK));
        if let Some(chunk) = self.chunks.last_mut()
            && !len.is_multiple_of(CHUNK)
        {
            Rc::make_mut(chunk).truncate(len % CHUNK);
        }
        self.len = len;
    }
}

impl<T: Clone> Extend<T> for Chunks<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, items: I) {
        items.into_iter().for_each(|item| self.push(item));
    }
}

impl<T: Clone> FromIterator<T> for Chunks<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Chunks<T> {
        let mut chunks = Chunks::default();
        chunks.extend(items);
        chunks
    }
}

impl<T: PartialEq> PartialEq for Chunks<T> {
    fn eq(&self, other: &Chunks<T>) -> bool {
        self.len == other.len && self.iter().eq(other.iter())
    }
}

impl<T: Hash> Hash for Chunks<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.len.hash(state);
        self.iter().for_each(|item| item.hash(state));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn behaves_like_a_vector() {
        for len in [0, 1, 63, 64, 65, 200] {
            let list: Chunks<usize> = (0..len).collect();
            for keep in [0, 1, 63, 64, 65, 128, 199] {
                let mut short = list.clone();
                short.truncate(keep);
                let mut plain: Vec<usize> = (0..len).collect();
                plain.truncate(keep);
                short.push(9);
                plain.push(9);
                assert!(short.iter().eq(plain.iter()), "{len} cut to {keep}");
                assert_eq!(short.last(), Some(&9));
                assert!(short.from(keep / 2).eq(plain.iter().skip(keep / 2)));
            }
        }
    }

    #[test]
    fn a_copy_does_not_see_later_changes() {
        let mut list: Chunks<u8> = (0..70).collect();
        let copy = list.clone();
        list.truncate(3);
        assert_eq!((copy.len(), copy.get(69)), (70, Some(&69)));
    }
}
