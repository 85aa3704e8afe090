//! What surrounds the nodes: hosts, links, the queue, the post.
use super::host::Host;
use super::post::Post;
use super::{Parcel, Plan};
use crate::kernel::{
    Draws, Event, EventId, Fated, FlushToken, HostId, Instant, Latency, Letter, LocalClock,
    LocalTime, Loss, MessageName, Network, NodeId, Pending, Place, Purpose, Queue, Readings,
    ServiceId, Span, draw,
};
use std::hash::{Hash, Hasher};
use std::rc::Rc;

/// Where nodes are. Fixed for a run.
#[derive(Debug)]
pub(super) struct Placement {
    pub at: Vec<Vec<HostId>>,
    first: Vec<usize>,
    nodes: usize,
}

/// All that can influence the future, except the nodes and what is known of them.
#[derive(Clone, Debug)]
pub struct Runtime {
    pub(super) now: Instant,
    pub(super) queue: Queue,
    pub(super) network: Network,
    pub(super) hosts: Vec<Host>,
    pub(super) post: Post,
    pub(super) placement: Rc<Placement>,
    flush: Latency,
    seed: u64,
    sent: Vec<u32>,
    flushes: Vec<(u64, Instant)>,
}

impl Runtime {
    pub(super) fn new(plan: &Plan) -> Runtime {
        let placement = Placement::new(plan);
        let host = |number: u16| {
            let mut draws = Draws::new(plan.seed, Purpose::Clock, number.into());
            let hour = Span::secs(3_600).0;
            let mut clock = LocalClock::starting_at(LocalTime(draws.between(hour, 2 * hour)));
            clock.claim_error(plan.claims.get(usize::from(number)).copied().flatten());
            Host::new(clock)
        };
        let nodes = placement.nodes;
        Runtime {
            now: Instant(0),
            queue: Queue::default(),
            network: Network::new(plan.seed, plan.hosts, plan.latency),
            hosts: (0..plan.hosts).map(host).collect(),
            post: Post::new(),
            flush: plan.flush,
            seed: plan.seed,
            sent: vec![0; nodes * nodes],
            flushes: vec![(0, Instant(0)); nodes],
            placement: Rc::new(placement),
        }
    }

    /// The present instant.
    pub fn now(&self) -> Instant {
        self.now
    }

    /// The name that the next event will get.
    pub fn next_event(&self) -> EventId {
        self.queue.next_id()
    }

    /// The host of a node.
    pub fn host_of(&self, node: NodeId) -> HostId {
        self.placement.at[node.service.index()][node.index()]
    }

    pub(super) fn host(&self, node: NodeId) -> &Host {
        &self.hosts[self.host_of(node).index()]
    }

    /// What the clocks of a node's host show.
    pub fn readings(&self, node: NodeId) -> Readings {
        self.host(node).readings(self.now)
    }

    /// Nodes on a host.
    pub(super) fn nodes_on(&self, host: HostId) -> Vec<NodeId> {
        let services = self.placement.at.iter().enumerate();
        let nodes = services.flat_map(|(service, at)| {
            (0..at.len()).map(move |place| NodeId::new(service as u8, place as u16))
        });
        nodes.filter(|node| self.host_of(*node) == host).collect()
    }

    /// Puts a message on its way: the event of its arrival, and that of a second copy.
    pub(super) fn send(
        &mut self,
        from: NodeId,
        to: NodeId,
    ) -> (MessageName, EventId, Option<EventId>) {
        let mut name = MessageName { from, to, nth: 0 };
        let sent = &mut self.sent[self.placement.pair(name)];
        *sent += 1;
        name.nth = *sent;
        let (here, there) = (self.host_of(from), self.host_of(to));
        let fate = self.network.send(name, here, there, self.now);
        let slow = self.hosts[there.index()].slow;
        let letter = Letter { name, sent: self.now, doom: fate.doom };
        let event = self.foresee(fate.due + slow, Event::Deliver(letter));
        let twin = fate.twin.map(|due| self.foresee(due + slow, Event::Deliver(letter)));
        (name, event, twin)
    }

    /// Sends a request or a response.
    pub(super) fn mail(
        &mut self,
        from: NodeId,
        to: NodeId,
        parcel: Parcel,
    ) -> (MessageName, EventId) {
        let parcel = Rc::new(parcel);
        let (name, event, twin) = self.send(from, to);
        self.post.extend(twin.map(|twin| (twin, parcel.clone())));
        self.post.insert(event, parcel);
        (name, event)
    }

