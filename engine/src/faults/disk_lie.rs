//! Flushes are reported as done, and nothing is kept.
use super::{FaultCard, FaultKind, Group, ParamCard, Stricken, Target, TargetKind};
use crate::kernel::{DiskHealth, Unit};

pub(super) const CARD: FaultCard = FaultCard {
    kind: FaultKind::DiskLie,
    slug: "disk-lie",
    title: "Let its disks lie",
    says: "Flushes are reported as done, and nothing is kept.",
    also: "fsync cache storage lose data flush corrupt",
    group: Group::Disk,
    target: TargetKind::Hosts,
    param: Some(ParamCard {
        name: "lies",
        unit: Unit::Count,
        range: (0, 1),
        default: 1,
        realistic: None,
    }),
    undo: None,
};

pub(super) fn strike(target: &Target, amount: i64, world: &mut dyn Stricken) -> bool {
    let health = if amount > 0 { DiskHealth::Lying } else { DiskHealth::Honest };
    target.each_host(|host| world.disk(host, None, Some(health)))
}
