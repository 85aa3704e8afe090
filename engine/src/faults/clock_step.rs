//! The wall clock jumps by so much.
use super::{FaultCard, FaultKind, Group, ParamCard, Stricken, Target, TargetKind};
use crate::kernel::Unit;

pub(super) const CARD: FaultCard = FaultCard {
    kind: FaultKind::ClockStep,
    slug: "clock-step",
    title: "Step its wall clock",
    says: "The wall clock jumps by so much.",
    also: "jump skew time ntp leap second",
    group: Group::Clock,
    target: TargetKind::Hosts,
    param: Some(ParamCard {
        name: "by",
        unit: Unit::Span,
        range: (-600_000_000_000, 600_000_000_000),
        default: -1_000_000_000,
        realistic: None,
    }),
    undo: Some(FaultKind::ClockSync),
};

pub(super) fn strike(target: &Target, amount: i64, world: &mut dyn Stricken) -> bool {
    target.each_host(|host| world.clock(host, &mut |clock, now| clock.step_wall(now, amount)))
}