    /// A parcel is taken in once, as on a connection: its copies under way come to nothing.
    /// Otherwise a request that was refused, which its client takes for certainly not done, could
    /// be granted to a copy that comes later.
    pub(super) fn set_copies_aside(&mut self, parcel: &Parcel) {
        let copies = self.post.iter().filter(|(_, other)| ***other == *parcel);
        let copies: Vec<EventId> = copies.map(|(event, _)| *event).collect();
        for copy in copies {
            self.queue.amend(copy, |pending| {
                if let Event::Deliver(letter) = &mut pending.event {
                    letter.doom = Some(Loss::Repeated);
                }
            });
        }
    }

    /// Sets a timer for a reading of the host's own clock.
    pub(super) fn set_timer(&mut self, node: NodeId, reading: LocalTime) -> (EventId, Instant) {
        let due = self.host(node).clock.when(reading).max(self.now);
        (self.foresee(due, Event::Timer(node, reading)), due)
    }

    /// The disk begins a flush; flushes of one node end in order.
    pub(super) fn begin_flush(&mut self, node: NodeId, token: FlushToken) {
        let index = self.placement.index(node);
        let (count, last) = self.flushes[index];
        let drawn = draw(self.seed, Purpose::Flush, index as u64, count);
        let due = self.now + self.flush.of(drawn) + self.host(node).disk_slow;
        let due = due.max(last);
        self.flushes[index] = (count + 1, due);
        self.foresee(due, Event::Flushed(node, token));
    }

    /// Flushes under way are lost with a crash: later ones do not wait for them.
    pub(super) fn forget_flushes(&mut self, node: NodeId) {
        let index = self.placement.index(node);
        self.flushes[index].1 = Instant(0);
    }

    pub(super) fn foresee(&mut self, due: Instant, event: Event) -> EventId {
        let waits = self.waits(&event);
        self.queue.push(due, event, waits)
    }

    /// Settles what will become of a message that has not been sent yet; of one that has been
    /// there is nothing left to settle.
    pub(super) fn single_out(&mut self, name: MessageName, fated: Fated) -> bool {
        let exists = |node: NodeId| {
            let at = self.placement.at.get(node.service.index());
            at.is_some_and(|at| node.index() < at.len())
        };
        if !exists(name.from)
            || !exists(name.to)
            || name.nth <= self.sent[self.placement.pair(name)]
        {
            return false;
        }
        self.network.single_out(name, fated);
        true
    }

    /// Can the event not happen for the time being?
    pub(super) fn waits(&self, event: &Event) -> bool {
        let paused = self.host(event.node()).paused.is_some();
        let held = |letter: &Letter| {
            let (from, to) = (self.host_of(letter.name.from), self.host_of(letter.name.to));
            self.network.link(from, to).held
        };
        paused || matches!(event, Event::Deliver(letter) if held(letter))
    }

    /// When an event that waited, or a timer on a changed clock, is due now.
    pub(super) fn due_now(&self, pending: &Pending) -> Instant {
        match pending.event {
            Event::Timer(node, reading) => self.host(node).clock.when(reading).max(self.now),
            Event::Deliver(_) | Event::Flushed(..) => pending.due.max(self.now),
        }
    }

    /// Can words of one node reach the other and an answer come back, now?
    pub(super) fn reaches(&self, a: NodeId, b: NodeId) -> bool {
        let (here, there) = (self.host_of(a), self.host_of(b));
        let act = |host: HostId| self.hosts[host.index()].acts();
        act(here) && act(there) && self.network.connects(here, there)
    }
}

impl Hash for Runtime {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.now, &self.queue, &self.network, &self.hosts, &self.post).hash(state);
        (&self.sent, &self.flushes).hash(state);
    }
}

impl Placement {
    fn new(plan: &Plan) -> Placement {
        let mut nodes = 0;
        let first = plan.services.iter().map(|service| {
            nodes += service.hosts.len();
            nodes - service.hosts.len()
        });
        let first = first.collect();
        Placement {
            at: plan.services.iter().map(|service| service.hosts.clone()).collect(),
            first,
            nodes,
        }
    }

    /// Position in tables with one entry per node of the world.
    pub fn index(&self, node: NodeId) -> usize {
        self.first[node.service.index()] + node.index()
    }

    /// Position in tables with one entry per ordered pair of nodes of the world.
    fn pair(&self, name: MessageName) -> usize {
        self.index(name.from) * self.nodes + self.index(name.to)
    }

    /// All nodes of one service.
    pub fn members(&self, service: ServiceId) -> impl Iterator<Item = NodeId> + use<> {
        let count = self.at[service.index()].len() as u16;
        (0..count).map(move |place| NodeId { service, place: Place(place) })
    }
}
