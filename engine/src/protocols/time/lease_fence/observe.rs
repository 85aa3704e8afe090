//! How the participants look.
use super::Register;
use super::grantor::Grantor;
use super::storage::Storage;
use super::worker::Worker;
use crate::kernel::{NodeSet, SortedMap};
use crate::node::Key;
use crate::observation::{Field, Observation, Role, Shape};

pub(super) fn grantor(grantor: &Grantor) -> Observation {
    let last = grantor.last();
    let holder = match last.token.0 {
        0 => NodeSet::EMPTY,
        _ => NodeSet::EMPTY.with(last.holder),
    };
    let fields = vec![Field { name: "granted to", shape: Shape::Nodes(holder) }];
    Observation { role: Role::Grantor, epoch: Some(last.token.0), follows: None, fields }
}

pub(super) fn storage(storage: &Storage) -> Observation {
    let fields = registers(storage.registers());
    Observation { role: Role::Storage, epoch: Some(storage.seen().0), follows: None, fields }
}

pub(super) fn worker(worker: &Worker) -> Observation {
    let epoch = worker.token().map(|token| token.0);
    let mut fields = vec![Field { name: "holds the lease", shape: Shape::Flag(epoch.is_some()) }];
    fields.extend(worker.copy().into_iter().flat_map(registers));
    Observation { role: Role::Worker, epoch, follows: None, fields }
}

fn registers(contents: &SortedMap<Key, Register>) -> Vec<Field> {
    let field = |(key, register): (&Key, &Register)| Field {
        name: "value",
        shape: Shape::Register(key.0, [register.value.0].into()),
    };
    contents.iter().map(field).collect()
}
