//! How a node looks.
use super::replica::Replica;
use crate::observation::{Field, Observation, Role, Shape};

pub(super) fn replica(replica: &Replica) -> Observation {
    let registers = replica.objects.iter().map(|(key, object)| {
        let values = object.values().map(|value| value.0).collect();
        Field { name: "siblings", shape: Shape::Register(key.0, values) }
    });
    let kept = replica.hints.count_for(replica.hints.homes()) as u64;
    let others = [
        Field { name: "hints", shape: Shape::Counter(kept) },
        Field { name: "hinted for", shape: Shape::Nodes(replica.hints.homes()) },
        Field { name: "there", shape: Shape::Nodes(replica.peers.there()) },
    ];
    let fields = registers.chain(others).collect();
    Observation { role: Role::Replica, epoch: None, follows: None, fields }
}
