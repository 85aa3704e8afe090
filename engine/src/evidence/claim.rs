//! One item of evidence: who claims what, to whom, under which binding.
use super::Kind;
use crate::kernel::{NodeId, Place};

/// The binding of an item: a term, a token, a version. Higher supersedes lower.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Epoch(pub u64);

/// One claim, from one node of a service to another. Its name is its content: a renewal is the
/// same item, valid for longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Evidence {
    /// What is claimed.
    pub kind: Kind,
    /// Who claims it.
    pub issuer: NodeId,
    /// To whom; only this node may rely on it.
    pub holder: NodeId,
    /// Under which binding.
    pub epoch: Epoch,
}

impl Evidence {
    /// Where its issuer stands in the service.
    pub fn by(&self) -> Place {
        self.issuer.place
    }

    /// Where its holder stands in the service.
    pub fn to(&self) -> Place {
        self.holder.place
    }
}
