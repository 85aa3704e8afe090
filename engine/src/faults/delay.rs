//! Messages that set out from now on take so much longer.
use super::{FaultCard, FaultKind, Group, ParamCard, Stricken, Target, TargetKind, span};
use crate::kernel::Unit;

pub(super) const CARD: FaultCard = FaultCard {
    kind: FaultKind::Delay,
    slug: "delay",
    title: "Delay",
    says: "Messages that set out from now on take so much longer.",
    also: "latency slow lag distance",
    group: Group::Link,
    target: TargetKind::Links,
    param: Some(ParamCard {
        name: "by",
        unit: Unit::Span,
        range: (0, 60_000_000_000),
        default: 200_000_000,
        realistic: None,
    }),
    undo: Some(FaultKind::Heal),
};

pub(super) fn strike(target: &Target, amount: i64, world: &mut dyn Stricken) -> bool {
    let by = span(amount);
    target.change_links(world, |link| link.delay = by)
}
