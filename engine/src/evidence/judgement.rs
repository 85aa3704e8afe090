//! A requirement with every atom ticked or crossed: by whom, since when, until when.
use super::{Evidence, Kind, Quorum, Requirement, Seen, View};
use crate::kernel::{Instant, NodeId, Place, ServiceId};

/// What a line of a judgement speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// One item of evidence, counting (or not) since an instant.
    Atom(Evidence, Instant),
    /// Every part.
    All,
    /// At least one part.
    Any,
    /// So many of the parts, with one binding; and how many there are now.
    Quorum(Kind, u16, u16),
}

/// The same tree as the requirement. A line is ticked at `now` when `now < until`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// What is judged.
    pub part: Part,
    /// When it was judged.
    pub now: Instant,
    /// When it ceases, or ceased, to hold.
    pub until: Instant,
    /// What it is made of.
    pub parts: Vec<Judgement>,
}

impl Judgement {
    /// Ticked or crossed.
    pub fn holds(&self) -> bool {
        self.now < self.until
    }
}

/// Explains a requirement. Every line's end comes from [`Requirement::horizon`]: there is no
/// second evaluation that could disagree with the first.
pub fn judge(
    requirement: &Requirement,
    seen: Seen<'_>,
    service: ServiceId,
    now: Instant,
) -> Judgement {
    let each =
        |parts: &[Requirement]| parts.iter().map(|part| judge(part, seen, service, now)).collect();
    let (part, parts) = match requirement {
        Requirement::Atom(kind, issuer) => (atom(*kind, *issuer, seen, service, now), Vec::new()),
        Requirement::Own(kind) => (atom(*kind, seen.holder, seen, service, now), Vec::new()),
        Requirement::All(parts) => (Part::All, each(parts)),
        Requirement::Any(parts) => (Part::Any, each(parts)),
        Requirement::Quorum(quorum) => of_quorum(quorum, seen, service, now),
    };
    Judgement { part, now, until: requirement.horizon(&seen, seen.holder), parts }
}

fn atom(kind: Kind, issuer: Place, seen: Seen<'_>, service: ServiceId, now: Instant) -> Part {
    let epoch = seen.piece(kind, issuer).epoch;
    let validity = seen.validity(kind, issuer);
    let since = if validity.holds(now) { validity.since } else { validity.until };
    let [issuer, holder] = [issuer, seen.holder].map(|place| NodeId { service, place });
    Part::Atom(Evidence { kind, issuer, holder, epoch }, since)
}

fn of_quorum(
    quorum: &Quorum,
    seen: Seen<'_>,
    service: ServiceId,
    now: Instant,
) -> (Part, Vec<Judgement>) {
    let one = |issuer| judge(&Requirement::Atom(quorum.kind, issuer), seen, service, now);
    let members: Vec<_> = quorum.of.iter().map(one).collect();
    let count = members.iter().filter(|member| member.holds()).count() as u16;
    (Part::Quorum(quorum.kind, seen.enough(quorum), count), members)
}
