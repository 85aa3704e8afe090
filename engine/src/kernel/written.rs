//! Sorted maps as files write them.
use super::SortedMap;
use serde::ser::{Serialize, Serializer};

impl<K: Serialize + Ord, V: Serialize> Serialize for SortedMap<K, V> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.iter())
    }
}
