//! How faults befall the world.
use super::World;
use crate::faults::{Fault, Stricken};
use crate::kernel::{
    DiskHealth, Event, EventId, Fated, HostId, Instant, Letter, LocalClock, Loss, MessageName,
    Network, NodeId, Pending, Span,
};
use crate::modes::Change;
use crate::node::Record;

/// A world while a fault strikes it.
struct Struck<'a> {
    world: &'a mut World,
    log: &'a mut Vec<Record>,
}

impl World {
    /// Somebody intervenes. Did anything change?
    pub(super) fn suffer(&mut self, fault: Fault, log: &mut Vec<Record>) -> bool {
        fault.strike(&mut Struck { world: self, log })
    }

    /// Events that could not happen may now, and the other way round.
    fn sort_out(&mut self) {
        let runtime = &self.runtime;
        let mut queue = runtime.queue.clone();
        queue.set_aside(|event| runtime.waits(event));
        let deliver = |event: &Event| matches!(event, Event::Deliver(_));
        let due = |pending: &Pending| match deliver(&pending.event) {
            true if !runtime.queue.is_aside(pending.id) => pending.due,
            _ => runtime.due_now(pending),
        };
        queue.reschedule(|_| true, due, |event| runtime.waits(event));
        self.runtime.queue = queue;
    }

    fn stop(&mut self, node: NodeId, wipe: bool, log: &mut Vec<Record>) {
        let now = self.runtime.now;
        let service = node.service.index();
        self.services[service].crash(node.place, wipe, &self.runtime);
        self.ledgers[service].crashed(node.place, now);
        self.claims[service][node.index()] = 0;
        log.push(Record::Crashed(node));
        let acts = self.modes[service].errands().map(|(id, ..)| id);
        let acts: Vec<_> = acts.filter(|id| self.is_timer_of(node, *id)).collect();
        for act in acts {
            let (modes, ledger) = (&mut self.modes[service], &self.ledgers[service]);
            modes.land(act, now, ledger, &mut |change: Change| log.push(Record::Stance(change)));
        }
        let gone = |event: &Event| !matches!(event, Event::Deliver(_)) && event.node() == node;
        self.runtime.queue.forget(gone);
        self.runtime.forget_flushes(node);
    }

    fn is_timer_of(&self, node: NodeId, id: EventId) -> bool {
        let mut events = self.runtime.queue.iter();
        events.any(|p| p.id == id && matches!(p.event, Event::Timer(of, _) if of == node))
    }
}

impl Stricken for Struck<'_> {
    fn network(&mut self, change: &mut dyn FnMut(&mut Network) -> bool) -> bool {
        let changed = change(&mut self.world.runtime.network);
        if changed {
            self.world.sort_out();
            self.world.ask_all(self.log);
        }
        changed
    }

    fn clock(&mut self, host: HostId, change: &mut dyn FnMut(&mut LocalClock, Instant)) -> bool {
        let now = self.world.runtime.now;
        let clock = &mut self.world.runtime.hosts[host.index()].clock;
        let shown =
            |clock: &LocalClock| (clock.drift_ppm(), clock.wall_error(now), clock.claimed_error());
        let before = shown(clock);
        change(clock, now);
        let changed = shown(clock) != before;
        if changed {
            self.world.sort_out();
            self.world.ask_host(host, self.log);
            self.world.reclock(host, self.log);
        }
        changed
    }

    fn crash(&mut self, host: HostId, wipe: bool) -> bool {
        if !std::mem::replace(&mut self.world.runtime.hosts[host.index()].up, false) {
            return false;
        }
        self.world.runtime.hosts[host.index()].paused = None;
        self.world.sort_out();
        for node in self.world.runtime.nodes_on(host) {
            self.world.stop(node, wipe, self.log);
            self.world.restand(node.service, node.place, self.log);
        }
        self.world.ask_all(self.log);
        true
    }

    fn restart(&mut self, host: HostId) -> bool {
        if std::mem::replace(&mut self.world.runtime.hosts[host.index()].up, true) {
            return false;
        }
        for node in self.world.runtime.nodes_on(host) {
            self.world.turn(node, self.log, |cluster, turn| cluster.boot(node.place, turn));
        }
        self.world.ask_all(self.log);
        true
    }

    fn pause(&mut self, host: HostId, still: bool) -> bool {
        let now = self.world.runtime.now;
        let struck = &mut self.world.runtime.hosts[host.index()];
        if !struck.up || struck.paused.is_some() == still {
            return false;
        }
        struck.paused = still.then(|| struck.clock.readings(now));
        self.world.sort_out();
        self.world.reclock(host, self.log);
        self.world.ask_all(self.log);
        true
    }

    fn slow(&mut self, host: HostId, by: Span) -> bool {
        std::mem::replace(&mut self.world.runtime.hosts[host.index()].slow, by) != by
    }

    fn disk(&mut self, host: HostId, by: Option<Span>, health: Option<DiskHealth>) -> bool {
        let disk_slow = &mut self.world.runtime.hosts[host.index()].disk_slow;
        let slower = by.is_some_and(|by| std::mem::replace(disk_slow, by) != by);
        let Some(health) = health else { return slower };
        let nodes = self.world.runtime.nodes_on(host);
        nodes.into_iter().fold(slower, |any, node| {
            let cluster = &mut self.world.services[node.service.index()];
            any | cluster.set_disk_health(node.place, health)
        })
    }

    fn message(&mut self, name: MessageName, fated: Fated) -> bool {
        let under_way = self.world.runtime.queue.iter();
        let found = under_way.filter_map(|pending| match pending.event {
            Event::Deliver(letter) if letter.name == name => Some((pending, letter)),
            _ => None,
        });
        match found.min_by_key(|(pending, _)| pending.id) {
            Some((pending, letter)) => self.world.divert(pending.id, letter, fated),
            None => self.world.runtime.single_out(name, fated),
        }
    }

    fn order(&mut self, node: NodeId, order: u8) -> bool {
        let services = self.world.services.len();
        let there = node.service.index() < services
            && node.index() < usize::from(self.world.cluster(node.service).setup().members)
            && usize::from(order) < self.world.cluster(node.service).card().orders.len()
            && self.world.runtime.host(node).acts();
        if there {
            self.world.turn(node, self.log, |cluster, turn| cluster.order(node.place, order, turn));
        }
        there
    }
}

impl World {
    /// Something happens to one message under way.
    fn divert(&mut self, id: EventId, letter: Letter, fated: Fated) -> bool {
        let amend = |pending: &mut Pending| match fated {
            Fated::Drop => {
                let doom = letter.doom.or(Some(Loss::Dropped));
                pending.event = Event::Deliver(Letter { doom, ..letter });
            }
            Fated::Delay(by) => pending.due = pending.due + by,
            Fated::Duplicate(_) => (),
        };
        match fated {
            Fated::Duplicate(after) => self.copy(id, letter, after),
            Fated::Drop | Fated::Delay(_) => self.runtime.queue.amend(id, amend),
        }
    }

    fn copy(&mut self, id: EventId, letter: Letter, after: Span) -> bool {
        let Some(original) = self.runtime.queue.iter().find(|p| p.id == id) else { return false };
        let twin = self.runtime.foresee(original.due + after, Event::Deliver(letter));
        if let Some(parcel) = self.runtime.post.get(&id).cloned() {
            self.runtime.post.insert(twin, parcel);
            return true;
        }
        let service = letter.name.to.service.index();
        self.modes[service].copy_errand(id, twin);
        self.services[service].copy(id, twin)
    }
}
