//! Whose evidence is looked at, and which item of it is followed.
use crate::state::{Session, Topic};
use crate::words::worst_row;
use engine::evidence::{Nature, State};
use engine::kernel::NodeId;
use engine::world::{Frame, ItemView, NodeView};

/// What others have given to a node, whether it took it in or not.
pub(super) fn given(node: &NodeView) -> impl Iterator<Item = &ItemView> {
    node.items.iter().filter(|item| item.issuer != item.holder)
}

/// What others have given to one node of a frame.
pub(super) fn given_to(frame: &Frame, holder: NodeId) -> Vec<&ItemView> {
    frame.nodes.iter().filter(|node| node.id == holder).flat_map(given).collect()
}

/// Does it count?
pub(super) const fn counts(state: State) -> bool {
    matches!(state, State::Active | State::Expiring)
}

/// The node that is chosen, or the one that is worst off, or the first that was given anything.
pub(super) fn observer(session: &Session, frame: &Frame, topic: Option<Topic>) -> Option<NodeId> {
    let chosen = match topic {
        Some(Topic::Row(node, ..) | Topic::Item(_, _, node)) => Some(node),
        _ => worst_row(session).map(|(node, ..)| node),
    };
    let has_some =
        |id: &NodeId| frame.nodes.iter().any(|node| node.id == *id && given(node).next().is_some());
    let first = || frame.nodes.iter().map(|node| node.id).find(has_some);
    chosen.filter(has_some).or_else(first)
}

/// The item that is chosen, or the first that counts for its holder alone, or the first promise
/// that runs out, or the first of all.
pub(super) fn followed<'a>(items: &[&'a ItemView], topic: Option<Topic>) -> Option<&'a ItemView> {
    let chosen =
        |item: &&&ItemView| topic == Some(Topic::Item(item.kind, item.issuer, item.holder));
    let lies = |item: &&&ItemView| counts(item.believed) && !counts(item.truth);
    let promised = |item: &&&ItemView| {
        item.held
            && item.kind.card().nature == Nature::Promise
            && item.believed_span.1.0 < u64::MAX / 2
    };
    let mut all = items.iter();
    let first = |wanted: &dyn Fn(&&&ItemView) -> bool| items.iter().find(wanted);
    let found = first(&chosen).or_else(|| first(&lies)).or_else(|| first(&promised));
    found.or_else(|| all.next()).copied()
}
