//! Such a share of messages arrives twice.
use super::{FaultCard, FaultKind, Group, ParamCard, Stricken, Target, TargetKind, per_mille};
use crate::kernel::Unit;

pub(super) const CARD: FaultCard = FaultCard {
    kind: FaultKind::Dup,
    slug: "dup",
    title: "Duplicate",
    says: "Such a share of messages arrives twice.",
    also: "double copy repeat twice again",
    group: Group::Link,
    target: TargetKind::Links,
    param: Some(ParamCard {
        name: "share",
        unit: Unit::PerMille,
        range: (0, 1_000),
        default: 200,
        realistic: None,
    }),
    undo: Some(FaultKind::Heal),
};

pub(super) fn strike(target: &Target, amount: i64, world: &mut dyn Stricken) -> bool {
    let share = per_mille(amount);
    target.change_links(world, |link| link.dup_per_mille = share)
}
