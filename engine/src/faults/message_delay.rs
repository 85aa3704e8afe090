//! This message takes so much longer, and may be overtaken.
use super::{FaultCard, FaultKind, Group, ParamCard, Stricken, Target, TargetKind, span};
use crate::kernel::{Fated, Unit};

pub(super) const CARD: FaultCard = FaultCard {
    kind: FaultKind::MessageDelay,
    slug: "message-delay",
    title: "Delay",
    says: "This message takes so much longer, and may be overtaken.",
    also: "late slow lag latency hold",
    group: Group::Message,
    target: TargetKind::Message,
    param: Some(ParamCard {
        name: "by",
        unit: Unit::Span,
        range: (0, 60_000_000_000),
        default: 1_000_000_000,
        realistic: None,
    }),
    undo: None,
};

pub(super) fn strike(target: &Target, amount: i64, world: &mut dyn Stricken) -> bool {
    target.message().is_some_and(|name| world.message(name, Fated::Delay(span(amount))))
}
