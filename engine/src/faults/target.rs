//! What faults strike, and what a world lets them do to it.
use crate::kernel::{
    Cut, DiskHealth, Fated, HostId, HostSet, Instant, Link, LocalClock, MessageName, Network,
    NodeId, PER_MILLE, Span,
};

/// What one fault strikes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// All links.
    All,
    /// Hosts.
    Hosts(HostSet),
    /// The links between two groups of hosts.
    Sides(HostSet, HostSet),
    /// The links from one group of hosts to another.
    OneWay(HostSet, HostSet),
    /// One message.
    Message(MessageName),
    /// One node.
    Node(NodeId),
}

/// What a world lets faults do to it. Each answer tells whether anything changed.
pub trait Stricken {
    /// Something happens to the network.
    fn network(&mut self, change: &mut dyn FnMut(&mut Network) -> bool) -> bool;
    /// Something happens to a host's clocks.
    fn clock(&mut self, host: HostId, change: &mut dyn FnMut(&mut LocalClock, Instant)) -> bool;
    /// A host stops; are its disks gone, too?
    fn crash(&mut self, host: HostId, wipe: bool) -> bool;
    /// A host boots.
    fn restart(&mut self, host: HostId) -> bool;
    /// A host stands still, or goes on.
    fn pause(&mut self, host: HostId, still: bool) -> bool;
    /// A host takes longer over every message.
    fn slow(&mut self, host: HostId, by: Span) -> bool;
    /// A host's disks take longer over every flush, or begin or cease to lie.
    fn disk(&mut self, host: HostId, by: Option<Span>, health: Option<DiskHealth>) -> bool;
    /// Something is in store for one message, under way or not yet sent.
    fn message(&mut self, name: MessageName, fated: Fated) -> bool;
    /// A node gets an order.
    fn order(&mut self, node: NodeId, order: u8) -> bool;
}

impl Target {
    /// The cut that it describes.
    pub fn cut(&self) -> Option<Cut> {
        match *self {
            Target::Sides(from, to) => Some(Cut { from, to, one_way: false }),
            Target::OneWay(from, to) => Some(Cut { from, to, one_way: true }),
            _ => None,
        }
    }

    /// The message that it names.
    pub fn message(&self) -> Option<MessageName> {
        match *self {
            Target::Message(name) => Some(name),
            _ => None,
        }
    }

    /// The node that it names.
    pub fn node(&self) -> Option<NodeId> {
        match *self {
            Target::Node(node) => Some(node),
            _ => None,
        }
    }

    /// Every host that it names.
    pub fn hosts(&self) -> HostSet {
        match *self {
            Target::Hosts(hosts) => hosts,
            Target::Sides(a, b) | Target::OneWay(a, b) => a.or(b),
            Target::All | Target::Message(_) | Target::Node(_) => HostSet::EMPTY,
        }
    }

    /// Is this directed link among those that it names?
    pub fn has_link(&self, from: HostId, to: HostId) -> bool {
        self.cut().map_or(*self == Target::All, |cut| cut.severs(from, to))
    }

    /// Strikes every host that it names. Did anything change?
    pub(super) fn each_host(&self, strike: impl FnMut(HostId) -> bool) -> bool {
        self.hosts().iter().map(strike).fold(false, |any, changed| any | changed)
    }

    /// Changes every link that it names. Did anything change?
    pub(super) fn change_links(
        &self,
        world: &mut dyn Stricken,
        change: impl Fn(&mut Link),
    ) -> bool {
        world.network(&mut |network| {
            let links: Vec<_> = match self.cut() {
                Some(cut) => cut.links().collect(),
                None => network.pairs().collect(),
            };
            links.into_iter().fold(false, |any, (from, to)| {
                let link = network.link_mut(from, to);
                let before = *link;
                change(link);
                any | (before != *link)
            })
        })
    }
}

/// An amount that is a length of time.
pub(super) fn span(amount: i64) -> Span {
    Span(amount.max(0).cast_unsigned())
}

/// An amount that is a share.
pub(super) fn per_mille(amount: i64) -> u16 {
    amount.clamp(0, PER_MILLE.cast_signed()) as u16
}
