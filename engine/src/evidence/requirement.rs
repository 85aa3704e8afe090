//! The one predicate: it evaluates to the moment at which it stops holding.
//!
//! So asking "does it hold?" and asking "until when?" cannot differ.
use super::{Binding, Epoch, Kind, Piece, View};
use crate::kernel::{Moment, NodeSet, Place, sort_by};

/// What must be known before something may be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Requirement {
    /// Evidence of this kind from the node at this place.
    Atom(Kind, Place),
    /// Evidence of this kind from the holder itself.
    Own(Kind),
    /// Every part. Of no parts: always.
    All(Vec<Requirement>),
    /// At least one part. Of no parts: never.
    Any(Vec<Requirement>),
    /// Evidence of one kind from enough issuers, with one binding: unless that is a version, for
    /// each issuer counts its own.
    Quorum(Quorum),
}

/// A claim that rests on many issuers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Quorum {
    /// What each of them claims.
    pub kind: Kind,
    /// The issuers.
    pub of: NodeSet,
    /// So many must claim it before the holder may rely on it.
    pub size: u16,
    /// So many could together claim the contrary.
    pub against: u16,
}

impl Quorum {
    /// More than half, against more than half.
    pub fn majority(kind: Kind, of: NodeSet) -> Quorum {
        let more_than_half = of.len() / 2 + 1;
        Quorum { kind, of, size: more_than_half, against: more_than_half }
    }

    /// So many must keep their word to leave no contrary quorum.
    pub fn blocking(&self) -> u16 {
        (self.of.len() + 1).saturating_sub(self.against)
    }

    fn horizon<V: View>(&self, view: &V) -> V::Moment {
        let enough = usize::from(view.enough(self));
        let pieces = self.of.iter().map(|issuer| self.comparable(view.piece(self.kind, issuer)));
        match usize::from(self.of.len()) {
            members if enough > members => Moment::PAST,
            _ if enough == 0 => Moment::FOREVER,
            members if members <= FEW => {
                let mut few = [Piece::NONE; FEW];
                few.iter_mut().zip(pieces).for_each(|(place, piece)| *place = piece);
                weakest_of_best(&mut few[..members], enough)
            }
            _ => weakest_of_best(&mut pieces.collect::<Vec<_>>(), enough),
        }
    }

    fn comparable<M: Moment>(&self, piece: Piece<M>) -> Piece<M> {
        match self.kind.card().binding {
            Binding::Count => Piece { epoch: Epoch(0), ..piece },
            _ => piece,
        }
    }
}

const FEW: usize = 9;

/// The latest moment until which `enough` pieces with one binding all count.
fn weakest_of_best<M: Moment>(pieces: &mut [Piece<M>], enough: usize) -> M {
    sort_by(pieces, |a, b| b.cmp(a));
    pieces
        .windows(enough)
        .filter(|members| members[0].epoch == members[enough - 1].epoch)
        .map(|members| members[enough - 1].until)
        .max()
        .unwrap_or(M::PAST)
}

impl Requirement {
    /// Needs nothing.
    pub fn nothing() -> Requirement {
        Requirement::All(Vec::new())
    }

    /// Evidence of one kind from more than half of these nodes.
    pub fn majority(kind: Kind, of: NodeSet) -> Requirement {
        Requirement::Quorum(Quorum::majority(kind, of))
    }

    /// The moment at which this stops holding in a view of the node at `holder`, unless new
    /// evidence comes: all is the earliest, any the latest, a quorum the k-th latest.
    pub fn horizon<V: View>(&self, view: &V, holder: Place) -> V::Moment {
        match self {
            Requirement::Atom(kind, issuer) => view.piece(*kind, *issuer).until,
            Requirement::Own(kind) => view.piece(*kind, holder).until,
            Requirement::All(parts) => {
                let ends = parts.iter().map(|part| part.horizon(view, holder));
                ends.min().unwrap_or(Moment::FOREVER)
            }
            Requirement::Any(parts) => {
                let ends = parts.iter().map(|part| part.horizon(view, holder));
                ends.max().unwrap_or(Moment::PAST)
            }
            Requirement::Quorum(quorum) => quorum.horizon(view),
        }
    }

