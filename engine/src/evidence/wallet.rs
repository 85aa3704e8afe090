//! What one node holds, as the node itself sees it: by its own clocks.
use super::{Epoch, Evidence, Kind, Piece, Quorum, Requirement, View};
use crate::kernel::{Deadline, LocalTime, Moment, NodeId, Place, Readings};
use std::rc::Rc;

/// What taking in an item has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Acceptance {
    /// Something better is held already.
    Ignored,
    /// The same item is held for longer.
    Renewed,
    /// A new item is held.
    New,
}

/// The evidence in a node's memory. A crash empties it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Wallet {
    kinds: Rc<[Kind]>,
    members: u16,
    pieces: Vec<Option<(Epoch, Deadline)>>,
}

impl Wallet {
    /// Holds nothing yet; there is room for these kinds from so many issuers.
    pub fn empty(kinds: Rc<[Kind]>, members: u16) -> Wallet {
        let pieces = vec![None; kinds.len() * usize::from(members)];
        Wallet { kinds, members, pieces }
    }

    /// Takes in an item; what is older or ends sooner than what is held changes nothing.
    pub fn accept(&mut self, item: &Evidence, until: Deadline) -> Acceptance {
        let Some(at) = self.at(item.kind, item.by()) else { return Acceptance::Ignored };
        let before = self.pieces[at];
        if before >= Some((item.epoch, until)) {
            return Acceptance::Ignored;
        }
        self.pieces[at] = Some((item.epoch, until));
        match before {
            Some((epoch, _)) if epoch == item.epoch => Acceptance::Renewed,
            _ => Acceptance::New,
        }
    }

    /// Relies no longer on any evidence of a kind. Was there any?
    pub fn forget(&mut self, kind: Kind) -> bool {
        let Some(first) = self.at(kind, Place(0)) else { return false };
        let pieces = &mut self.pieces[first..][..usize::from(self.members)];
        let any = pieces.iter().any(Option::is_some);
        pieces.fill(None);
        any
    }

    /// The binding under which something is held.
    pub fn epoch(&self, kind: Kind, issuer: Place) -> Option<Epoch> {
        self.pieces[self.at(kind, issuer)?].map(|(epoch, _)| epoch)
    }

    /// The items held, expired or not, that a requirement speaks of.
    pub fn relevant(&self, requirement: &Requirement, holder: NodeId) -> Vec<Evidence> {
        let mut found = Vec::new();
        requirement.each_atom(holder.place, &mut |kind, issuer| {
            if let Some(epoch) = self.epoch(kind, issuer) {
                found.push(Evidence { kind, issuer: holder.peer(issuer), holder, epoch });
            }
        });
        found
    }

    fn at(&self, kind: Kind, issuer: Place) -> Option<usize> {
        let column = self.kinds.iter().position(|known| *known == kind)?;
        Some(column * usize::from(self.members) + issuer.index())
    }
}

/// A wallet and what the node's clocks show: the node's own view.
#[derive(Clone, Copy, Debug)]
pub struct Purse<'a> {
    /// What it holds.
    pub wallet: &'a Wallet,
    /// What its clocks show.
    pub now: Readings,
}

impl View for Purse<'_> {
    type Moment = LocalTime;
    fn piece(&self, kind: Kind, issuer: Place) -> Piece<LocalTime> {
        let held = self.wallet.at(kind, issuer).and_then(|at| self.wallet.pieces[at]);
        held.map_or(Piece::NONE, |(epoch, until)| Piece {
            epoch,
            until: self.now.on_monotonic(until).max(LocalTime::PAST),
        })
    }
    fn enough(&self, quorum: &Quorum) -> u16 {
        quorum.size
    }
    fn is_belief(&self) -> bool {
        true
    }
}
