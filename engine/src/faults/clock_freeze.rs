//! Both clocks stand still while the host goes on working.
use super::{FaultCard, FaultKind, Group, Stricken, Target, TargetKind};

pub(super) const CARD: FaultCard = FaultCard {
    kind: FaultKind::ClockFreeze,
    slug: "clock-freeze",
    title: "Freeze its clocks",
    says: "Both clocks stand still while the host goes on working.",
    also: "stop time hold skew",
    group: Group::Clock,
    target: TargetKind::Hosts,
    param: None,
    undo: Some(FaultKind::ClockSync),
};

pub(super) fn strike(target: &Target, _amount: i64, world: &mut dyn Stricken) -> bool {
    target.each_host(|host| world.clock(host, &mut |clock, now| clock.set_drift(now, -1_000_000)))
}
