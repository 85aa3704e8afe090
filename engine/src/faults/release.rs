//! Messages that waited on the links go on.
use super::{FaultCard, FaultKind, Group, Stricken, Target, TargetKind};

pub(super) const CARD: FaultCard = FaultCard {
    kind: FaultKind::Release,
    slug: "release",
    title: "Release",
    says: "Messages that waited on the links go on.",
    also: "resume unblock flush go",
    group: Group::Link,
    target: TargetKind::Links,
    param: None,
    undo: None,
};

pub(super) fn strike(target: &Target, _amount: i64, world: &mut dyn Stricken) -> bool {
    target.change_links(world, |link| link.held = false)
}
