//! Names of hosts, services and nodes, and small sets of them.
use std::marker::PhantomData;

/// A machine: it has clocks and links, and carries nodes of one or more services.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HostId(pub u16);

/// One mechanism at work: a block of nodes that talk to each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ServiceId(pub u8);

/// Where a node stands in its service, counted from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place(pub u16);

/// A participant of one service.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId {
    /// Of which service.
    pub service: ServiceId,
    /// Where in it.
    pub place: Place,
}

impl HostId {
    /// Position in tables with one entry per host.
    pub fn index(self) -> usize {
        self.0.into()
    }
}

impl ServiceId {
    /// Position in tables with one entry per service.
    pub fn index(self) -> usize {
        self.0.into()
    }
}

impl Place {
    /// Position in tables with one entry per node of a service.
    pub fn index(self) -> usize {
        self.0.into()
    }
}

impl NodeId {
    /// A node by the numbers of its service and its place.
    pub const fn new(service: u8, place: u16) -> NodeId {
        NodeId { service: ServiceId(service), place: Place(place) }
    }

    /// Position in tables with one entry per node of its service.
    pub fn index(self) -> usize {
        self.place.index()
    }

    /// Another node of the same service.
    pub fn peer(self, place: Place) -> NodeId {
        NodeId { place, ..self }
    }
}

/// What can be a member of a small set.
pub trait Numbered: Copy {
    /// Its number.
    fn number(self) -> u16;
    /// The one with this number.
    fn numbered(number: u16) -> Self;
}

impl Numbered for Place {
    fn number(self) -> u16 {
        self.0
    }
    fn numbered(number: u16) -> Place {
        Place(number)
    }
}

impl Numbered for HostId {
    fn number(self) -> u16 {
        self.0
    }
    fn numbered(number: u16) -> HostId {
        HostId(number)
    }
}

/// A set of things numbered from 0 to 63.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SmallSet<T>(pub u64, PhantomData<T>);

/// A set of nodes of one service.
pub type NodeSet = SmallSet<Place>;
/// A set of hosts.
pub type HostSet = SmallSet<HostId>;

impl<T: Numbered> SmallSet<T> {
    /// No member.
    pub const EMPTY: SmallSet<T> = SmallSet(0, PhantomData);
    /// No number may be as high as this.
    pub const LIMIT: u16 = 64;

    /// The members whose bit is set.
    pub const fn from_bits(bits: u64) -> SmallSet<T> {
        SmallSet(bits, PhantomData)
    }

    /// Those numbered 0 to `count - 1`.
    pub const fn first(count: u16) -> SmallSet<T> {
        SmallSet::from_bits(if count >= Self::LIMIT { u64::MAX } else { (1 << count) - 1 })
    }

    /// With one more; numbers beyond the limit are left out.
    #[must_use]
    pub fn with(self, member: T) -> SmallSet<T> {
        SmallSet::from_bits(self.0 | bit(member))
    }

    /// Without one.
    #[must_use]
    pub fn without(self, member: T) -> SmallSet<T> {
        SmallSet::from_bits(self.0 & !bit(member))
    }

    /// Those in either.
    #[must_use]
    pub fn or(self, other: SmallSet<T>) -> SmallSet<T> {
        SmallSet::from_bits(self.0 | other.0)
    }

    /// Those in both.
    #[must_use]
    pub fn and(self, other: SmallSet<T>) -> SmallSet<T> {
        SmallSet::from_bits(self.0 & other.0)
    }

    /// Those in this one and not in the other.
    #[must_use]
    pub fn minus(self, other: SmallSet<T>) -> SmallSet<T> {
        SmallSet::from_bits(self.0 & !other.0)
    }

    /// Is it a member?
    pub fn contains(self, member: T) -> bool {
        self.0 & bit(member) != 0
    }

    /// How many.
    pub fn len(self) -> u16 {
        self.0.count_ones() as u16
    }

    /// None at all?
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The members in ascending order.
    pub fn iter(self) -> impl Iterator<Item = T> + Clone {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let number = rest.trailing_zeros();
            rest &= rest.wrapping_sub(1);
            (number < 64).then(|| T::numbered(number as u16))
        })
    }
}

fn bit<T: Numbered>(member: T) -> u64 {
    1_u64.checked_shl(member.number().into()).unwrap_or(0)
}

impl<T: Numbered> FromIterator<T> for SmallSet<T> {
    fn from_iter<I: IntoIterator<Item = T>>(members: I) -> SmallSet<T> {
        members.into_iter().fold(SmallSet::EMPTY, SmallSet::with)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_lists_its_places_in_order() {
        let set: NodeSet = [63, 0, 5].map(Place).into_iter().collect();
        assert_eq!(set.iter().map(|p| p.0).collect::<Vec<_>>(), [0, 5, 63]);
        assert_eq!((set.len(), set.contains(Place(5)), set.contains(Place(6))), (3, true, false));
        assert_eq!(NodeSet::first(64).len(), 64);
        assert_eq!(set.without(Place(5)).len(), 2);
        assert_eq!(set.minus(NodeSet::first(6)).len(), 1);
        assert_eq!(NodeSet::EMPTY.with(Place(64)), NodeSet::EMPTY);
    }
}
