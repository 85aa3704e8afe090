//! One side of one holder's evidence, as a view on true time.
use super::{Kind, Ledger, Piece, Quorum, Side, Validity, View};
use crate::kernel::{Instant, Place};

/// A ledger, seen by or for one holder.
#[derive(Clone, Copy)]
pub struct Seen<'a> {
    /// The ledger.
    pub ledger: &'a Ledger,
    /// Whose evidence.
    pub holder: Place,
    /// In whose judgement.
    pub side: Side,
}

impl Seen<'_> {
    /// When evidence of this kind from this issuer counts.
    pub fn validity(&self, kind: Kind, issuer: Place) -> Validity {
        let slot = self.ledger.slot(self.holder, kind, issuer);
        slot.map_or(Validity::default(), |slot| *slot.validity(self.side))
    }
}

impl View for Seen<'_> {
    type Moment = Instant;
    fn piece(&self, kind: Kind, issuer: Place) -> Piece<Instant> {
        let slot = self.ledger.slot(self.holder, kind, issuer);
        slot.map_or(Piece::NONE, |slot| Piece {
            epoch: slot.epoch(self.side),
            until: slot.validity(self.side).until,
        })
    }
    /// To gain a claim takes a quorum; to keep it, enough to leave no quorum for the contrary.
    fn enough(&self, quorum: &Quorum) -> u16 {
        match self.side {
            Side::Belief => quorum.size,
            Side::Backing => quorum.blocking(),
            Side::Entitlement => quorum.size.max(quorum.blocking()),
        }
    }
    fn is_belief(&self) -> bool {
        self.side == Side::Belief
    }
}
