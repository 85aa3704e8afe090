//! What follows from what a node did: evidence and stances change, acts set out and land.
use super::World;
use crate::evidence::{Consequences, Evidence};
use crate::kernel::{EventId, HostId, Instant, NodeId, Place, ServiceId};
use crate::modes::{Change, Errand, is_backed};
use crate::node::Record;
use std::mem::replace;

impl World {
    /// Time has come to look at some stances.
    pub(super) fn look(&mut self, at: Instant, log: &mut Vec<Record>) {
        self.runtime.now = self.runtime.now.max(at);
        for (modes, ledger) in self.modes.iter_mut().zip(&self.ledgers) {
            if modes.due() <= at {
                let oracle = World::oracle(&self.runtime, &self.services);
                modes.look(at, ledger, &oracle, &mut |change| log.push(Record::Stance(change)));
            }
        }
    }

    /// Draws the consequences of what a node has just left in the log.
    pub(super) fn take_in(&mut self, node: NodeId, first: usize, log: &mut Vec<Record>) {
        let service = node.service.index();
        let mut to = Consequences::default();
        let mut at = first;
        while at < log.len() {
            at = self.take_in_record(node.service, at, log, &mut to);
        }
        let now = self.runtime.now;
        let oracle = World::oracle(&self.runtime, &self.services);
        self.ledgers[service].ask(node.place, now, &oracle, &mut to);
        let claims = self.claims_of(node);
        let changed = replace(&mut self.claims[service][node.index()], claims) != claims;
        to.touch(node.place, changed);
        self.draw(node.service, to, log);
    }

    /// One record of the log; the answer is the place of the next.
    fn take_in_record(
        &mut self,
        service: ServiceId,
        at: usize,
        log: &mut [Record],
        to: &mut Consequences,
    ) -> usize {
        let now = self.runtime.now;
        let oracle = World::oracle(&self.runtime, &self.services);
        let ledger = &mut self.ledgers[service.index()];
        match &mut log[at] {
            Record::Issued(item) => to.touch(item.to(), ledger.issued(item, now, &oracle)),
            Record::Accepted(item, until) => {
                to.touch(item.to(), ledger.accepted(item, *until, now, &oracle));
            }
            Record::Forgot(node, kind) => {
                to.touch(node.place, ledger.forgotten(node.place, *kind, now));
            }
            Record::Answered(ticket, by, Some(contract), backed) => {
                let class = self.modes[service.index()].matrix().class(ticket.class);
                *backed = is_backed(class, *contract, ledger, by.place, now);
            }
            Record::SetOut(event, by, class, contract) => {
                let (event, by, class, contract) = (*event, *by, *class, *contract);
                let rests_on: Vec<Evidence> = justification(&log[at + 1..]).collect();
                let errand = Errand::new(by, class, contract, &rests_on, ledger);
                self.modes[service.index()].set_out(event, errand);
                return at + 1 + rests_on.len();
            }
            _ => (),
        }
        at + 1
    }

    /// Bit by bit: what a node claims, and whether it has obligations.
    fn claims_of(&self, node: NodeId) -> u16 {
        let cluster = &self.services[node.service.index()];
        cluster.matrix().ids().fold(0, |bits, class| {
            let bit = match cluster.claims(node.place, class) {
                None => 0,
                Some(false) => 1,
                Some(true) => 3,
            };
            bits | bit << (2 * class.0)
        })
    }

    /// Lets everybody concerned find out where they stand now.
    pub(super) fn draw(&mut self, service: ServiceId, to: Consequences, log: &mut Vec<Record>) {
        let now = self.runtime.now;
        log.extend(to.broken.into_iter().map(Record::Broken));
        let oracle = World::oracle(&self.runtime, &self.services);
        let modes = &mut self.modes[service.index()];
        let ledger = &self.ledgers[service.index()];
        let note = &mut |change: Change| log.push(Record::Stance(change));
        for holder in to.holders.iter() {
            modes.stand(holder, now, ledger, &oracle, note);
        }
        if modes.has_errands() {
            modes.ask_errands(now, ledger, &oracle, note);
        }
    }

    /// Asks all issuers whether they still stand by their words.
    pub(super) fn ask_all(&mut self, log: &mut Vec<Record>) {
        self.ask_those(|_| true, log);
    }

    /// Asks the issuers on one host.
    pub(super) fn ask_host(&mut self, host: HostId, log: &mut Vec<Record>) {
        let on_host = self.runtime.nodes_on(host);
        self.ask_those(|node| on_host.contains(&node), log);
    }

    fn ask_those(&mut self, concerned: impl Fn(NodeId) -> bool, log: &mut Vec<Record>) {
        let now = self.runtime.now;
        for service in self.services() {
            let mut to = Consequences::default();
            let oracle = World::oracle(&self.runtime, &self.services);
            for node in self.runtime.placement.members(service).filter(|node| concerned(*node)) {
                self.ledgers[service.index()].ask(node.place, now, &oracle, &mut to);
            }
            self.draw(service, to, log);
        }
    }

    /// The nodes on a host look at their clocks anew: what they believe ends at other instants.
    pub(super) fn reclock(&mut self, host: HostId, log: &mut Vec<Record>) {
        let now = self.runtime.now;
        for node in self.runtime.nodes_on(host) {
            let oracle = World::oracle(&self.runtime, &self.services);
            self.ledgers[node.service.index()].reclocked(node.place, now, &oracle);
            self.restand(node.service, node.place, log);
        }
    }

    /// A node finds out where it stands now.
    pub(super) fn restand(&mut self, service: ServiceId, place: Place, log: &mut Vec<Record>) {
        let mut to = Consequences::default();
        to.touch(place, true);
        self.draw(service, to, log);
    }

    /// An act may land. Was there one?
    pub(super) fn land(
        &mut self,
        service: ServiceId,
        event: EventId,
        log: &mut Vec<Record>,
    ) -> Option<Landed> {
        let modes = &mut self.modes[service.index()];
        if !modes.has_errands() {
            return None;
        }
        let (now, mut changes) = (self.runtime.now, Vec::new());
        let ledger = &self.ledgers[service.index()];
        let (_, justified) = modes.land(event, now, ledger, &mut |change| changes.push(change))?;
        log.push(Record::Landed(event, justified));
        Some(Landed(changes))
    }

    /// Once it has had its effect, an act believes nothing more.
    pub(super) fn after_landing(&mut self, landed: Option<Landed>, log: &mut Vec<Record>) {
        let changes = landed.into_iter().flat_map(|Landed(changes)| changes);
        log.extend(changes.map(Record::Stance));
    }
}

/// What is to be noted once an act has had its effect.
pub(super) struct Landed(Vec<Change>);

/// The items that follow in a log until something else does.
fn justification(log: &[Record]) -> impl Iterator<Item = Evidence> {
    log.iter().map_while(|record| match record {
        Record::RestsOn(item) => Some(*item),
        _ => None,
    })
}
