//! The host stops and its disks are gone, too.
use super::{FaultCard, FaultKind, Group, Stricken, Target, TargetKind};

pub(super) const CARD: FaultCard = FaultCard {
    kind: FaultKind::CrashAmnesia,
    slug: "crash-amnesia",
    title: "Crash with amnesia",
    says: "The host stops and its disks are gone, too.",
    also: "kill wipe lose disk data forget fail die destroy",
    group: Group::Host,
    target: TargetKind::Hosts,
    param: None,
    undo: Some(FaultKind::Restart),
};

pub(super) fn strike(target: &Target, _amount: i64, world: &mut dyn Stricken) -> bool {
    target.each_host(|host| world.crash(host, true))
}
