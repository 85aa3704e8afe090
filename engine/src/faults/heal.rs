//! One cut is mended, or all links are as built.
use super::{FaultCard, FaultKind, Group, Stricken, Target, TargetKind};

pub(super) const CARD: FaultCard = FaultCard {
    kind: FaultKind::Heal,
    slug: "heal",
    title: "Heal",
    says: "One cut is mended, or all links are as built.",
    also: "mend join reconnect repair partition",
    group: Group::Cut,
    target: TargetKind::Links,
    param: None,
    undo: None,
};

pub(super) fn strike(target: &Target, _amount: i64, world: &mut dyn Stricken) -> bool {
    world.network(&mut |network| match target.cut() {
        Some(cut) => network.mend(cut),
        None => network.heal(),
    })
}
