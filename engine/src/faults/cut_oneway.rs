//! Nothing passes from the first side to the second; words still come back.
use super::{FaultCard, FaultKind, Group, Stricken, Target, TargetKind};

pub(super) const CARD: FaultCard = FaultCard {
    kind: FaultKind::CutOneway,
    slug: "cut-oneway",
    title: "Cut one way",
    says: "Nothing passes from the first side to the second; words still come back.",
    also: "asymmetric partition partial deaf mute half",
    group: Group::Cut,
    target: TargetKind::OneWay,
    param: None,
    undo: Some(FaultKind::Heal),
};

pub(super) fn strike(target: &Target, _amount: i64, world: &mut dyn Stricken) -> bool {
    world.network(&mut |network| target.cut().is_some_and(|cut| network.cut(cut)))
}
