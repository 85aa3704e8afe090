//! Every flush takes so much longer.
use super::{FaultCard, FaultKind, Group, ParamCard, Stricken, Target, TargetKind, span};
use crate::kernel::Unit;

pub(super) const CARD: FaultCard = FaultCard {
    kind: FaultKind::DiskSlow,
    slug: "disk-slow",
    title: "Slow its disks",
    says: "Every flush takes so much longer.",
    also: "fsync io storage latency delay flush",
    group: Group::Disk,
    target: TargetKind::Hosts,
    param: Some(ParamCard {
        name: "by",
        unit: Unit::Span,
        range: (0, 60_000_000_000),
        default: 500_000_000,
        realistic: None,
    }),
    undo: None,
};

pub(super) fn strike(target: &Target, amount: i64, world: &mut dyn Stricken) -> bool {
    target.each_host(|host| world.disk(host, Some(span(amount)), None))
}
