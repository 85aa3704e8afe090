//! One kind of evidence from one issuer to one holder: in whose judgement it counts, and when.
use super::{Epoch, Kind};
use crate::kernel::{Deadline, Instant};

/// Which evidence counts, and in whose judgement. Belief is the first; truth has two questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// What the holder holds, by the holder's clock.
    Belief,
    /// What the holder holds, by the word of its issuers: does it protect? Where it holds
    /// nothing, what has been issued to it counts, for that protects it unawares.
    Backing,
    /// What has been issued to the holder, delivered or not, by the word of its issuers: what
    /// could it rightly claim?
    Entitlement,
}

impl Side {
    /// All three.
    pub const ALL: [Side; 3] = [Side::Belief, Side::Backing, Side::Entitlement];
}

/// A stretch of time in which something counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Validity {
    /// The first instant at which it counted, unbroken since then.
    pub since: Instant,
    /// When it was last given, or given again.
    pub renewed: Instant,
    /// It counts before this instant; once reached, this is when it ceased to count.
    pub until: Instant,
    /// It ceased to count before it was to run out.
    pub cut_short: bool,
}

impl Validity {
    /// Does it count at an instant?
    pub fn holds(&self, now: Instant) -> bool {
        now < self.until
    }

    /// A live stretch follows its new end. A lapsed one stays lapsed, unless begun `anew`.
    /// The answer is whether anything changes before the old end: an extension changes nothing.
    pub fn follow(&mut self, until: Instant, now: Instant, anew: bool) -> bool {
        if self.holds(now) {
            let earlier = until < self.until;
            self.cut_short = until <= now;
            self.until = until.max(now);
            if anew {
                self.renewed = now;
            }
            earlier
        } else if anew && now < until {
            *self = Validity { since: now, renewed: now, until, cut_short: false };
            true
        } else {
            false
        }
    }
}

/// All that is known about one kind of evidence from one issuer to one holder.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Slot {
    /// The newest binding issued.
    pub issued: Option<Epoch>,
    /// The binding that the holder holds, and until when it relies on it by its own clock.
    pub held: Option<(Epoch, Deadline)>,
    valid: [Validity; 3],
}

impl Slot {
    /// When it counts on one side.
    pub fn validity(&self, side: Side) -> &Validity {
        &self.valid[self.really(side) as usize]
    }

    /// A report may come true again; a promise that has lapsed stays so until it is given anew.
    pub fn may_change(&self, kind: Kind, now: Instant) -> bool {
        let lives = |side| self.validity(side).holds(now);
        kind.is_report() || lives(Side::Entitlement) || lives(Side::Backing)
    }

    /// See [`Validity::follow`].
    pub(super) fn follow(&mut self, side: Side, until: Instant, now: Instant, anew: bool) -> bool {
        self.valid[side as usize].follow(until, now, anew)
    }

    /// Belief ends when the holder can look at its clock again: it runs out, nobody cut it short.
    pub(super) fn believe_until(&mut self, until: Instant, now: Instant) {
        let belief = &mut self.valid[Side::Belief as usize];
        if belief.holds(now) {
            belief.until = until.max(now);
        }
    }

    /// The binding that counts on one side.
    pub fn epoch(&self, side: Side) -> Epoch {
        match self.really(side) {
            Side::Entitlement => self.issued.unwrap_or_default(),
            Side::Belief | Side::Backing => self.held.map_or(Epoch(0), |(epoch, _)| epoch),
        }
    }

    fn really(&self, side: Side) -> Side {
        match side {
            Side::Backing if self.held.is_none() => Side::Entitlement,
            side => side,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_extension_changes_nothing_before_the_old_end() {
        let mut validity = Validity::default();
        assert!(validity.follow(Instant(10), Instant(1), true));
        assert!(!validity.follow(Instant(20), Instant(5), true));
        assert_eq!((validity.since, validity.until), (Instant(1), Instant(20)));
        assert_eq!(validity.renewed, Instant(5));
        assert!(validity.follow(Instant(12), Instant(6), true));
        assert!(!validity.cut_short);
    }

    #[test]
    fn a_lapsed_stretch_stays_lapsed_unless_begun_anew() {
        let mut validity = Validity::default();
        validity.follow(Instant(10), Instant(1), true);
        assert!(!validity.follow(Instant(30), Instant(10), false));
        assert!(!validity.holds(Instant(10)));
        assert!(validity.follow(Instant(30), Instant(11), true));
        assert_eq!(validity.since, Instant(11));
    }

    #[test]
    fn an_end_before_its_time_is_cut_short() {
        let mut validity = Validity::default();
        validity.follow(Instant(10), Instant(1), true);
        assert!(validity.follow(Instant(0), Instant(4), false));
        assert_eq!((validity.until, validity.cut_short), (Instant(4), true));
    }
}
