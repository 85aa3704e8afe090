//! What the contracts rest on.
use super::{Config, Reconciliation};
use crate::evidence::{Kind, Quorum, Requirement};
use crate::kernel::NodeSet;
use crate::modes::{Clause, Invariant};
use crate::node::{Key, Setup};

/// The clauses that contracts are made of.
pub(super) struct Needs {
    pub config: Config,
    homes: NodeSet,
    all: NodeSet,
}

impl Needs {
    pub fn new(setup: &Setup) -> Needs {
        let config = Config::new(setup);
        Needs { config, homes: config.homes(Key(0)), all: setup.all() }
    }

    /// Is there anybody who could stand in for a home replica?
    pub fn has_stand_ins(&self) -> bool {
        self.config.sloppy && self.homes != self.all
    }

    /// Are answers of stand-ins presented as if home replicas had given them?
    pub fn is_unlabelled(&self) -> bool {
        self.has_stand_ins() && !self.config.label_sloppy
    }

    /// So many home replicas answer; or anybody, for a coordinator that makes no difference.
    pub fn quorum(&self, need: u16) -> Clause {
        match self.is_unlabelled() {
            true => self.sloppy_quorum(need),
            false => Clause::checked(Invariant::Availability, there(need, self.homes)),
        }
    }

    /// So many nodes answer, whoever they are.
    pub fn sloppy_quorum(&self, need: u16) -> Clause {
        Clause::checked(Invariant::Availability, there(need, self.all))
    }

    /// A get meets the last put that home replicas acknowledged: it asks home replicas, and fewer
    /// have forgotten theirs than the two have in common. Nobody looks into their disks; and a
    /// coordinator that makes no difference between them and others does not look at all.
    pub fn fresh_gets(&self) -> Option<Clause> {
        let overlap = self.config.overlap();
        let meets = (overlap > 0).then(|| fewer_forgot(overlap, Kind::CommitRecord, self.homes));
        let asks_homes = self.is_unlabelled().then(|| there(self.config.r, self.homes));
        let needs: Vec<_> = meets.into_iter().chain(asks_homes).collect();
        let at_stake = !needs.is_empty();
        at_stake.then(|| Clause::assumed(Invariant::Freshness, Requirement::All(needs)))
    }

    /// Gets of home replicas will meet a put: it is with home replicas.
    pub fn fresh_puts(&self) -> Option<Clause> {
        let with_homes = || Clause::assumed(Invariant::Freshness, there(self.config.w, self.homes));
        self.is_unlabelled().then(with_homes)
    }

    /// Of any W nodes that have acknowledged a put, one keeps it: a home replica as its own, any
    /// other node as a hint. A coordinator takes their word for it and never looks again.
    pub fn kept(&self, with_hints: bool) -> Clause {
        let (w, others) = (self.config.w, self.all.minus(self.homes));
        let forgot = |many, few| {
            let copies = fewer_forgot(many, Kind::CommitRecord, self.homes);
            let hints = fewer_forgot(few, Kind::HandoffHint, others);
            Requirement::Any(vec![copies, hints])
        };
        let needs = match with_hints || self.is_unlabelled() {
            true => Requirement::All((0..=w).map(|many| forgot(many, w - many)).collect()),
            false => fewer_forgot(w, Kind::CommitRecord, self.homes),
        };
        Clause::assumed(Invariant::Conservation, needs)
    }

    /// Where the last writer wins, later puts have higher stamps: the coordinator's clock is
    /// within its claimed bound.
    pub fn clock(&self) -> Option<Clause> {
        let stamps = self.config.reconciliation == Reconciliation::LastWriter;
        let clause = match self.config.clock_bound {
            true => Clause::checked,
            false => Clause::assumed,
        };
        let own = || Requirement::Own(Kind::WallTimestamp);
        stamps.then(|| clause(Invariant::Conservation, own()))
    }
}

/// So many of these answer.
fn there(need: u16, of: NodeSet) -> Requirement {
    let against = (of.len() + 1).saturating_sub(need);
    Requirement::Quorum(Quorum { kind: Kind::Heartbeat, of, size: need, against })
}

/// Fewer than so many of these have forgotten what they promised.
fn fewer_forgot(than: u16, kind: Kind, of: NodeSet) -> Requirement {
    let size = (of.len() + 1).saturating_sub(than);
    Requirement::Quorum(Quorum { kind, of, size, against: than })
}
