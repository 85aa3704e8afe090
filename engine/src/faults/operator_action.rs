//! An operator orders a node to do something.
use super::{FaultCard, FaultKind, Group, ParamCard, Stricken, Target, TargetKind};
use crate::kernel::Unit;

pub(super) const CARD: FaultCard = FaultCard {
    kind: FaultKind::OperatorAction,
    slug: "operator-action",
    title: "Give an order",
    says: "An operator orders a node to do something.",
    also: "command human admin manual failover tell",
    group: Group::Human,
    target: TargetKind::Node,
    param: Some(ParamCard {
        name: "order",
        unit: Unit::Count,
        range: (0, 15),
        default: 0,
        realistic: None,
    }),
    undo: None,
};

pub(super) fn strike(target: &Target, amount: i64, world: &mut dyn Stricken) -> bool {
    target.node().is_some_and(|node| world.order(node, u8::try_from(amount).unwrap_or(u8::MAX)))
}
