//! The catalogue of invariants: what must never break, and what must not break for long.

/// An invariant of the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Invariant {
    /// What was acknowledged can be recovered; sums stay constant.
    Conservation,
    /// At most one value for one decision, one holder of one epoch.
    Uniqueness,
    /// Every effect has a principal that was authorised.
    Authenticity,
    /// What is delivered is what was sent.
    Integrity,
    /// What is observed embeds what happened before what.
    Order,
    /// No two holders' effects on a resource interleave.
    Exclusivity,
    /// What one observer sees never goes back.
    Monotonicity,
    /// A result is not presented as newer than it is.
    Freshness,
    /// Reads of several objects see one cut.
    Visibility,
    /// Left alone and connected, replicas become equal.
    Convergence,
    /// Doing it again changes nothing.
    Idempotence,
    /// A result is no older than promised.
    BoundedStaleness,
    /// Requests are answered.
    Availability,
}

impl Invariant {
    /// Every invariant, in the order of its bit.
    pub const ALL: [Invariant; 13] = [
        Invariant::Conservation,
        Invariant::Uniqueness,
        Invariant::Authenticity,
        Invariant::Integrity,
        Invariant::Order,
        Invariant::Exclusivity,
        Invariant::Monotonicity,
        Invariant::Freshness,
        Invariant::Visibility,
        Invariant::Convergence,
        Invariant::Idempotence,
        Invariant::BoundedStaleness,
        Invariant::Availability,
    ];

    /// A breach cannot be undone by waiting.
    pub const fn is_safety(self) -> bool {
        !matches!(self, Invariant::Convergence | Invariant::Availability)
    }

    /// Its name in the book.
    pub const fn name(self) -> &'static str {
        match self {
            Invariant::Conservation => "Conservation",
            Invariant::Uniqueness => "Uniqueness",
            Invariant::Authenticity => "Authenticity",
            Invariant::Integrity => "Integrity",
            Invariant::Order => "Order",
            Invariant::Exclusivity => "Exclusivity",
            Invariant::Monotonicity => "Monotonicity",
            Invariant::Freshness => "Freshness",
            Invariant::Visibility => "Visibility",
            Invariant::Convergence => "Convergence",
            Invariant::Idempotence => "Idempotence",
            Invariant::BoundedStaleness => "Bounded staleness",
            Invariant::Availability => "Availability",
        }
    }

    /// What it demands, in one sentence.
    pub const fn says(self) -> &'static str {
        match self {
            Invariant::Conservation => {
                "What was acknowledged can be recovered; sums stay the same."
            }
            Invariant::Uniqueness => "At most one value for a decision, one holder for an epoch.",
            Invariant::Authenticity => "Every effect has somebody behind it who was allowed it.",
            Invariant::Integrity => "What is delivered is what was sent.",
            Invariant::Order => "What is observed agrees with what happened before what.",
            Invariant::Exclusivity => "The effects of two holders on a resource do not interleave.",
            Invariant::Monotonicity => "What one observer sees never goes back.",
            Invariant::Freshness => "Nothing is presented as newer than it is.",
            Invariant::Visibility => "What is read of several objects belongs to one cut.",
            Invariant::Convergence => "Left alone and connected, replicas become equal.",
            Invariant::Idempotence => "To do it again changes nothing.",
            Invariant::BoundedStaleness => "No answer is older than was promised.",
            Invariant::Availability => "Requests are answered in time.",
        }
    }
}

/// A set of invariants that nothing protects.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Risks(u16);

impl Risks {
    /// With one more.
    #[must_use]
    pub fn with(self, invariant: Invariant) -> Risks {
        Risks(self.0 | 1 << invariant as u16)
    }

    /// Is it in the set?
    pub fn contain(self, invariant: Invariant) -> bool {
        self.0 & 1 << invariant as u16 != 0
    }

    /// Nothing at risk?
    pub fn are_none(self) -> bool {
        self.0 == 0
    }

    /// Is any of them one that waiting does not mend?
    pub fn any_safety(self) -> bool {
        self.iter().any(Invariant::is_safety)
    }

    /// The invariants in the order of the catalogue.
    pub fn iter(self) -> impl Iterator<Item = Invariant> {
        Invariant::ALL.into_iter().filter(move |invariant| self.contain(*invariant))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bits_follow_the_catalogue() {
        for (bit, invariant) in Invariant::ALL.into_iter().enumerate() {
            assert_eq!(invariant as usize, bit);
        }
        let risks = Risks::default().with(Invariant::Availability).with(Invariant::Convergence);
        assert!(!risks.any_safety() && risks.with(Invariant::Freshness).any_safety());
        assert_eq!(risks.iter().count(), 2);
    }
}
