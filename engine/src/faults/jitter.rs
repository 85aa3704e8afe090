//! Messages that set out from now on take up to so much longer, by chance.
use super::{FaultCard, FaultKind, Group, ParamCard, Stricken, Target, TargetKind, span};
use crate::kernel::Unit;

pub(super) const CARD: FaultCard = FaultCard {
    kind: FaultKind::Jitter,
    slug: "jitter",
    title: "Jitter",
    says: "Messages that set out from now on take up to so much longer, by chance.",
    also: "latency random delay slow lag variance",
    group: Group::Link,
    target: TargetKind::Links,
    param: Some(ParamCard {
        name: "up to",
        unit: Unit::Span,
        range: (0, 60_000_000_000),
        default: 100_000_000,
        realistic: None,
    }),
    undo: Some(FaultKind::Heal),
};

pub(super) fn strike(target: &Target, amount: i64, world: &mut dyn Stricken) -> bool {
    let by = span(amount);
    target.change_links(world, |link| link.jitter = by)
}
