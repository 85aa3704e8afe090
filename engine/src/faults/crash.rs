//! The host stops: memory is lost, what was flushed is kept.
use super::{FaultCard, FaultKind, Group, Stricken, Target, TargetKind};

pub(super) const CARD: FaultCard = FaultCard {
    kind: FaultKind::Crash,
    slug: "crash",
    title: "Crash",
    says: "The host stops: memory is lost, what was flushed is kept.",
    also: "kill stop fail power off die reboot",
    group: Group::Host,
    target: TargetKind::Hosts,
    param: None,
    undo: Some(FaultKind::Restart),
};

pub(super) fn strike(target: &Target, _amount: i64, world: &mut dyn Stricken) -> bool {
    target.each_host(|host| world.crash(host, false))
}
