//! The wall clock is set to true time, and both clocks run true.
use super::{FaultCard, FaultKind, Group, Stricken, Target, TargetKind};

pub(super) const CARD: FaultCard = FaultCard {
    kind: FaultKind::ClockSync,
    slug: "clock-sync",
    title: "Set its clocks right",
    says: "The wall clock is set to true time, and both clocks run true.",
    also: "ntp synchronize time correct mend skew",
    group: Group::Clock,
    target: TargetKind::Hosts,
    param: None,
    undo: None,
};

pub(super) fn strike(target: &Target, _amount: i64, world: &mut dyn Stricken) -> bool {
    target.each_host(|host| world.clock(host, &mut |clock, now| clock.sync(now)))
}
