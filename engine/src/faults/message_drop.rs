//! This message never arrives.
use super::{FaultCard, FaultKind, Group, Stricken, Target, TargetKind};
use crate::kernel::Fated;

pub(super) const CARD: FaultCard = FaultCard {
    kind: FaultKind::MessageDrop,
    slug: "message-drop",
    title: "Drop",
    says: "This message never arrives.",
    also: "lose loss delete packet discard",
    group: Group::Message,
    target: TargetKind::Message,
    param: None,
    undo: None,
};

pub(super) fn strike(target: &Target, _amount: i64, world: &mut dyn Stricken) -> bool {
    target.message().is_some_and(|name| world.message(name, Fated::Drop))
}
