//! These hosts cannot talk to those, while others talk to both.
use super::{FaultCard, FaultKind, Group, Stricken, Target, TargetKind};

pub(super) const CARD: FaultCard = FaultCard {
    kind: FaultKind::PartialCut,
    slug: "partial-cut",
    title: "Cut in part",
    says: "These hosts cannot talk to those, while others talk to both.",
    also: "asymmetric partition bridge partial non-transitive split",
    group: Group::Cut,
    target: TargetKind::Sides,
    param: None,
    undo: Some(FaultKind::Heal),
};

pub(super) fn strike(target: &Target, _amount: i64, world: &mut dyn Stricken) -> bool {
    world.network(&mut |network| target.cut().is_some_and(|cut| network.cut(cut)))
}
