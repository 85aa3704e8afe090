//! Nothing passes between the two sides.
use super::{FaultCard, FaultKind, Group, Stricken, Target, TargetKind};

pub(super) const CARD: FaultCard = FaultCard {
    kind: FaultKind::Cut,
    slug: "cut",
    title: "Cut",
    says: "Nothing passes between the two sides.",
    also: "partition split network disconnect isolate sever",
    group: Group::Cut,
    target: TargetKind::Sides,
    param: None,
    undo: Some(FaultKind::Heal),
};

pub(super) fn strike(target: &Target, _amount: i64, world: &mut dyn Stricken) -> bool {
    world.network(&mut |network| target.cut().is_some_and(|cut| network.cut(cut)))
}
