//! What a world is made from.
use super::Cluster;
use crate::kernel::{HostId, Latency, ServiceId, Span};
use crate::node::{Protocol, Setup, mechanism};

/// A service to be.
pub struct ServicePlan {
    /// Its nodes, of some mechanism.
    pub cluster: Cluster,
    /// The host of the node at each place.
    pub hosts: Vec<HostId>,
}

/// A world to be.
pub struct Plan {
    /// Of all draws.
    pub seed: u64,
    /// How many machines.
    pub hosts: u16,
    /// How wrong each host claims its wall clock to be at most; hosts beyond the list claim
    /// nothing.
    pub claims: Vec<Option<Span>>,
    /// Of every link, as built.
    pub latency: Latency,
    /// Of every flush.
    pub flush: Latency,
    /// The services, in the order of their numbers.
    pub services: Vec<ServicePlan>,
}

impl Plan {
    /// Hosts on a local network, with disks, and no service yet.
    pub fn new(seed: u64, hosts: u16) -> Plan {
        let latency = Latency { base: Span::millis(5), jitter: Span::millis(10), tail: Span::ZERO };
        let flush = Latency { base: Span::millis(1), jitter: Span::millis(2), tail: Span::ZERO };
        Plan { seed, hosts, claims: Vec::new(), latency, flush, services: Vec::new() }
    }

    /// The setup that the next service starts from.
    pub fn setup<P: Protocol>(&self, members: u16) -> Setup {
        Setup::new(&P::CARD, ServiceId(self.services.len() as u8), members, self.seed)
    }

    /// With one more service, its nodes on these hosts.
    #[must_use]
    pub fn with<P: Protocol>(mut self, setup: Setup, hosts: &[u16]) -> Plan {
        let hosts = hosts.iter().map(|host| HostId(*host)).collect();
        let cluster = Cluster::new(mechanism::<P>(), setup);
        self.services.push(ServicePlan { cluster, hosts });
        self
    }
}
