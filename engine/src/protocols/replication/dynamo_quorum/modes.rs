//! The contracts of a coordinator, which every node is.
//!
//! A contract is a node's, and home replicas are a key's: these contracts are those for keys whose
//! preference list begins like that of key 0, the hot key of scenarios. Where the home replicas of
//! another key fall short, the answer is labelled as less than its node believes.
use super::needs::Needs;
use crate::guarantees::{GuaranteeVector, Order, Premises, Recency, Scope, Visibility};
use crate::modes::{ClassContracts, Contract, Mode, ModeMatrix, SeeThinkDo};
use crate::node::Setup;

/// For all classes of operations.
pub(super) fn matrix(setup: &Setup) -> ModeMatrix {
    let needs = Needs::new(setup);
    ModeMatrix { classes: vec![gets(&needs), puts(&needs)] }
}

fn gets(needs: &Needs) -> ClassContracts {
    let mut contracts = vec![get_from_homes(needs)];
    if needs.has_stand_ins() && !needs.is_unlabelled() {
        contracts.push(get_from_anybody(needs));
    }
    contracts.push(if needs.config.sloppy { own_copy() } else { refuse() });
    ClassContracts { name: "gets", contracts }
}

fn puts(needs: &Needs) -> ClassContracts {
    let mut contracts = vec![put_at_homes(needs)];
    if needs.has_stand_ins() && !needs.is_unlabelled() {
        contracts.push(put_with_hints(needs));
    }
    contracts.push(refuse());
    ClassContracts { name: "puts", contracts }
}

fn get_from_homes(needs: &Needs) -> Contract {
    let promise = match (needs.config.overlap() > 0, needs.has_stand_ins()) {
        (true, false) => "It meets the last acknowledged put, at one replica at least.",
        (true, true) => "It meets the last put acknowledged by home replicas, at one at least.",
        (false, _) => "What R home replicas hold; there may be newer.",
    };
    let quorum = needs.quorum(needs.config.r);
    Contract {
        mode: Mode::Target,
        name: "home replicas",
        promise,
        vector: of_homes(needs),
        clauses: [quorum].into_iter().chain(needs.fresh_gets()).collect(),
        operator: SeeThinkDo {
            see: "Gets take as long as the slowest of R.",
            think: "Do R and W add up to more than N, and who counts?",
            act: "Watch how often a get returns siblings.",
        },
    }
}

fn get_from_anybody(needs: &Needs) -> Contract {
    Contract {
        mode: Mode::Degraded,
        name: "whoever is there",
        promise: "What R nodes hold, for themselves or others; there may be newer.",
        vector: ANYTHING,
        clauses: vec![needs.sloppy_quorum(needs.config.r)],
        operator: SeeThinkDo {
            see: "Home replicas are silent, and gets are answered.",
            think: "R and W still add up, over nodes that need not meet.",
            act: "Find the cut.",
        },
    }
}

fn put_at_homes(needs: &Needs) -> Contract {
    let clauses = [needs.quorum(needs.config.w), needs.kept(false)].into_iter();
    Contract {
        mode: Mode::Target,
        name: "home replicas",
        promise: "Once acknowledged, it is on the disks of W home replicas.",
        vector: of_homes(needs),
        clauses: clauses.chain(needs.fresh_puts()).chain(needs.clock()).collect(),
        operator: SeeThinkDo {
            see: "Puts take as long as the slowest of W.",
            think: "An acknowledged put can still meet a sibling.",
            act: "See to it that clients merge what they get.",
        },
    }
}

fn put_with_hints(needs: &Needs) -> Contract {
    let clauses = [needs.sloppy_quorum(needs.config.w), needs.kept(true)].into_iter();
    Contract {
        mode: Mode::Degraded,
        name: "with hints",
        promise: "Once acknowledged, it is on W disks, and its home replicas will get it.",
        vector: ANYTHING,
        clauses: clauses.chain(needs.clock()).collect(),
        operator: SeeThinkDo {
            see: "Hints pile up.",
            think: "The other side may be taking puts, too.",
            act: "Keep the stand-ins' disks safe until they have handed over.",
        },
    }
}

fn own_copy() -> Contract {
    Contract {
        mode: Mode::Floor,
        name: "own copy",
        promise: "What this node happens to hold; it may be stale.",
        vector: ANYTHING,
        clauses: Vec::new(),
        operator: SeeThinkDo {
            see: "Gets are answered at once, by one node.",
            think: "It is alone, and says so.",
            act: "Mend the links before anybody decides by such an answer.",
        },
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
            see: "Refusals, no errors in what is kept.",
            think: "It knows that it cannot keep its promise.",
            act: "Mend the links, or the clock.",
        },
    }
}

/// What some replicas hold, of some age, in no order; never half of a value.
const ANYTHING: GuaranteeVector = GuaranteeVector {
    scope: Scope::OBJECT,
    visibility: Visibility::FRACTURED,
    ..GuaranteeVector::NOTHING
};

/// Where R and W home replicas must meet, no get misses what was acknowledged before it began. It
/// is not more than regular: two gets that meet an unfinished put may see it and then not see it.
fn of_homes(needs: &Needs) -> GuaranteeVector {
    match needs.config.overlap() > 0 && !needs.has_stand_ins() {
        true => GuaranteeVector {
            order: Order::REGULAR,
            recency: Recency::fresh(Premises::NONE),
            ..ANYTHING
        },
        false => ANYTHING,
    }
}
