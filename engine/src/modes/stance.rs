//! Believed against entitled, at one instant: one predicate over the two views.
use super::{ClassContracts, Risks};
use crate::evidence::{Ledger, Purse, Seen, Side};
use crate::kernel::{Instant, LocalTime, Moment, Place, Span};

/// How belief compares with the truth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gap {
    /// What is believed is backed, and nothing stronger is entitled.
    Honest,
    /// Something stronger is entitled, and nothing unsafe is believed: service is lost.
    Timid,
    /// What is believed rests on a report that is no longer so: answers are promised that will
    /// not come, but nothing is unsafe.
    Hopeful,
    /// A safety invariant that the believed contract puts at stake is unprotected now.
    Lying,
}

impl Gap {
    /// Its name in the book.
    pub const fn name(self) -> &'static str {
        match self {
            Gap::Honest => "honest",
            Gap::Timid => "timid",
            Gap::Hopeful => "hopeful",
            Gap::Lying => "lying",
        }
    }
}

/// Where a believer stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Stance {
    /// The contract that it believes it may serve.
    pub believed: u8,
    /// The strongest contract that is really protected.
    pub entitled: u8,
    /// The difference.
    pub gap: Gap,
    /// The invariants that the believed contract puts at stake and nothing protects.
    pub at_risk: Risks,
    /// It has obligations: Recovery lies over both.
    pub recovering: bool,
}

/// Where belief stands while it climbs: it falls at once and rises only on sustained evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rung {
    /// The contract believed.
    pub believed: u8,
    /// Since when, on the node's own clock, a stronger one has held.
    pub rising: Option<LocalTime>,
}

impl Rung {
    /// Believes nothing yet: at the contract that needs nothing.
    pub fn at_floor(class: &ClassContracts) -> Rung {
        Rung { believed: class.floor(), rising: None }
    }

    /// Where belief stands once `strongest` holds, and `tenable` is the strongest that holds
    /// among those no stronger than before.
    fn climb(self, strongest: u8, tenable: u8, now: LocalTime, sustain: Span) -> Rung {
        if strongest >= self.believed || sustain == Span::ZERO {
            return Rung { believed: strongest, rising: None };
        }
        let since = self.rising.unwrap_or(now);
        match since + sustain <= now {
            true => Rung { believed: strongest, rising: None },
            false => Rung { believed: tenable, rising: Some(since) },
        }
    }
}

/// The contract that a node itself believes it may serve now. Serve by this.
pub fn believed(
    class: &ClassContracts,
    purse: &Purse<'_>,
    holder: Place,
    rung: Rung,
    sustain: Span,
) -> u8 {
    let now = purse.now.monotonic;
    let strongest = class.strongest(purse, holder, now, 0);
    let tenable = class.strongest(purse, holder, now, rung.believed.max(strongest));
    rung.climb(strongest, tenable, now, sustain).believed
}

/// What it takes to say where one node stands in one class.
#[derive(Clone, Copy)]
pub(super) struct Look<'a> {
    pub class: &'a ClassContracts,
    pub ledger: &'a Ledger,
    pub holder: Place,
    pub at: Instant,
    pub local: LocalTime,
    pub sustain: Span,
    pub recovering: bool,
}

impl Look<'_> {
    /// Where it stands, its rung, when that changes next if nothing happens, and whether a rise
    /// of belief is under way.
    pub(super) fn stance(&self, rung: Rung) -> (Stance, Rung, Instant) {
        let mut due = Instant::FOREVER;
        let mut holds = |until: Instant| {
            let live = self.at < until;
            due = if live { due.min(until) } else { due };
            live
        };
        let [belief, backing, entitlement] =
            Side::ALL.map(|side| self.ledger.seen(self.holder, side));
        let mut live = |seen: Seen<'_>| {
            let contracts = self.class.contracts.iter().enumerate();
            contracts.fold(0_u32, |set, (place, contract)| {
                set | u32::from(holds(contract.horizon(&seen, self.holder))) << place
            })
        };
        let (believable, entitled) = (live(belief), live(entitlement));
        let first = |set: u32| (set.trailing_zeros() as u8).min(self.class.floor());
        let strongest = first(believable);
        let tenable = first(believable & (u32::MAX << rung.believed.max(strongest)));
        let rung = rung.climb(strongest, tenable, self.local, self.sustain);
        let mut at_risk = Risks::default();
        for clause in &self.class.contracts[usize::from(rung.believed)].clauses {
            if !holds(clause.requires.horizon(&backing, self.holder)) {
                at_risk = at_risk.with(clause.invariant);
            }
        }
        let stance = Stance::new(rung.believed, first(entitled), at_risk);
        (Stance { recovering: self.recovering, ..stance }, rung, due)
    }
}

impl Stance {
    /// What is believed and backed is also entitled.
    pub(super) fn new(believed: u8, entitled: u8, at_risk: Risks) -> Stance {
        let backed = at_risk.are_none();
        let entitled = if backed { entitled.min(believed) } else { entitled };
        let gap = match () {
            () if at_risk.any_safety() => Gap::Lying,
            () if entitled < believed => Gap::Timid,
            () if !backed => Gap::Hopeful,
            () => Gap::Honest,
        };
        Stance { believed, entitled, gap, at_risk, recovering: false }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::modes::Invariant;

    #[test]
    fn the_four_gaps() {
        let none = Risks::default();
        let gap = |believed, entitled, risks| Stance::new(believed, entitled, risks).gap;
        assert_eq!(gap(1, 1, none), Gap::Honest);
        assert_eq!(gap(1, 0, none), Gap::Timid);
        assert_eq!(gap(0, 2, none.with(Invariant::Availability)), Gap::Hopeful);
        assert_eq!(gap(0, 2, none.with(Invariant::Freshness)), Gap::Lying);
        assert_eq!(Stance::new(0, 2, none).entitled, 0, "what is backed is entitled");
    }

    #[test]
    fn belief_falls_at_once_and_rises_on_sustained_evidence() {
        let (low, sustain) = (Rung { believed: 2, rising: None }, Span(10));
        let rising = low.climb(0, 2, LocalTime(100), sustain);
        assert_eq!(rising, Rung { believed: 2, rising: Some(LocalTime(100)) });
        assert_eq!(rising.climb(0, 2, LocalTime(109), sustain).believed, 2);
        let risen = rising.climb(1, 2, LocalTime(110), sustain);
        assert_eq!(risen, Rung { believed: 1, rising: None });
        assert_eq!(risen.climb(2, 2, LocalTime(110), sustain).believed, 2);
        assert_eq!(low.climb(0, 2, LocalTime(100), Span::ZERO).believed, 0);
    }
}
