//! The properties of evidence in the words of its page.
use engine::evidence::{
    Assumption, Binding, Cost, Fact, Family, Lifetime, Nature, Revocation, Scope,
};

pub(super) const fn family(family: Family) -> &'static str {
    match family {
        Family::Order => "Order and commit",
        Family::Recency => "Recency",
        Family::Inclusion => "Inclusion and consistency",
        Family::Allocation => "Allocation",
        Family::Identity => "Identity and attestation",
        Family::Measurement => "Measurement",
        Family::Contract => "Contract",
    }
}

/// What it is, and what that means.
pub(super) const fn nature(nature: Nature) -> (&'static str, &'static str) {
    match nature {
        Nature::Promise => {
            ("Promise", "Its issuer binds itself: it will refuse whatever this rules out.")
        }
        Nature::Report(Fact::Reachable) => {
            ("Report", "True while issuer and holder are up and words pass between them both ways.")
        }
        Nature::Report(Fact::ClockWithinClaim) => {
            ("Report", "True while the issuer's wall clock is within the error that it claims.")
        }
        Nature::Report(Fact::Word) => ("Report", "True as long as its issuer would say so again."),
    }
}

pub(super) const fn scope(scope: Scope) -> &'static str {
    match scope {
        Scope::Service => "All that the service keeps.",
        Scope::Key => "One key.",
        Scope::Resource => "One resource outside the service.",
        Scope::Host => "One host.",
    }
}

pub(super) const fn lifetime(lifetime: Lifetime) -> &'static str {
    match lifetime {
        Lifetime::UntilDeadline => {
            "Until a reading of a clock: the issuer's for the issuer, the holder's for the holder."
        }
        Lifetime::WhileTrue => {
            "As long as the fact holds; the holder counts it for a while after it was told."
        }
        Lifetime::Permanent => "For ever.",
    }
}

pub(super) const fn binding(binding: Binding) -> &'static str {
    match binding {
        Binding::Term => "A term of office.",
        Binding::Token => "A token that only grows.",
        Binding::Count => "A count of the issuer's own, which says nothing beside another's.",
        Binding::Reading => "A reading of the issuer's clock.",
    }
}

pub(super) const fn revocation(revocation: Revocation) -> &'static str {
    match revocation {
        Revocation::None => "Not before its time.",
        Revocation::Returned => "Only when its holder gives it back.",
        Revocation::Silent => {
            "Without a word: the holder learns of it when the next one fails to come."
        }
        Revocation::Superseded => {
            "When a higher binding supersedes it: the holder learns of it when it meets one."
        }
    }
}

pub(super) const fn forwarded(can_be: bool) -> &'static str {
    if can_be {
        "A third party can verify it."
    } else {
        "No: a third party would have to believe whoever holds it."
    }
}

pub(super) const fn composed(can_be: bool) -> &'static str {
    if can_be { "Several make one claim, such as a quorum's." } else { "Each stands for itself." }
}

pub(super) const fn assumption(assumption: Assumption) -> &'static str {
    match assumption {
        Assumption::DriftWithinBound => "No clock runs faster or slower than the bound says.",
        Assumption::HonestFlush => "What a disk reports as flushed survives a crash.",
        Assumption::ClockWithinClaim => "Wall clocks are within the error that their hosts claim.",
        Assumption::CrashOnly => "Nodes crash, forget nothing that they flushed, and do not lie.",
    }
}

/// "2 messages and 1 flush; one serves many operations."
pub(super) fn cost(cost: Cost) -> String {
    let count = |number: u8, one: &str, many: &str| match number {
        0 => None,
        1 => Some(format!("1 {one}")),
        _ => Some(format!("{number} {many}")),
    };
    let parts =
        [count(cost.messages, "message", "messages"), count(cost.flushes, "flush", "flushes")];
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    let parts = if parts.is_empty() { "Nothing of its own".into() } else { parts.join(" and ") };
    let shared = if cost.amortised { "; one serves many operations" } else { "" };
    format!("{parts}{shared}.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::evidence::Kind;

    #[test]
    fn every_kind_is_in_a_family_of_the_page() {
        for kind in Kind::ALL {
            assert!(Family::ALL.contains(&kind.card().family), "{}", kind.name());
        }
    }

    #[test]
    fn costs_are_told_in_words() {
        let of = |messages, flushes, amortised| cost(Cost { messages, flushes, amortised });
        assert_eq!(of(2, 1, false), "2 messages and 1 flush.");
        assert_eq!(of(0, 0, true), "Nothing of its own; one serves many operations.");
    }
}
