//! Such a share of messages may be overtaken by later ones.
use super::{FaultCard, FaultKind, Group, ParamCard, Stricken, Target, TargetKind, per_mille};
use crate::kernel::Unit;

pub(super) const CARD: FaultCard = FaultCard {
    kind: FaultKind::Reorder,
    slug: "reorder",
    title: "Reorder",
    says: "Such a share of messages may be overtaken by later ones.",
    also: "overtake order shuffle fifo",
    group: Group::Link,
    target: TargetKind::Links,
    param: Some(ParamCard {
        name: "share",
        unit: Unit::PerMille,
        range: (0, 1_000),
        default: 300,
        realistic: None,
    }),
    undo: Some(FaultKind::Heal),
};

pub(super) fn strike(target: &Target, amount: i64, world: &mut dyn Stricken) -> bool {
    let share = per_mille(amount);
    target.change_links(world, |link| link.reorder_per_mille = share)
}
