//! The world: the runtime, the services, and what is known and believed in them.
use super::oracle::Oracle;
use super::{Cause, Cluster, Host, Occurrence, Parcel, Plan, Runtime, Turn};
use crate::evidence::Ledger;
use crate::faults::Fault;
use crate::kernel::{
    Event, EventId, HostId, Instant, Letter, Loss, NodeId, Pending, Readings, ServiceId,
    StableHasher,
};
use crate::modes::{ClassId, ModeState, Stance};
use crate::node::{Record, Recoverable};
use std::hash::{Hash, Hasher};
use std::rc::Rc;

/// All that can still influence the future. What tells of the past is in the timeline.
#[derive(Clone)]
pub struct World {
    pub(super) runtime: Runtime,
    pub(super) services: Vec<Cluster>,
    pub(super) ledgers: Vec<Ledger>,
    pub(super) modes: Vec<ModeState>,
    /// What each node of each service claimed when it last acted.
    pub(super) claims: Vec<Vec<u16>>,
}

fn ledger(cluster: &Cluster) -> Ledger {
    let setup = cluster.setup();
    Ledger::new(setup.service, cluster.card().kinds.into(), setup.members)
}

fn modes(cluster: &Cluster) -> ModeState {
    let setup = cluster.setup();
    ModeState::new(setup.service, cluster.matrix().clone(), setup.members, setup.sustain)
}

impl World {
    /// All nodes boot at the start: the first occurrence of the run.
    pub fn new(plan: Plan, log: &mut Vec<Record>) -> (World, Occurrence) {
        let runtime = Runtime::new(&plan);
        let services: Vec<_> = plan.services.into_iter().map(|service| service.cluster).collect();
        let mut world = World {
            ledgers: services.iter().map(ledger).collect(),
            modes: services.iter().map(modes).collect(),
            claims: services.iter().map(|c| vec![0; c.setup().members.into()]).collect(),
            runtime,
            services,
        };
        for service in (0..world.services.len()).map(|number| ServiceId(number as u8)) {
            for node in world.runtime.placement.members(service) {
                world.turn(node, log, |cluster, turn| cluster.boot(node.place, turn));
            }
        }
        (world, Occurrence { at: Instant(0), cause: Cause::Start })
    }

    /// The present instant.
    pub fn now(&self) -> Instant {
        self.runtime.now
    }

    /// When something will happen next if nobody intervenes; a look may find nothing changed.
    pub fn next_due(&self) -> Option<Instant> {
        let looks = self.modes.iter().map(ModeState::due).min();
        let looks = looks.filter(|due| *due < Instant(u64::MAX));
        looks.into_iter().chain(self.runtime.queue.next_due()).min()
    }

    /// The earliest thing that is to happen, not after `limit`, happens.
    pub fn step(&mut self, limit: Instant, log: &mut Vec<Record>) -> Option<Occurrence> {
        loop {
            let event = self.runtime.queue.next_due().filter(|due| *due <= limit);
            let look = self.modes.iter().map(ModeState::due).min().filter(|due| *due <= limit);
            match (look, event) {
                (Some(look), event) if event.is_none_or(|due| look <= due) => {
                    let before = log.len();
                    self.look(look, log);
                    if log.len() > before {
                        return Some(Occurrence { at: self.runtime.now, cause: Cause::Lapse });
                    }
                }
                (_, Some(_)) => {
                    let event = self.runtime.queue.pop()?;
                    return Some(self.carry_out(event, log));
                }
                (_, None) => return None,
            }
        }
    }

    /// All events that are to happen: for an explorer, which may take any of them.
    pub fn pending(&self) -> impl Iterator<Item = Pending> {
        self.runtime.queue.iter()
    }

    /// One of the pending events happens.
    pub fn happen(&mut self, event: Pending, log: &mut Vec<Record>) -> Occurrence {
        self.runtime.queue.remove(event.id, event.due);
        self.carry_out(event, log)
    }

    fn carry_out(&mut self, event: Pending, log: &mut Vec<Record>) -> Occurrence {
        self.runtime.now = self.runtime.now.max(event.due);
        match event.event {
            Event::Deliver(letter) => self.deliver(event.id, letter, log),
            Event::Timer(node, _) => {
                let landed = self.land(node.service, event.id, log);
                self.turn(node, log, |cluster, turn| cluster.fire(event.id, node.place, turn));
                self.after_landing(landed, log);
            }
            Event::Flushed(node, token) => {
                self.turn(node, log, |cluster, turn| cluster.flushed(node.place, token, turn));
            }
        }
        Occurrence { at: self.runtime.now, cause: Cause::Event(event) }
    }

    /// Somebody intervenes.
    pub fn intervene(&mut self, at: Instant, fault: Fault, log: &mut Vec<Record>) -> Occurrence {
        self.runtime.now = self.runtime.now.max(at);
        let place = log.len();
        log.push(Record::Struck(false));
        let changed = self.suffer(fault, log);
        log[place] = Record::Struck(changed);
        Occurrence { at: self.runtime.now, cause: Cause::Act(fault) }
    }

