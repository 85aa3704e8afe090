//! Items of evidence, in words.
use engine::evidence::Evidence;
use engine::kernel::NodeId;
use engine::scenario::Cast;

/// What a binding is called by a node's mechanism: "term 4".
pub fn epoch(cast: &Cast, node: NodeId, epoch: u64) -> String {
    match cast.info(node.service).card.numbers[0] {
        "" => String::new(),
        word => format!("{word} {epoch}"),
    }
}

/// "lease, term 4, n3 to n1".
pub fn item(cast: &Cast, item: &Evidence) -> String {
    let (from, to) = (cast.own_name(item.issuer), cast.own_name(item.holder));
    let binding = match epoch(cast, item.holder, item.epoch.0) {
        word if item.epoch.0 == 0 || word.is_empty() => String::new(),
        word => format!(", {word}"),
    };
    match from == to {
        true => format!("{}{binding}, its own", item.kind.name()),
        false => format!("{}{binding}, {from} to {to}", item.kind.name()),
    }
}
