//! A paused host goes on, and does at once all that fell due.
use super::{FaultCard, FaultKind, Group, Stricken, Target, TargetKind};

pub(super) const CARD: FaultCard = FaultCard {
    kind: FaultKind::Resume,
    slug: "resume",
    title: "Resume",
    says: "A paused host goes on, and does at once all that fell due.",
    also: "continue unpause wake go",
    group: Group::Host,
    target: TargetKind::Hosts,
    param: None,
    undo: None,
};

pub(super) fn strike(target: &Target, _amount: i64, world: &mut dyn Stricken) -> bool {
    target.each_host(|host| world.pause(host, false))
}
