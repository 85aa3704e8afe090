//! The host takes so much longer over every message that it gets.
use super::{FaultCard, FaultKind, Group, ParamCard, Stricken, Target, TargetKind, span};
use crate::kernel::Unit;

pub(super) const CARD: FaultCard = FaultCard {
    kind: FaultKind::Slow,
    slug: "slow",
    title: "Slow down",
    says: "The host takes so much longer over every message that it gets.",
    also: "load busy overload cpu lag gray failure straggler",
    group: Group::Host,
    target: TargetKind::Hosts,
    param: Some(ParamCard {
        name: "by",
        unit: Unit::Span,
        range: (0, 60_000_000_000),
        default: 100_000_000,
        realistic: None,
    }),
    undo: None,
};

pub(super) fn strike(target: &Target, amount: i64, world: &mut dyn Stricken) -> bool {
    target.each_host(|host| world.slow(host, span(amount)))
}
