//! What only the simulator can tell: whether issuers stand by their word, and when nodes notice.
use super::{Cluster, Runtime};
use crate::evidence::{Evidence, Fact, Nature, Truth};
use crate::kernel::{Deadline, Instant, LocalTime, Moment, NodeId};
use crate::modes::{ClassId, Surroundings};

/// Sees hosts, links and the inside of every node.
pub(super) struct Oracle<'a> {
    pub runtime: &'a Runtime,
    pub services: &'a [Cluster],
}

impl Oracle<'_> {
    fn cluster(&self, node: NodeId) -> &Cluster {
        &self.services[node.service.index()]
    }
}

impl Truth for Oracle<'_> {
    fn stands_by(&self, item: &Evidence) -> Instant {
        let now = self.runtime.now;
        let clock = &self.runtime.host(item.issuer).clock;
        let fact_ends = match item.kind.card().nature {
            Nature::Promise | Nature::Report(Fact::Word) => Instant::FOREVER,
            Nature::Report(Fact::ClockWithinClaim) => clock.leaves_claim(now),
            Nature::Report(Fact::Reachable) => {
                match self.runtime.reaches(item.issuer, item.holder) {
                    true => Instant::FOREVER,
                    false => Instant::PAST,
                }
            }
        };
        if fact_ends <= now && fact_ends < Instant::FOREVER {
            return Instant::PAST;
        }
        let until = self.cluster(item.issuer).upholds(item, self.runtime);
        match until <= clock.read(now) {
            true => Instant::PAST,
            false => clock.when(until).min(fact_ends),
        }
    }

    fn notices(&self, holder: NodeId, deadline: Deadline) -> Instant {
        let host = self.runtime.host(holder);
        if host.paused.is_some() {
            return Instant::FOREVER;
        }
        let readings = host.clock.readings(self.runtime.now);
        let reading = readings.on_monotonic(deadline);
        match reading <= readings.monotonic {
            true => Instant::PAST,
            false => host.clock.when(reading),
        }
    }
}

impl Surroundings for Oracle<'_> {
    fn local(&self, node: NodeId) -> LocalTime {
        self.runtime.readings(node).monotonic
    }

    fn when(&self, node: NodeId, reading: LocalTime) -> Instant {
        match self.runtime.host(node).paused {
            Some(_) => Instant::FOREVER,
            None => self.runtime.host(node).clock.when(reading),
        }
    }

    fn claims(&self, node: NodeId, class: ClassId) -> Option<bool> {
        self.cluster(node).claims(node.place, class)
    }
}
