//! What a proof of freshness assumes, and in which worlds it therefore proves anything.
use crate::evidence::Assumption;
use crate::kernel::sort_by_key;

/// The assumptions, in the order of their numbers.
pub(in crate::guarantees) const ASSUMPTIONS: [Assumption; 4] = [
    Assumption::DriftWithinBound,
    Assumption::HonestFlush,
    Assumption::ClockWithinClaim,
    Assumption::CrashOnly,
];

/// The word for a proof that rests on this assumption alone.
pub(in crate::guarantees) const fn word(assumption: Assumption) -> &'static str {
    match assumption {
        Assumption::DriftWithinBound => "lease",
        Assumption::HonestFlush => "flush",
        Assumption::ClockWithinClaim => "true time",
        Assumption::CrashOnly => "crash only",
    }
}

/// A set of assumptions: what a proof of freshness rests on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Premises(pub(super) u8);

/// So many assumptions fit, and so many worlds: one for each set of assumptions that may be broken.
const ASSUMPTIONS_MAX: usize = 8;
const WORLDS: usize = 1 << ASSUMPTIONS_MAX;

impl Premises {
    /// No assumption: a round of questions to a quorum.
    pub const NONE: Premises = Premises(0);
    /// A lease: no clock drifts beyond the bound.
    pub const LEASE: Premises = Premises::of(&[Assumption::DriftWithinBound]);
    /// Intervals of time: true time lies inside.
    pub const TRUE_TIME: Premises = Premises::of(&[Assumption::ClockWithinClaim]);

    /// These assumptions, as evidence cards list them.
    pub const fn of(assumptions: &[Assumption]) -> Premises {
        let (mut bits, mut nth) = (0, 0);
        while nth < assumptions.len() {
            let number = assumptions[nth] as usize;
            assert!(number < ASSUMPTIONS_MAX, "there are more assumptions than worlds have bits");
            bits |= 1 << number;
            nth += 1;
        }
        Premises(bits)
    }

    /// Those of either.
    #[must_use]
    pub const fn and(self, other: Premises) -> Premises {
        Premises(self.0 | other.0)
    }

    /// Is it assumed?
    pub const fn contain(self, assumption: Assumption) -> bool {
        self.0 & 1 << assumption as u8 != 0
    }

    /// All sets of assumptions, those with fewer first.
    pub(super) fn every() -> impl Iterator<Item = Premises> {
        let known = 1_u8 << ASSUMPTIONS.len();
        let mut all: Vec<Premises> = (0..known).map(Premises).collect();
        sort_by_key(&mut all, |premises| (premises.0.count_ones(), premises.0));
        all.into_iter()
    }
}

/// A set of worlds. A world is the set of the assumptions that are broken in it; who stands firm in
/// a world stands firm where less is broken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Worlds([u64; WORLDS / 64]);

impl Worlds {
    pub(super) const NONE: Worlds = Worlds([0; WORLDS / 64]);

    /// Those in which none of these assumptions is broken.
    pub(super) const fn where_hold(premises: Premises) -> Worlds {
        let mut worlds = Worlds::NONE;
        let mut broken = 0;
        while broken < WORLDS {
            if broken & premises.0 as usize == 0 {
                worlds.0[broken / 64] |= 1 << (broken % 64);
            }
            broken += 1;
        }
        worlds
    }

    pub(super) const fn is_none(self) -> bool {
        self.contains(Worlds::NONE) && Worlds::NONE.contains(self)
    }

    pub(super) const fn or(self, other: Worlds) -> Worlds {
        let mut worlds = self;
        let mut nth = 0;
        while nth < worlds.0.len() {
            worlds.0[nth] |= other.0[nth];
            nth += 1;
        }
        worlds
    }

    pub(super) const fn and(self, other: Worlds) -> Worlds {
        let mut worlds = self;
        let mut nth = 0;
        while nth < worlds.0.len() {
            worlds.0[nth] &= other.0[nth];
            nth += 1;
        }
        worlds
    }

    pub(super) const fn contains(self, other: Worlds) -> bool {
        let mut nth = 0;
        while nth < self.0.len() {
            if self.0[nth] & other.0[nth] != other.0[nth] {
                return false;
            }
            nth += 1;
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn assumptions_stand_in_the_order_of_their_numbers() {
        for (number, assumption) in ASSUMPTIONS.into_iter().enumerate() {
            assert_eq!(assumption as usize, number);
            assert!(Premises::of(&[assumption]).contain(assumption));
        }
    }

    #[test]
    fn fewer_assumptions_hold_in_more_worlds() {
        let worlds = Worlds::where_hold;
        let both = Premises::LEASE.and(Premises::TRUE_TIME);
        assert!(worlds(Premises::NONE).contains(worlds(Premises::LEASE)));
        assert_eq!(worlds(both), worlds(Premises::LEASE).and(worlds(Premises::TRUE_TIME)));
        assert!(!worlds(both).is_none() && Worlds::NONE.is_none());
    }
}
