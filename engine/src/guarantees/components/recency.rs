//! How old an answer may be.
use super::premises::{ASSUMPTIONS, Worlds};
use super::{Premises, word};
use crate::kernel::{Span, Unit};
use std::cmp::Ordering;
use std::fmt;

/// How old an answer may be: the phenomena are answers older than a span, answers behind by more
/// than so many versions, and answers that are stale at all although this and that assumption is
/// broken. Who is fresh is within every bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Recency {
    older_than: u64,
    behind_more_than: u64,
    fresh_in: Worlds,
}

const UNBOUNDED: u64 = u64::MAX;

impl Recency {
    /// EO: eventually, at some age. (A bound without limit would say the same; there is none.)
    pub const EVENTUAL: Recency =
        Recency { older_than: UNBOUNDED, behind_more_than: UNBOUNDED, fresh_in: Worlds::NONE };

    /// BS(δ): no older than this. Zero is well-formed nowhere: name the proof instead.
    pub const fn within(span: Span) -> Recency {
        Recency { older_than: span.0, ..Recency::EVENTUAL }
    }

    /// BS(k versions): no more than this many versions behind.
    pub const fn within_versions(versions: u64) -> Recency {
        Recency { behind_more_than: versions, ..Recency::EVENTUAL }
    }

    /// Fresh(φ): current, as long as what the proof rests on is so. A span is no proof, and has no
    /// way in here.
    pub const fn fresh(premises: Premises) -> Recency {
        let fresh_in = Worlds::where_hold(premises);
        Recency { older_than: 0, behind_more_than: 0, fresh_in }
    }

    /// Is it fresh by some proof?
    pub const fn is_fresh(self) -> bool {
        !self.fresh_in.is_none()
    }

    /// The least bound in time, if there is one.
    pub const fn span(self) -> Option<Span> {
        if self.older_than == UNBOUNDED { None } else { Some(Span(self.older_than)) }
    }

    /// The least bound in versions, if there is one.
    pub const fn versions(self) -> Option<u64> {
        if self.behind_more_than == UNBOUNDED { None } else { Some(self.behind_more_than) }
    }

    /// What both promise: the looser bounds, and freshness where both are fresh.
    #[must_use]
    pub const fn meet(self, other: Recency) -> Recency {
        Recency {
            older_than: max(self.older_than, other.older_than),
            behind_more_than: max(self.behind_more_than, other.behind_more_than),
            fresh_in: self.fresh_in.and(other.fresh_in),
        }
    }

    /// What the two promise together: the tighter bounds, and freshness where either is fresh.
    #[must_use]
    pub const fn join(self, other: Recency) -> Recency {
        Recency {
            older_than: min(self.older_than, other.older_than),
            behind_more_than: min(self.behind_more_than, other.behind_more_than),
            fresh_in: self.fresh_in.or(other.fresh_in),
        }
    }

    /// Does this rule out all that the other does?
    pub const fn at_least(self, other: Recency) -> bool {
        self.older_than <= other.older_than
            && self.behind_more_than <= other.behind_more_than
            && self.fresh_in.contains(other.fresh_in)
    }

    /// The proofs that it needs, each with as few assumptions as possible.
    pub fn proofs(self) -> Vec<Premises> {
        let mut proofs: Vec<Premises> = Vec::new();
        for premises in Premises::every().filter(|_| self.is_fresh()) {
            let is_implied = proofs.iter().any(|proof| proof.and(premises) == premises);
            if !is_implied && self.fresh_in.contains(Worlds::where_hold(premises)) {
                proofs.push(premises);
            }
        }
        proofs
    }
}

const fn max(a: u64, b: u64) -> u64 {
    if a > b { a } else { b }
}

const fn min(a: u64, b: u64) -> u64 {
    if a < b { a } else { b }
}

impl Default for Recency {
    fn default() -> Recency {
        Recency::EVENTUAL
    }
}

/// Stronger is greater.
impl PartialOrd for Recency {
    fn partial_cmp(&self, other: &Recency) -> Option<Ordering> {
        match (self.at_least(*other), other.at_least(*self)) {
            (true, true) => Some(Ordering::Equal),
            (true, false) => Some(Ordering::Greater),
            (false, true) => Some(Ordering::Less),
            (false, false) => None,
        }
    }
}

impl fmt::Display for Premises {
    /// The word of the proof: `lease`, `lease & flush`; without assumptions it is a `quorum`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let assumed = ASSUMPTIONS.into_iter().filter(|assumption| self.contain(*assumption));
        let words: Vec<&str> = assumed.map(word).collect();
        write!(f, "{}", if words.is_empty() { "quorum".into() } else { words.join(" & ") })
    }
}

impl fmt::Display for Recency {
    /// `EO`, `BS(200 ms)`, `BS(3 versions)`, `Fresh(lease)`, or several joined by `+`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts: Vec<String> =
            self.proofs().into_iter().map(|proof| format!("Fresh({proof})")).collect();
        if !self.is_fresh() {
            let nanos = |span: Span| i64::try_from(span.0).unwrap_or(i64::MAX);
            parts.extend(self.span().map(|span| format!("BS({})", Unit::Span.write(nanos(span)))));
            parts.extend(self.versions().map(|versions| match versions {
                1 => "BS(1 version)".into(),
                _ => format!("BS({versions} versions)"),
            }));
        }
        write!(f, "{}", if parts.is_empty() { "EO".into() } else { parts.join("+") })
    }
}
