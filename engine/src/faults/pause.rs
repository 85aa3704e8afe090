//! The host stands still, as in a long garbage collection; its clocks go on.
use super::{FaultCard, FaultKind, Group, Stricken, Target, TargetKind};

pub(super) const CARD: FaultCard = FaultCard {
    kind: FaultKind::Pause,
    slug: "pause",
    title: "Pause",
    says: "The host stands still, as in a long garbage collection; its clocks go on.",
    also: "freeze gc garbage stop stall sleep suspend hang vm",
    group: Group::Host,
    target: TargetKind::Hosts,
    param: None,
    undo: Some(FaultKind::Resume),
};

pub(super) fn strike(target: &Target, _amount: i64, world: &mut dyn Stricken) -> bool {
    target.each_host(|host| world.pause(host, true))
}
