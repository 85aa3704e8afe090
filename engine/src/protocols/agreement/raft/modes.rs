//! The contracts of a leader, and of a server that knows none.
use super::config::reads;
use super::{Reads, Setup};
use crate::evidence::{Kind, Requirement};
use crate::guarantees::{
    GuaranteeVector, Idempotence, KeyDiscipline, Order, Premises, Recency, Scope, Visibility,
};
use crate::modes::{ClassContracts, Clause, Contract, Invariant, Mode, ModeMatrix, SeeThinkDo};

/// For all classes of operations.
pub(super) fn matrix(setup: &Setup) -> ModeMatrix {
    let needs = Needs { setup };
    let reads = match reads(setup) {
        Reads::Lease => vec![needs.by_lease(), needs.by_asking(Mode::Degraded), refuse()],
        Reads::Index => vec![needs.by_asking(Mode::Target), refuse()],
        Reads::Log => vec![needs.through_the_log(), refuse()],
        Reads::Local => vec![needs.without_looking(), refuse()],
    };
    let writes = vec![needs.through_the_log(), needs.taken_in(), refuse()];
    ModeMatrix {
        classes: vec![
            ClassContracts { name: "reads", contracts: reads },
            ClassContracts { name: "writes", contracts: writes },
        ],
    }
}

struct Needs<'a> {
    setup: &'a Setup,
}

impl Needs<'_> {
    fn majority(&self, kind: Kind) -> Requirement {
        Requirement::majority(kind, self.setup.all())
    }

    /// One leader a term, and it has not stepped down: it still helps only itself.
    fn elected(&self) -> Clause {
        let in_office = Requirement::Own(Kind::LeaseEpoch);
        let needs = Requirement::All(vec![self.majority(Kind::ElectionVote), in_office]);
        Clause::checked(Invariant::Uniqueness, needs)
    }

    /// A majority has an entry of this term on disk: what is counted from then on stays. One that
    /// counts entries of earlier terms does not look.
    fn copied(&self) -> Clause {
        let needs = self.majority(Kind::LogPosition);
        match self.setup.guards("current-term-commit") {
            true => Clause::checked(Invariant::Conservation, needs),
            false => Clause::assumed(Invariant::Conservation, needs),
        }
    }

    /// A majority still answers.
    fn answered(&self) -> Clause {
        Clause::checked(Invariant::Availability, self.majority(Kind::Heartbeat))
    }

    /// Nobody else can be elected, and all that was committed before is known to be.
    fn leased(&self) -> Requirement {
        Requirement::All(vec![self.majority(Kind::LeaseEpoch), self.majority(Kind::LogPosition)])
    }

    fn by_lease(&self) -> Contract {
        Contract {
            mode: Mode::Target,
            name: "by lease",
            promise: "The newest acknowledged value, at once.",
            vector: fresh_by(Premises::LEASE),
            clauses: vec![self.elected(), Clause::checked(Invariant::Freshness, self.leased())],
            operator: SeeThinkDo {
                see: "Reads send no messages.",
                think: "The promise is kept on the followers' clocks and spent on the leader's.",
                act: "Alarm on the rate of clocks, not on their hour.",
            },
        }
    }

    fn by_asking(&self, mode: Mode) -> Contract {
        let position = self.majority(Kind::LogPosition);
        Contract {
            mode,
            name: "by asking",
            promise: "The newest acknowledged value, after one round.",
            vector: fresh_by(Premises::NONE),
            clauses: vec![
                self.elected(),
                Clause::checked(Invariant::Freshness, position),
                self.answered(),
            ],
            operator: SeeThinkDo {
                see: "Reads take a round trip to a majority.",
                think: "No lease, and still a leader.",
                act: "Nothing: it is slower and right.",
            },
        }
    }

    fn through_the_log(&self) -> Contract {
        Contract {
            mode: Mode::Target,
            name: "through the log",
            promise: "Once acknowledged, it is on the disks of a majority.",
            vector: GuaranteeVector { idempotence: ONCE, ..fresh_by(Premises::NONE) },
            clauses: vec![self.elected(), self.copied(), self.answered()],
            operator: SeeThinkDo {
                see: "The commit index moves.",
                think: "A majority takes part.",
                act: "Watch how many more may fail.",
            },
        }
    }

    fn taken_in(&self) -> Contract {
        Contract {
            mode: Mode::Degraded,
            name: "taken in",
            promise: "It is in the leader's log, and may never be more.",
            vector: GuaranteeVector::NOTHING,
            clauses: vec![self.elected()],
            operator: SeeThinkDo {
                see: "The log grows and the commit index does not.",
                think: "The leader is alone, or behind a cut.",
                act: "Find the cut before the log grows long.",
            },
        }
    }

    fn without_looking(&self) -> Contract {
        Contract {
            mode: Mode::Target,
            name: "own copy",
            promise: "What this leader has applied, at once, as if it were the newest.",
            // Whoever answers so claims what a lease would let it claim, and does not look.
            vector: fresh_by(Premises::LEASE),
            clauses: vec![self.elected(), Clause::assumed(Invariant::Freshness, self.leased())],
            operator: SeeThinkDo {
                see: "Reads send no messages.",
                think: "Nothing tells this leader that it has been replaced.",
                act: "Do not call such reads linearizable.",
            },
        }
    }
}

fn refuse() -> Contract {
    Contract {
        mode: Mode::Floor,
        name: "refuse",
        promise: "No answer is better than a wrong one.",
        vector: GuaranteeVector::NOTHING,
        clauses: Vec::new(),
        operator: SeeThinkDo {
            see: "Refusals on one side of the network.",
            think: "It knows that it has no majority.",
            act: "Mend the network; do not force a leader.",
        },
    }
}

/// A client's session and the number of its operation in it tell a repetition from a new one.
const ONCE: Idempotence = Idempotence::by(KeyDiscipline::SessionSequence);

/// The newest committed value, object by object; what proves that it is the newest.
const fn fresh_by(premises: Premises) -> GuaranteeVector {
    GuaranteeVector {
        scope: Scope::OBJECT,
        order: Order::LX,
        visibility: Visibility::FRACTURED,
        recency: Recency::fresh(premises),
        ..GuaranteeVector::NOTHING
    }
}
