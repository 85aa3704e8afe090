//! Messages wait on the links, and are not lost.
use super::{FaultCard, FaultKind, Group, Stricken, Target, TargetKind};

pub(super) const CARD: FaultCard = FaultCard {
    kind: FaultKind::Hold,
    slug: "hold",
    title: "Hold",
    says: "Messages wait on the links, and are not lost.",
    also: "stop queue buffer stall freeze block",
    group: Group::Link,
    target: TargetKind::Links,
    param: None,
    undo: Some(FaultKind::Release),
};

pub(super) fn strike(target: &Target, _amount: i64, world: &mut dyn Stricken) -> bool {
    target.change_links(world, |link| link.held = true)
}
