//! The wall clock is set so far ahead of true time, or behind it.
use super::{FaultCard, FaultKind, Group, ParamCard, Stricken, Target, TargetKind};
use crate::kernel::Unit;

pub(super) const CARD: FaultCard = FaultCard {
    kind: FaultKind::ClockOffset,
    slug: "clock-offset",
    title: "Set its wall clock off",
    says: "The wall clock is set so far ahead of true time, or behind it.",
    also: "skew time wrong ahead behind late early",
    group: Group::Clock,
    target: TargetKind::Hosts,
    param: Some(ParamCard {
        name: "ahead by",
        unit: Unit::Span,
        range: (-600_000_000_000, 600_000_000_000),
        default: 1_000_000_000,
        realistic: None,
    }),
    undo: Some(FaultKind::ClockSync),
};

pub(super) fn strike(target: &Target, amount: i64, world: &mut dyn Stricken) -> bool {
    target.each_host(|host| world.clock(host, &mut |clock, now| clock.set_wall_offset(now, amount)))
}
