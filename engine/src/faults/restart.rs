//! A host that has crashed boots from what its disks kept.
use super::{FaultCard, FaultKind, Group, Stricken, Target, TargetKind};

pub(super) const CARD: FaultCard = FaultCard {
    kind: FaultKind::Restart,
    slug: "restart",
    title: "Restart",
    says: "A host that has crashed boots from what its disks kept.",
    also: "reboot boot start up recover on",
    group: Group::Host,
    target: TargetKind::Hosts,
    param: None,
    undo: None,
};

pub(super) fn strike(target: &Target, _amount: i64, world: &mut dyn Stricken) -> bool {
    target.each_host(|host| world.restart(host))
}
