//! Both clocks run fast by so much, or slow if negative.
use super::{FaultCard, FaultKind, Group, ParamCard, Stricken, Target, TargetKind};
use crate::kernel::Unit;

pub(super) const CARD: FaultCard = FaultCard {
    kind: FaultKind::ClockDrift,
    slug: "clock-drift",
    title: "Let its clocks drift",
    says: "Both clocks run fast by so much, or slow if negative.",
    also: "skew rate time fast slow speed",
    group: Group::Clock,
    target: TargetKind::Hosts,
    param: Some(ParamCard {
        name: "fast by",
        unit: Unit::Ppm,
        range: (-999_000, 9_000_000),
        default: -500_000,
        realistic: Some((-500, 500)),
    }),
    undo: Some(FaultKind::ClockSync),
};

pub(super) fn strike(target: &Target, amount: i64, world: &mut dyn Stricken) -> bool {
    target.each_host(|host| world.clock(host, &mut |clock, now| clock.set_drift(now, amount)))
}
