//! One item as it is shown: its state for the holder and in truth, side by side.
use super::{Epoch, Judgement, Kind, Ledger, Requirement, Side, State, judge};
use crate::kernel::{Instant, NodeId, Place};

/// From when until when something counts.
type Stretch = (Instant, Instant);

/// One item of a holder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Portrait {
    /// What is claimed.
    pub kind: Kind,
    /// By whom.
    pub issuer: Place,
    /// Under which binding, as held, or as last given.
    pub epoch: Epoch,
    /// Does the holder hold it?
    pub held: bool,
    /// When the holder last took it in.
    pub renewed: Instant,
    /// Its state for the holder, and from when until when it counts there.
    pub believed: (State, Stretch),
    /// Its state by the word of its issuer, and from when until when that stands by it.
    pub truth: (State, Stretch),
}

impl Ledger {
    /// All items of a holder. `complete` tells whether there is enough of a kind.
    pub fn portraits(
        &self,
        holder: Place,
        at: Instant,
        complete: impl Fn(Kind) -> bool,
    ) -> impl Iterator<Item = Portrait> {
        self.items(holder).filter_map(move |(kind, issuer, slot)| {
            let side = |side: Side, whole: bool| {
                let validity = slot.validity(side);
                let stretch = (validity.since, validity.until);
                Some((State::of(slot, side, at, whole)?, stretch))
            };
            let held = slot.held.is_some();
            Some(Portrait {
                kind,
                issuer,
                epoch: slot.epoch(if held { Side::Belief } else { Side::Entitlement }),
                held,
                renewed: slot.validity(Side::Belief).renewed,
                believed: side(Side::Belief, complete(kind))?,
                truth: side(Side::Backing, true)?,
            })
        })
    }
}

/// One requirement in both views of one node: as it sees it, and as the issuers of what it holds
/// do.
pub fn judge_both(
    requirement: &Requirement,
    ledger: &Ledger,
    node: NodeId,
    at: Instant,
) -> (Judgement, Judgement) {
    let of = |side| judge(requirement, ledger.seen(node.place, side), node.service, at);
    (of(Side::Belief), of(Side::Backing))
}
