//! What a node holds of each kind, taken together: enough of it, and until when.
use super::World;
use super::frame::ItemView;
use crate::evidence::{Kind, Lifetime, Requirement, judge_both};
use crate::kernel::{Instant, NodeId, Span};

/// All items of one kind that a node holds under one binding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holding {
    /// Of which kind.
    pub kind: Kind,
    /// The highest binding among them.
    pub epoch: u64,
    /// So many count for the holder.
    pub believed: u16,
    /// So many of those that it holds count in truth.
    pub true_now: u16,
    /// So many are needed.
    pub needed: u16,
    /// So many there could be.
    pub of: u16,
    /// Until when there are enough for the holder.
    pub believed_until: Instant,
    /// Until when there are enough in truth.
    pub true_until: Instant,
    /// When one was last taken in.
    pub renewed: Instant,
    /// It runs out at an hour that is known.
    pub has_deadline: bool,
}

impl Holding {
    /// How long it was to last when it was last renewed.
    pub fn whole(&self) -> Span {
        self.believed_until.max(self.true_until) - self.renewed
    }
}

impl World {
    /// What a node holds, kind by kind, at an instant.
    pub fn holdings(&self, node: NodeId, items: &[ItemView], at: Instant) -> Vec<Holding> {
        let kinds = self.ledger(node.service).kinds().to_vec();
        kinds.into_iter().filter_map(|kind| self.holding(node, kind, items, at)).collect()
    }

    fn holding(
        &self,
        node: NodeId,
        kind: Kind,
        items: &[ItemView],
        at: Instant,
    ) -> Option<Holding> {
        let held: Vec<_> = items.iter().filter(|item| item.kind == kind && item.held).collect();
        let epoch = held.iter().map(|item| item.epoch.0).max()?;
        let requirement =
            self.needed(node, kind).unwrap_or(Requirement::Atom(kind, held[0].issuer.place));
        let (belief, truth) = judge_both(&requirement, self.ledger(node.service), node, at);
        let (needed, of) = match &requirement {
            Requirement::Quorum(quorum) => (quorum.size, quorum.of.len()),
            _ => (1, 1),
        };
        let count = |counts: fn(&ItemView) -> Instant| {
            held.iter().filter(|item| at < counts(item)).count() as u16
        };
        Some(Holding {
            kind,
            epoch,
            believed: count(|item| item.believed_span.1),
            true_now: count(|item| item.truth_span.1),
            needed,
            of,
            believed_until: belief.until,
            true_until: truth.until,
            renewed: held.iter().map(|item| item.renewed).max().unwrap_or(at),
            has_deadline: kind.card().lifetime == Lifetime::UntilDeadline,
        })
    }
}
