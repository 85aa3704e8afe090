//! The life of one item for one observer: six states in three phases.
use super::{Side, Slot};
use crate::kernel::{Instant, Span};

/// The six states. Renewal is a transition back to Active, not a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Issued, and not yet in this observer's hands.
    Generated,
    /// Taken in, and not yet enough for what it is part of.
    Validated,
    /// Counts.
    Active,
    /// Counts, and runs out soon unless renewed.
    Expiring,
    /// Ran out as announced.
    Expired,
    /// Ended before its time: withdrawn, forgotten, or no longer so.
    Revoked,
}

/// The three words under which the states are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// It comes into being.
    Generation,
    /// It is checked and relied upon.
    Validation,
    /// It ends.
    Expiration,
}

impl State {
    /// Its name in the book, in a sentence.
    pub const fn name(self) -> &'static str {
        match self {
            State::Generated => "generated",
            State::Validated => "validated",
            State::Active => "active",
            State::Expiring => "expiring",
            State::Expired => "expired",
            State::Revoked => "revoked",
        }
    }

    /// Under which heading it is told.
    pub fn phase(self) -> Phase {
        match self {
            State::Generated => Phase::Generation,
            State::Validated | State::Active => Phase::Validation,
            State::Expiring | State::Expired | State::Revoked => Phase::Expiration,
        }
    }

    /// The state of what a slot holds, as judged from one side; nothing if there never was
    /// anything. `complete` says whether the claim it is part of is whole.
    pub fn of(slot: &Slot, side: Side, now: Instant, complete: bool) -> Option<State> {
        slot.issued.or(slot.held.map(|(epoch, _)| epoch))?;
        let validity = slot.validity(side);
        let lifetime = validity.until - validity.renewed;
        let soon = Span(lifetime.0 / Self::EXPIRING_PART);
        Some(match () {
            () if validity.until == Instant(0) => State::Generated,
            () if validity.holds(now) && !complete => State::Validated,
            () if now + soon < validity.until => State::Active,
            () if validity.holds(now) => State::Expiring,
            () if validity.cut_short => State::Revoked,
            () => State::Expired,
        })
    }

    /// The last quarter of a lifetime, counted from the last renewal, counts as expiring.
    const EXPIRING_PART: u64 = 4;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::Epoch;

    #[test]
    fn an_item_lives_through_its_states() {
        let mut slot = Slot::default();
        slot.issued = Some(Epoch(1));
        let at =
            |slot: &Slot, now, complete| State::of(slot, Side::Entitlement, Instant(now), complete);
        assert_eq!(at(&slot, 0, true), Some(State::Generated));
        slot.follow(Side::Entitlement, Instant(100), Instant(20), true);
        assert_eq!(at(&slot, 30, false), Some(State::Validated));
        assert_eq!(at(&slot, 30, true), Some(State::Active));
        assert_eq!(at(&slot, 85, true), Some(State::Expiring));
        assert_eq!(at(&slot, 100, true), Some(State::Expired));
        slot.follow(Side::Entitlement, Instant(0), Instant(90), false);
        assert_eq!(at(&slot, 95, true), Some(State::Revoked));
        assert_eq!(at(&Slot::default(), 5, true), None);
    }

    #[test]
    fn an_item_just_renewed_is_active_however_long_it_has_been_held() {
        let (mut slot, lease) = (Slot::default(), 30);
        slot.issued = Some(Epoch(1));
        for now in (0..1_000).step_by(10).map(Instant) {
            slot.follow(Side::Entitlement, Instant(now.0 + lease), now, true);
            let of = |after| State::of(&slot, Side::Entitlement, Instant(now.0 + after), true);
            assert_eq!([0, 9].map(of), [Some(State::Active); 2], "{now}");
            assert_eq!(of(25), Some(State::Expiring), "{now}");
        }
        assert_eq!(slot.validity(Side::Entitlement).since, Instant(0));
    }
}
