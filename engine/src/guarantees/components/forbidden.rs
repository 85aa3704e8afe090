//! A promise as the set of phenomena that it rules out.
//!
//! Stronger is more; what two promises share is their intersection, and both together are their
//! union: a distributive lattice, in which every claim can be refuted by showing a run.
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

/// Something that can be seen to go wrong.
pub trait Phenomenon: Copy + Eq + fmt::Debug + 'static {
    /// What the component is called whose phenomena these are.
    const COMPONENT: &'static str;
    /// Every phenomenon, in the order of its number.
    const ALL: &'static [Self];
    /// For each phenomenon, by number, the bits of those that are cases of it.
    const CASES: &'static [u16];
    /// The promises that have a name, weakest first. Readers are shown the first of equals.
    const NAMED: &'static [(&'static str, Forbidden<Self>)];
    /// The names of those that readers are shown first.
    const SHOWN: &'static [&'static str];

    /// Its number.
    fn number(self) -> u16;

    /// Its textbook name in lower case, hyphens instead of spaces.
    fn name(self) -> &'static str;
}

/// A set of phenomena that shall not occur, closed: who rules out a phenomenon rules out its cases.
pub struct Forbidden<P>(u16, PhantomData<P>);

impl<P: Phenomenon> Forbidden<P> {
    /// Rules out nothing.
    pub const NOTHING: Forbidden<P> = Forbidden(0, PhantomData);
    /// Rules out everything.
    pub const EVERYTHING: Forbidden<P> =
        Forbidden::closure(u16::MAX >> (u16::BITS as usize - P::ALL.len()));

    /// Rules out these, given as bits by number, and their cases.
    pub(super) const fn closure(bits: u16) -> Forbidden<P> {
        let (mut closed, mut before) = (bits, 0);
        while closed != before {
            before = closed;
            let mut number = 0;
            while number < P::CASES.len() {
                if closed & 1 << number != 0 {
                    closed |= P::CASES[number];
                }
                number += 1;
            }
        }
        Forbidden(closed, PhantomData)
    }

    /// With one more phenomenon ruled out, and its cases.
    #[must_use]
    pub fn and(self, phenomenon: P) -> Forbidden<P> {
        Forbidden::closure(self.0 | 1 << phenomenon.number())
    }

    /// Is it ruled out?
    pub fn forbids(self, phenomenon: P) -> bool {
        self.0 & 1 << phenomenon.number() != 0
    }

    /// What is ruled out, in the order of the numbers.
    pub fn iter(self) -> impl Iterator<Item = P> {
        P::ALL.iter().copied().filter(move |phenomenon| self.forbids(*phenomenon))
    }

    /// What both promise.
    #[must_use]
    pub const fn meet(self, other: Forbidden<P>) -> Forbidden<P> {
        Forbidden(self.0 & other.0, PhantomData)
    }

    /// What the two promise together.
    #[must_use]
    pub const fn join(self, other: Forbidden<P>) -> Forbidden<P> {
        Forbidden(self.0 | other.0, PhantomData)
    }

    /// Does this rule out all that the other does?
    pub const fn at_least(self, other: Forbidden<P>) -> bool {
        self.0 & other.0 == other.0
    }

    /// The promise of this name.
    pub fn named(name: &str) -> Option<Forbidden<P>> {
        P::NAMED.iter().find(|(known, _)| *known == name).map(|(_, promise)| *promise)
    }

    /// What it is called, if it has a name.
    pub fn name(self) -> Option<&'static str> {
        P::NAMED.iter().find(|(_, promise)| *promise == self).map(|(name, _)| *name)
    }
}

impl<P> Clone for Forbidden<P> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<P> Copy for Forbidden<P> {}

impl<P> PartialEq for Forbidden<P> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<P> Eq for Forbidden<P> {}

impl<P> Hash for Forbidden<P> {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        self.0.hash(hasher);
    }
}

impl<P: Phenomenon> Default for Forbidden<P> {
    fn default() -> Self {
        Forbidden::NOTHING
    }
}

/// Stronger is greater; many promises cannot be compared.
impl<P: Phenomenon> PartialOrd for Forbidden<P> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        match (self.at_least(*other), other.at_least(*self)) {
            (true, true) => Some(Ordering::Equal),
            (true, false) => Some(Ordering::Greater),
            (false, true) => Some(Ordering::Less),
            (false, false) => None,
        }
    }
}

/// Its name; else the strongest names below it and the phenomena they leave out, as in
/// `RYW+MR+!new-old-inversion`.
impl<P: Phenomenon> fmt::Display for Forbidden<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(name) = self.name() {
            return write!(f, "{name}");
        }
        let below = |promise: Forbidden<P>| promise != Forbidden::NOTHING && self.at_least(promise);
        let names: Vec<_> = P::NAMED.iter().filter(|(_, promise)| below(*promise)).collect();
        let is_covered = |one: &Forbidden<P>| names.iter().any(|(_, other)| other > one);
        let mut said = Forbidden::NOTHING;
        let mut separator = "";
        for (name, promise) in names.iter().filter(|(_, promise)| !is_covered(promise)) {
            if said.at_least(*promise) {
                continue;
            }
            write!(f, "{separator}{name}")?;
            (said, separator) = (said.join(*promise), "+");
        }
        // The widest first, so that its cases need not be said.
        for phenomenon in P::ALL.iter().rev().filter(|phenomenon| self.forbids(**phenomenon)) {
            if !said.forbids(*phenomenon) {
                write!(f, "{separator}!{}", phenomenon.name())?;
                (said, separator) = (said.and(*phenomenon), "+");
            }
        }
        Ok(())
    }
}

impl<P: Phenomenon> fmt::Debug for Forbidden<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {self}", P::COMPONENT)
    }
}
