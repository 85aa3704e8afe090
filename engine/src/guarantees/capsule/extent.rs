//! What a capsule is about: a set of keys, in a region, for a tenant.
use super::{Region, Tenant};
use crate::kernel::SortedSet;

/// A set of keys.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Keys<K> {
    /// All that there are.
    Every,
    /// Those from the first on, up to but without the second.
    Range(K, K),
    /// These.
    Some(SortedSet<K>),
}

/// What a promise is about. Without a region or tenant it is about all of them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Extent<K> {
    /// Which keys.
    pub keys: Keys<K>,
    /// Where.
    pub region: Option<Region>,
    /// For whom.
    pub tenant: Option<Tenant>,
}

impl<K: Ord + Clone> Keys<K> {
    /// None at all?
    pub fn is_empty(&self) -> bool {
        match self {
            Keys::Every => false,
            Keys::Range(from, until) => from >= until,
            Keys::Some(keys) => keys.is_empty(),
        }
    }

    /// Is it one of them?
    pub fn contains(&self, key: &K) -> bool {
        match self {
            Keys::Every => true,
            Keys::Range(from, until) => from <= key && key < until,
            Keys::Some(keys) => keys.contains(key),
        }
    }

    /// Are all of the others among them? A range is not known to be among listed keys, nor all
    /// keys to be among fewer.
    pub fn cover(&self, others: &Keys<K>) -> bool {
        match (self, others) {
            (Keys::Every, _) => true,
            (_, others) if others.is_empty() => true,
            (Keys::Range(from, until), Keys::Range(start, end)) => from <= start && end <= until,
            (_, Keys::Some(keys)) => keys.iter().all(|key| self.contains(key)),
            _ => false,
        }
    }

    /// Those in both.
    #[must_use]
    pub fn meet(&self, other: &Keys<K>) -> Keys<K> {
        match (self, other) {
            (Keys::Every, keys) | (keys, Keys::Every) => keys.clone(),
            (Keys::Some(keys), rest) | (rest, Keys::Some(keys)) => {
                Keys::Some(keys.iter().filter(|key| rest.contains(key)).cloned().collect())
            }
            (Keys::Range(from, until), Keys::Range(start, end)) => {
                Keys::Range(from.max(start).clone(), until.min(end).clone())
            }
        }
    }
}

impl<K: Ord + Clone> Extent<K> {
    /// Everything, everywhere, for everybody.
    pub const EVERYTHING: Extent<K> = Extent { keys: Keys::Every, region: None, tenant: None };

    /// No key at all? Then nothing is promised.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// Is all of the other inside?
    pub fn cover(&self, other: &Extent<K>) -> bool {
        self.keys.cover(&other.keys)
            && (self.region.is_none() || self.region == other.region)
            && (self.tenant.is_none() || self.tenant == other.tenant)
    }

    /// What lies in both; none if that is nothing.
    pub fn meet(&self, other: &Extent<K>) -> Option<Extent<K>> {
        let keys = self.keys.meet(&other.keys);
        let region = narrower(&self.region, &other.region)?;
        let tenant = narrower(&self.tenant, &other.tenant)?;
        (!keys.is_empty()).then_some(Extent { keys, region, tenant })
    }
}

/// The one that both can agree on, if there is one.
fn narrower<T: Clone + PartialEq>(one: &Option<T>, other: &Option<T>) -> Option<Option<T>> {
    match (one, other) {
        (None, either) | (either, None) => Some(either.clone()),
        (Some(one), Some(other)) => (one == other).then(|| Some(one.clone())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn some(keys: &[u32]) -> Keys<u32> {
        Keys::Some(keys.iter().copied().collect())
    }

    #[test]
    fn sets_of_keys_meet_and_cover_as_sets_do() {
        let sets = [
            Keys::Every,
            Keys::Range(2, 6),
            Keys::Range(4, 9),
            Keys::Range(5, 5),
            some(&[3, 5]),
            some(&[5, 8]),
            some(&[]),
        ];
        for a in &sets {
            for b in &sets {
                let meet = a.meet(b);
                assert!((0..12).all(|k| meet.contains(&k) == (a.contains(&k) && b.contains(&k))));
                assert!(a.cover(&meet) && b.cover(&meet), "{a:?} {b:?}");
                assert_eq!(a.meet(b).is_empty(), b.meet(a).is_empty());
                let is_inside = (0..12).all(|k| a.contains(&k) || !b.contains(&k));
                assert!(!a.cover(b) || is_inside);
            }
        }
        assert!(
            Keys::Range(2, 6).cover(&some(&[3, 5])) && !some(&[3, 5]).cover(&Keys::Range(3, 4))
        );
    }

    #[test]
    fn an_extent_is_of_one_tenant_or_of_all() {
        let of = |tenant| Extent { tenant, ..Extent::<u32>::EVERYTHING };
        let (a, b) = (Some(Tenant("a".into())), Some(Tenant("b".into())));
        assert!(of(None).cover(&of(a.clone())) && !of(a.clone()).cover(&of(None)));
        assert_eq!(of(None).meet(&of(a.clone())), Some(of(a.clone())));
        assert_eq!(of(a.clone()).meet(&of(b)), None);
        let keys = |keys| Extent { keys, ..of(None) };
        assert_eq!(keys(some(&[1])).meet(&keys(some(&[2]))), None);
    }
}
