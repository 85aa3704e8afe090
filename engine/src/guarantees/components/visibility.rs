//! What transactions see of each other.
use super::{Forbidden, Phenomenon};

/// What can be seen to go wrong between transactions, by textbook name; Adya's codes (MIT thesis,
/// 1999) and those of Berenson et al. (SIGMOD 1995) beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum VisibilityPhenomenon {
    /// G0. Two transactions overwrite each other's writes in opposite orders.
    DirtyWrite,
    /// G1a. A transaction reads what an aborted one wrote.
    AbortedRead,
    /// G1b. A transaction reads what another one overwrote before it committed.
    IntermediateRead,
    /// G1c. Two transactions each see or overwrite effects of the other. Dirty writes are cases.
    CircularFlow,
    /// A transaction sees a part of what another one wrote: Bailis et al., "Scalable Atomic
    /// Visibility with RAMP Transactions" (SIGMOD 2014).
    FracturedRead,
    /// A transaction sees an effect and misses one of its causes, at first hand or through others.
    /// Fractured reads are cases: of what one transaction wrote, neither half comes alone.
    NonCausalCut,
    /// P4. Two transactions read an object and both overwrite it.
    LostUpdate,
    /// A5A, G-single on objects. A transaction reads one object before and one after another
    /// transaction's effects; a cycle with just one anti-dependency. Cuts that are not causal and
    /// lost updates are cases.
    ReadSkew,
    /// A3, G-single on a predicate. The same, where what is missed is a row that matches a search.
    PredicateReadSkew,
    /// Two readers see two independent writes in opposite orders.
    LongFork,
    /// A5B, G2-item. Two transactions read what the other writes; any cycle with anti-dependencies
    /// on objects, so that read skew and long forks are cases.
    WriteSkew,
    /// G2. Any cycle with anti-dependencies, those on predicates included: all but G1 are cases.
    Phantom,
}

/// What transactions see of each other. SI is the axiomatic one (Cerone, Bernardi and Gotsman,
/// CONCUR 2015): how recent a snapshot is, is another component.
pub type Visibility = Forbidden<VisibilityPhenomenon>;

use VisibilityPhenomenon as P;

const fn bit(phenomenon: VisibilityPhenomenon) -> u16 {
    1 << phenomenon as u16
}

const fn all(phenomenon: VisibilityPhenomenon) -> Visibility {
    Visibility::closure(bit(phenomenon))
}

impl Visibility {
    /// No promise: even writes may be entangled.
    pub const DIRTY: Visibility = Visibility::NOTHING;
    /// Read uncommitted, PL-1.
    pub const RU: Visibility = all(P::DirtyWrite);
    /// Read committed, PL-2: nothing unfinished is seen, but transactions may be seen in part.
    pub const FRACTURED: Visibility = Visibility::RU
        .join(all(P::AbortedRead))
        .join(all(P::IntermediateRead))
        .join(all(P::CircularFlow));
    /// Read atomic: a transaction is seen whole or not at all.
    pub const RA: Visibility = Visibility::FRACTURED.join(all(P::FracturedRead));
    /// Repeatable read, PL-2.99: serializable but for searches.
    pub const RR: Visibility = Visibility::FRACTURED.join(all(P::WriteSkew));
    /// Causal cut: no effect is seen without all its causes.
    pub const CAUSAL_CUT: Visibility = Visibility::RA.join(all(P::NonCausalCut));
    /// Parallel snapshot isolation: Sovran et al. (SOSP 2011).
    pub const PSI: Visibility =
        Visibility::CAUSAL_CUT.join(all(P::ReadSkew)).join(all(P::PredicateReadSkew));
    /// Snapshot isolation.
    pub const SI: Visibility = Visibility::PSI.join(all(P::LongFork));
    /// Serializable, PL-3.
    pub const SER: Visibility = Visibility::SI.join(all(P::Phantom));
}

impl Phenomenon for VisibilityPhenomenon {
    const COMPONENT: &'static str = "Visibility";
    const ALL: &'static [VisibilityPhenomenon] = &[
        P::DirtyWrite,
        P::AbortedRead,
        P::IntermediateRead,
        P::CircularFlow,
        P::FracturedRead,
        P::NonCausalCut,
        P::LostUpdate,
        P::ReadSkew,
        P::PredicateReadSkew,
        P::LongFork,
        P::WriteSkew,
        P::Phantom,
    ];
    const CASES: &'static [u16] = &[
        0,
        0,
        0,
        bit(P::DirtyWrite),
        0,
        bit(P::FracturedRead),
        0,
        bit(P::NonCausalCut) | bit(P::LostUpdate),
        0,
        0,
        bit(P::ReadSkew) | bit(P::LongFork),
        bit(P::WriteSkew) | bit(P::PredicateReadSkew),
    ];
    const NAMED: &'static [(&'static str, Visibility)] = &[
        ("Dirty", Visibility::DIRTY),
        ("RU", Visibility::RU),
        ("Fractured", Visibility::FRACTURED),
        ("RA", Visibility::RA),
        ("RR", Visibility::RR),
        ("CausalCut", Visibility::CAUSAL_CUT),
        ("PSI", Visibility::PSI),
        ("SI", Visibility::SI),
        ("SER", Visibility::SER),
    ];
    const SHOWN: &'static [&'static str] = &["Fractured", "RA", "SI", "SER"];

    fn number(self) -> u16 {
        self as u16
    }

    fn name(self) -> &'static str {
        match self {
            P::DirtyWrite => "dirty-write",
            P::AbortedRead => "aborted-read",
            P::IntermediateRead => "intermediate-read",
            P::CircularFlow => "circular-flow",
            P::FracturedRead => "fractured-read",
            P::NonCausalCut => "non-causal-cut",
            P::LostUpdate => "lost-update",
            P::ReadSkew => "read-skew",
            P::PredicateReadSkew => "predicate-read-skew",
            P::LongFork => "long-fork",
            P::WriteSkew => "write-skew",
            P::Phantom => "phantom",
        }
    }
}
