//! An act that set out under a contract: until it lands it believes what its sender believed.
use super::{ClassContracts, ClassId, Risks, Stance};
use crate::evidence::{Evidence, Kind, Ledger, Piece, Quorum, Side, Truth, Validity, View};
use crate::kernel::{Instant, Moment, NodeId, Place};

/// A message or a timer under way, with its justification.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Errand {
    /// Who set it out.
    pub by: NodeId,
    /// For which class of operations.
    pub class: ClassId,
    /// Under which contract.
    pub contract: u8,
    /// What its sender held, and until when each issuer stands by it.
    rests_on: Vec<(Evidence, Validity)>,
}

impl Errand {
    /// Sets out, relying on what its sender holds.
    pub fn new(
        by: NodeId,
        class: ClassId,
        contract: u8,
        held: &[Evidence],
        ledger: &Ledger,
    ) -> Errand {
        let backing = ledger.seen(by.place, Side::Backing);
        let rests_on = held.iter().map(|item| (*item, backing.validity(item.kind, item.by())));
        Errand { by, class, contract, rests_on: rests_on.collect() }
    }

    /// Its justification.
    pub fn rests_on(&self) -> impl Iterator<Item = &Evidence> {
        self.rests_on.iter().map(|(item, _)| item)
    }

    /// Do the issuers still stand by what it relies on?
    pub(super) fn ask(&mut self, now: Instant, truth: &impl Truth) {
        for (item, validity) in &mut self.rests_on {
            if validity.holds(now) {
                validity.follow(truth.stands_by(item), now, false);
            }
        }
    }

    /// What it relies on that ran out last, at this instant or before it set out.
    pub(super) fn lapsed(&self, at: Instant) -> Option<(Evidence, Side)> {
        let ended = |valid: &Validity| valid.until < at || valid.until == at && !valid.cut_short;
        let ended = self.rests_on.iter().filter(|(_, valid)| ended(valid));
        let last = ended.max_by_key(|(_, valid)| valid.until);
        last.map(|(item, _)| (*item, Side::Backing))
    }

    /// What nothing protects while it is under way, and when that changes if nothing happens.
    pub(super) fn at_risk(
        &self,
        class: &ClassContracts,
        ledger: &Ledger,
        at: Instant,
    ) -> (Risks, Instant) {
        let backing = Backing { errand: self, ledger };
        let (mut due, mut at_risk) = (Instant::FOREVER, Risks::default());
        for clause in &class.contracts[usize::from(self.contract)].clauses {
            match clause.requires.horizon(&backing, self.by.place) {
                until if at < until => due = due.min(until),
                _ => at_risk = at_risk.with(clause.invariant),
            }
        }
        (at_risk, due)
    }

    /// Where it stands, and when that changes next. While it is backed there is nothing to say:
    /// an act cannot be timid.
    pub(super) fn stance(
        &self,
        class: &ClassContracts,
        ledger: &Ledger,
        at: Instant,
    ) -> (Option<Stance>, Instant) {
        let (at_risk, due) = self.at_risk(class, ledger, at);
        let stance = Stance::new(self.contract, class.floor(), at_risk);
        ((!at_risk.are_none()).then_some(stance), due)
    }
}

/// What it relies on, and where that is nothing, what has been issued to its sender.
struct Backing<'a> {
    errand: &'a Errand,
    ledger: &'a Ledger,
}

impl View for Backing<'_> {
    type Moment = Instant;
    fn piece(&self, kind: Kind, issuer: Place) -> Piece<Instant> {
        let mut rests_on = self.errand.rests_on.iter();
        match rests_on.find(|(item, _)| (item.kind, item.by()) == (kind, issuer)) {
            Some((item, valid)) => Piece { epoch: item.epoch, until: valid.until },
            None => self.ledger.seen(self.errand.by.place, Side::Entitlement).piece(kind, issuer),
        }
    }
    fn enough(&self, quorum: &Quorum) -> u16 {
        quorum.blocking()
    }
    fn is_belief(&self) -> bool {
        false
    }
}

impl Errand {
    /// Does it land justified: are its safety clauses protected at this instant?
    pub fn is_justified(&self, class: &ClassContracts, ledger: &Ledger, at: Instant) -> bool {
        !self.at_risk(class, ledger, at).0.any_safety()
    }
}
