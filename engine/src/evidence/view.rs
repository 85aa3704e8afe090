//! A view answers, for one holder, what every item of evidence is worth.
use super::{Epoch, Kind, Quorum};
use crate::kernel::{Moment, Place};

/// The worth of one item: under which binding, and until when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Piece<M> {
    /// The binding.
    pub epoch: Epoch,
    /// It counts before this moment and no longer at it.
    pub until: M,
}

impl<M: Moment> Piece<M> {
    /// Nothing there.
    pub const NONE: Piece<M> = Piece { epoch: Epoch(0), until: M::PAST };
}

/// The same questions, different knowledge and clock.
pub trait View {
    /// The time line on which this view tells ends.
    type Moment: Moment;
    /// What evidence of this kind from this issuer is worth.
    fn piece(&self, kind: Kind, issuer: Place) -> Piece<Self::Moment>;
    /// How many members must count for a quorum to count.
    fn enough(&self, quorum: &Quorum) -> u16;
    /// Is this what a node believes, and not what is true?
    fn is_belief(&self) -> bool;
}