    /// Calls `visit` for every atom.
    pub fn each_atom(&self, holder: Place, visit: &mut impl FnMut(Kind, Place)) {
        match self {
            Requirement::Atom(kind, issuer) => visit(*kind, *issuer),
            Requirement::Own(kind) => visit(*kind, holder),
            Requirement::All(parts) | Requirement::Any(parts) => {
                parts.iter().for_each(|part| part.each_atom(holder, visit));
            }
            Requirement::Quorum(q) => q.of.iter().for_each(|issuer| visit(q.kind, issuer)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::Epoch;
    use crate::kernel::Instant;

    /// Vote and lease of five issuers; truth asks for one member fewer.
    struct Table([(u64, u64); 5], u16);

    impl View for Table {
        type Moment = Instant;
        fn piece(&self, _: Kind, issuer: Place) -> Piece<Instant> {
            let (epoch, until) = self.0[issuer.index()];
            Piece { epoch: Epoch(epoch), until: Instant(until) }
        }
        fn enough(&self, _: &Quorum) -> u16 {
            self.1
        }
        fn is_belief(&self) -> bool {
            true
        }
    }

    fn until(requirement: &Requirement, table: Table) -> u64 {
        requirement.horizon(&table, Place(0)).0
    }

    #[test]
    fn a_quorum_lasts_as_long_as_its_kth_member() {
        let majority = Requirement::majority(Kind::LeaseEpoch, NodeSet::first(5));
        let table = |enough| Table([(4, 9), (4, 50), (4, 7), (4, 30), (4, 1)], enough);
        assert_eq!(until(&majority, table(3)), 9);
        assert_eq!(until(&majority, table(1)), 50);
        assert_eq!(until(&majority, table(0)), u64::MAX);
        assert_eq!(until(&majority, table(6)), 0);
    }

    #[test]
    fn members_must_share_one_binding() {
        let majority = Requirement::majority(Kind::LeaseEpoch, NodeSet::first(5));
        assert_eq!(until(&majority, Table([(4, 9), (5, 50), (4, 7), (5, 30), (4, 8)], 3)), 7);
        assert_eq!(until(&majority, Table([(4, 9), (5, 50), (4, 7), (5, 30), (3, 8)], 3)), 0);
    }

    #[test]
    fn members_that_count_versions_count_alone() {
        let majority = Requirement::majority(Kind::HandoffHint, NodeSet::first(5));
        assert_eq!(until(&majority, Table([(4, 9), (5, 50), (4, 7), (5, 30), (3, 8)], 3)), 9);
    }

    #[test]
    fn all_is_the_earliest_and_any_the_latest() {
        let atom = |place| Requirement::Atom(Kind::Heartbeat, Place(place));
        let table = || Table([(0, 9), (0, 50), (0, 7), (0, 30), (0, 0)], 3);
        assert_eq!(until(&Requirement::All(vec![atom(0), atom(1)]), table()), 9);
        assert_eq!(until(&Requirement::Any(vec![atom(0), atom(1)]), table()), 50);
        assert_eq!(until(&Requirement::nothing(), table()), u64::MAX);
        assert_eq!(until(&Requirement::Any(vec![]), table()), 0);
        assert_eq!(until(&Requirement::Own(Kind::Heartbeat), table()), 9);
    }

    #[test]
    fn a_quorum_of_many_agrees_with_a_quorum_of_few() {
        let many: NodeSet = (0..20).map(Place).collect();
        struct Steps;
        impl View for Steps {
            type Moment = Instant;
            fn piece(&self, _: Kind, issuer: Place) -> Piece<Instant> {
                Piece { epoch: Epoch(1), until: Instant(100 - u64::from(issuer.0)) }
            }
            fn enough(&self, quorum: &Quorum) -> u16 {
                quorum.size
            }
            fn is_belief(&self) -> bool {
                true
            }
        }
        let horizon = |of| Requirement::majority(Kind::Heartbeat, of).horizon(&Steps, Place(0)).0;
        assert_eq!((horizon(many), horizon(NodeSet::first(9))), (90, 96));
    }
}
