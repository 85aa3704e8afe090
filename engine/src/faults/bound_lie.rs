//! The host claims that its wall clock is no further off than this, true or not.
use super::{FaultCard, FaultKind, Group, ParamCard, Stricken, Target, TargetKind, span};
use crate::kernel::Unit;

pub(super) const CARD: FaultCard = FaultCard {
    kind: FaultKind::BoundLie,
    slug: "bound-lie",
    title: "Claim an error bound",
    says: "The host claims that its wall clock is no further off than this, true or not.",
    also: "uncertainty truetime interval lie skew epsilon",
    group: Group::Clock,
    target: TargetKind::Hosts,
    param: Some(ParamCard {
        name: "claims",
        unit: Unit::Span,
        range: (0, 60_000_000_000),
        default: 1_000_000,
        realistic: None,
    }),
    undo: None,
};

pub(super) fn strike(target: &Target, amount: i64, world: &mut dyn Stricken) -> bool {
    target
        .each_host(|host| world.clock(host, &mut |clock, _| clock.claim_error(Some(span(amount)))))
}
