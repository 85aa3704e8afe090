//! This message arrives once more, so much later.
use super::{FaultCard, FaultKind, Group, ParamCard, Stricken, Target, TargetKind, span};
use crate::kernel::{Fated, Unit};

pub(super) const CARD: FaultCard = FaultCard {
    kind: FaultKind::MessageDuplicate,
    slug: "message-duplicate",
    title: "Duplicate",
    says: "This message arrives once more, so much later.",
    also: "double copy repeat twice again replay resend",
    group: Group::Message,
    target: TargetKind::Message,
    param: Some(ParamCard {
        name: "after",
        unit: Unit::Span,
        range: (0, 60_000_000_000),
        default: 500_000_000,
        realistic: None,
    }),
    undo: None,
};

pub(super) fn strike(target: &Target, amount: i64, world: &mut dyn Stricken) -> bool {
    target.message().is_some_and(|name| world.message(name, Fated::Duplicate(span(amount))))
}
