//! Why a node stands where it stands: its contracts, clause by clause, in both views.
use super::World;
use crate::evidence::{Judgement, Kind, Requirement, judge_both};
use crate::guarantees::GuaranteeVector;
use crate::kernel::{Instant, NodeId};
use crate::modes::{ClassId, Clause, Invariant, Mode};

/// One contract, judged.
#[derive(Clone, Debug)]
pub struct ContractView {
    /// Its place in the list of its class.
    pub place: u8,
    /// Its column.
    pub mode: Mode,
    /// "by lease".
    pub name: &'static str,
    /// What a user may count on.
    pub promise: &'static str,
    /// The same, component by component.
    pub vector: GuaranteeVector,
    /// What is at stake, and what protects it.
    pub clauses: Vec<ClauseView>,
}

/// One clause, judged in both views.
#[derive(Clone, Debug)]
pub struct ClauseView {
    /// At stake.
    pub invariant: Invariant,
    /// The node does not look.
    pub assumed: bool,
    /// As the node sees it.
    pub belief: Judgement,
    /// As its issuers see what it holds.
    pub truth: Judgement,
}

impl ContractView {
    /// Does the node believe that it may serve this?
    pub fn is_believed(&self) -> bool {
        self.clauses.iter().all(|clause| clause.assumed || clause.belief.holds())
    }

    /// Is it protected in truth?
    pub fn is_true(&self) -> bool {
        self.clauses.iter().all(|clause| clause.truth.holds())
    }
}

impl World {
    /// All contracts of a class, as they stand for a node at an instant, strongest first.
    pub fn explain(&self, node: NodeId, class: ClassId, at: Instant) -> Vec<ContractView> {
        let at = at.max(self.now());
        let contracts = &self.modes(node.service).matrix().class(class).contracts;
        let ledger = self.ledger(node.service);
        let clause = |clause: &Clause| {
            let (belief, truth) = judge_both(&clause.requires, ledger, node, at);
            ClauseView { invariant: clause.invariant, assumed: clause.assumed, belief, truth }
        };
        let view = |(place, contract): (usize, &crate::modes::Contract)| ContractView {
            place: place as u8,
            mode: contract.mode,
            name: contract.name,
            promise: contract.promise,
            vector: contract.vector,
            clauses: contract.clauses.iter().map(clause).collect(),
        };
        contracts.iter().enumerate().map(view).collect()
    }

    /// Are there enough items of a kind for a claim that needs several? A kind that no contract
    /// counts is whole with its first item.
    pub(super) fn is_complete(&self, holder: NodeId, kind: Kind, at: Instant) -> bool {
        self.needed(holder, kind).is_none_or(|quorum| {
            let (belief, _) = judge_both(&quorum, self.ledger(holder.service), holder, at);
            belief.holds()
        })
    }

    /// How many items of a kind a contract of the service needs, if it needs several.
    pub(super) fn needed(&self, holder: NodeId, kind: Kind) -> Option<Requirement> {
        let classes = &self.modes(holder.service).matrix().classes;
        let clauses = classes.iter().flat_map(|class| &class.contracts);
        let mut needed = clauses.flat_map(|contract| &contract.clauses);
        needed.find_map(|clause| quorum_of(&clause.requires, kind)).cloned()
    }
}

fn quorum_of(requirement: &Requirement, kind: Kind) -> Option<&Requirement> {
    match requirement {
        Requirement::Quorum(quorum) if quorum.kind == kind => Some(requirement),
        Requirement::All(parts) | Requirement::Any(parts) => {
            parts.iter().find_map(|part| quorum_of(part, kind))
        }
        _ => None,
    }
}
