//! The laws of the lattice, the table of the framework line by line, and the notation.
mod laws;
mod notation;
mod table;
mod well_formed;

use super::{
    Auth, Forbidden, GuaranteeVector, Idempotence, KeyDiscipline, Order, Phenomenon, Premises,
    Recency, Scope, Visibility,
};
use crate::evidence::Assumption;
use crate::kernel::{Draws, Purpose, Span};

fn draws(seed: u64) -> Draws {
    Draws::new(seed, Purpose::Swarm, 5)
}

/// All named promises, some random ones, nothing and everything.
fn sets<P: Phenomenon>() -> Vec<Forbidden<P>> {
    let mut draws = draws(1);
    let random = (0..20).map(|_| {
        let chosen = P::ALL.iter().filter(|_| draws.below(3) == 0);
        chosen.fold(Forbidden::NOTHING, |set, phenomenon| set.and(*phenomenon))
    });
    let named = P::NAMED.iter().map(|(_, promise)| *promise);
    named.chain(random).chain([Forbidden::NOTHING, Forbidden::EVERYTHING]).collect()
}

fn recencies() -> Vec<Recency> {
    let premises = [
        Premises::NONE,
        Premises::LEASE,
        Premises::TRUE_TIME,
        Premises::LEASE.and(Premises::TRUE_TIME),
        Premises::of(&[Assumption::CrashOnly, Assumption::HonestFlush]),
    ];
    let mut all: Vec<Recency> = premises.into_iter().map(Recency::fresh).collect();
    all.extend([1, 5, 60].map(|secs| Recency::within(Span::secs(secs))));
    all.extend([1, 7].map(Recency::within_versions));
    all.push(Recency::EVENTUAL);
    let both: Vec<Recency> =
        all.iter().flat_map(|one| all.iter().map(|other| one.join(*other))).collect();
    all.extend(both);
    all.dedup();
    all
}

fn idempotences() -> Vec<Idempotence> {
    let mut all = vec![Idempotence::NONE];
    for discipline in KeyDiscipline::ALL {
        all.push(Idempotence::by(discipline));
        all.extend([1, 300].map(|secs| Idempotence::by_within(discipline, Span::secs(secs))));
    }
    let both: Vec<Idempotence> = all.windows(2).map(|two| two[0].join(two[1])).collect();
    all.extend(both);
    all
}

fn vectors() -> Vec<GuaranteeVector> {
    let mut draws = draws(2);
    let (recencies, idempotences) = (recencies(), idempotences());
    let (scopes, orders, visibilities, auths): (
        Vec<Scope>,
        Vec<Order>,
        Vec<Visibility>,
        Vec<Auth>,
    ) = (sets(), sets(), sets(), sets());
    let mut pick = |len: usize| draws.below(len as u64) as usize;
    let random = (0..60).map(|_| GuaranteeVector {
        scope: scopes[pick(scopes.len())],
        order: orders[pick(orders.len())],
        visibility: visibilities[pick(visibilities.len())],
        recency: recencies[pick(recencies.len())],
        idempotence: idempotences[pick(idempotences.len())],
        auth: auths[pick(auths.len())],
    });
    random.chain([GuaranteeVector::NOTHING]).collect()
}
