//! Such a share of messages never arrives.
use super::{FaultCard, FaultKind, Group, ParamCard, Stricken, Target, TargetKind, per_mille};
use crate::kernel::Unit;

pub(super) const CARD: FaultCard = FaultCard {
    kind: FaultKind::Loss,
    slug: "loss",
    title: "Lose",
    says: "Such a share of messages never arrives.",
    also: "drop packet lossy rate",
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
    target.change_links(world, |link| link.loss_per_mille = share)
}
