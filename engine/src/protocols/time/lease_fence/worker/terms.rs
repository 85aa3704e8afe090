//! What is fixed for a worker.
use crate::kernel::Span;
use crate::node::Setup;
use crate::parts::within_drift;

/// Settings and guards, as a worker needs them.
#[derive(Clone, Debug, Hash)]
pub(super) struct Terms {
    /// How long a lease lasts on the grantor's clock.
    pub lease: Span,
    /// How long a holder may rely on it on its own, counted from when it asked.
    pub usable: Span,
    /// It gives up early enough for clocks that differ.
    pub margin: bool,
    /// It goes by the hour on the wall at which the lease ends.
    pub by_wall: bool,
    /// What it takes from looking at its lease to writing.
    pub work: Span,
    /// It keeps no copy.
    pub reads_storage: bool,
}

impl Terms {
    pub fn new(setup: &Setup) -> Terms {
        Terms {
            lease: setup.span("lease"),
            usable: usable(setup),
            margin: setup.guards("drift-margin"),
            by_wall: setup.number("expiry") == 1,
            work: setup.span("work"),
            reads_storage: reads_storage(setup),
        }
    }
}

/// Does a holder ask the storage every time?
pub(in super::super) fn reads_storage(setup: &Setup) -> bool {
    setup.number("reading") == 1
}

/// With the slowest holder and the fastest grantor assumed, no longer than the grantor honours it.
fn usable(setup: &Setup) -> Span {
    let lease = setup.span("lease");
    match setup.guards("drift-margin") {
        true => within_drift(lease, setup.number("drift-bound")),
        false => lease,
    }
}