    fn deliver(&mut self, id: EventId, letter: Letter, log: &mut Vec<Record>) {
        let node = letter.name.to;
        let (from, to) = (self.runtime.host_of(letter.name.from), self.runtime.host_of(node));
        let loss = match letter.doom {
            Some(doom) => Some(doom),
            None if self.runtime.network.link(from, to).is_cut() => Some(Loss::Cut),
            None if !self.runtime.hosts[to.index()].up => Some(Loss::Down),
            None => None,
        };
        let landed = self.land(node.service, id, log);
        let parcel = self.runtime.post.remove(&id);
        if let Some(loss) = loss {
            self.services[node.service.index()].lose(id);
            log.push(Record::Lost(loss));
            return self.after_landing(landed, log);
        }
        if let Some(parcel) = &parcel {
            self.runtime.set_copies_aside(parcel);
        }
        let place = node.place;
        self.turn(node, log, |cluster, turn| match parcel.map(Rc::unwrap_or_clone) {
            Some(Parcel::Request(ticket, request)) => cluster.request(place, ticket, request, turn),
            Some(Parcel::Response(id, response)) => cluster.response(place, id, response, turn),
            None => {
                let known = cluster.deliver(id, letter.name.from, place, turn);
                debug_assert!(known, "every message under way has a payload");
            }
        });
        self.after_landing(landed, log);
    }

    /// A node acts; then the consequences are drawn.
    pub(super) fn turn(
        &mut self,
        node: NodeId,
        log: &mut Vec<Record>,
        act: impl FnOnce(&mut Cluster, Turn<'_>),
    ) {
        let before = log.len();
        let modes = &self.modes[node.service.index()];
        let sustained = modes.sustain().0 > 0;
        let rungs = if sustained { modes.rungs(node.place).collect() } else { Vec::new() };
        let turn = Turn { runtime: &mut self.runtime, rungs, log };
        act(&mut self.services[node.service.index()], turn);
        self.take_in(node, before, log);
    }

    /// Sees, with whatever the caller changes, hosts, links and the inside of every node.
    pub(super) fn oracle<'a>(runtime: &'a Runtime, services: &'a [Cluster]) -> Oracle<'a> {
        Oracle { runtime, services }
    }

    /// A service.
    pub fn cluster(&self, service: ServiceId) -> &Cluster {
        &self.services[service.index()]
    }

    /// How many services there are.
    pub fn services(&self) -> impl Iterator<Item = ServiceId> + use<> {
        (0..self.services.len() as u8).map(ServiceId)
    }

    /// The nodes of a service.
    pub fn members(&self, service: ServiceId) -> impl Iterator<Item = NodeId> + use<> {
        self.runtime.placement.members(service)
    }

    /// The evidence of a service.
    pub fn ledger(&self, service: ServiceId) -> &Ledger {
        &self.ledgers[service.index()]
    }

    /// The stances of a service.
    pub fn modes(&self, service: ServiceId) -> &ModeState {
        &self.modes[service.index()]
    }

    /// A node's stance in a class.
    pub fn stance(&self, node: NodeId, class: ClassId) -> Option<Stance> {
        self.modes[node.service.index()].stance(node.place, class)
    }

    /// The contract by which a node would serve now, by its own account; for sustained belief,
    /// as if it had risen already.
    pub fn believed(&self, node: NodeId, class: ClassId) -> Option<u8> {
        let readings = self.runtime.readings(node);
        self.services[node.service.index()].believed(node.place, class, readings)
    }

    /// A host.
    pub fn host(&self, host: HostId) -> &Host {
        &self.runtime.hosts[host.index()]
    }

    /// How many hosts there are.
    pub fn hosts(&self) -> impl Iterator<Item = HostId> + use<> {
        (0..self.runtime.hosts.len() as u16).map(HostId)
    }

    /// What hosts and services are called, where nodes are, links, and what is under way.
    pub fn runtime(&self) -> &Runtime {
        &self.runtime
    }

    /// What the clocks of a node's host show.
    pub fn readings(&self, node: NodeId) -> Readings {
        self.runtime.readings(node)
    }

    /// What a service might come to hold if all its nodes booted from their disks now.
    pub fn recoverable(&self, service: ServiceId) -> Recoverable {
        self.services[service.index()].recoverable(&self.runtime)
    }

    /// Stands for everything that can influence the future: equal worlds have equal ones.
    pub fn fingerprint(&self) -> u64 {
        let mut hasher = StableHasher::default();
        self.runtime.hash(&mut hasher);
        self.services.iter().for_each(|service| service.hash(&mut hasher));
        (&self.ledgers, &self.modes, &self.claims).hash(&mut hasher);
        hasher.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::modes::Errand;
    use crate::testing::{SERVICE, client, millis, play, with_clients};

    /// What is believed, what is claimed and what has been counted all bear on the future.
    #[test]
    fn each_part_shows_in_the_fingerprint() {
        let plan = with_clients(Plan::new(7, 1), 0, vec![client([0])]);
        let line = play(plan, Vec::new(), millis(50));
        let (world, print) = (line.world(), line.world().fingerprint());
        assert_eq!(world.clone().fingerprint(), print);
        let mut claims = world.clone();
        claims.claims[0][0] ^= 1;
        assert!(claims.fingerprint() != print, "claims");
        let mut modes = world.clone();
        let node = NodeId { service: SERVICE, ..NodeId::default() };
        let errand = Errand::new(node, ClassId(0), 0, &[], &modes.ledgers[0]);
        modes.modes[0].set_out(EventId(0), errand);
        assert!(modes.fingerprint() != print, "modes");
    }
}
