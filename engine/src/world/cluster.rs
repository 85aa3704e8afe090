//! The nodes of one service, whatever its mechanism.
use super::Runtime;
use super::acting::Around;
use super::seat::Seat;
use crate::evidence::{Assumption, Evidence, Purse};
use crate::kernel::{
    Disk, DiskHealth, Draws, EventId, FlushToken, LocalTime, Moment, NodeId, Place, Purpose,
    Readings, SortedMap, Span,
};
use crate::modes::{ClassId, ModeMatrix, Rung};
use crate::node::{
    Caption, Card, Effect, Envelope, Mechanism, Obligations, Record, Recoverable, Request,
    RequestId, Response, Sealed, Setup, Ticket, Told,
};
use crate::observation::Observation;
use std::hash::{Hash, Hasher};
use std::rc::Rc;

/// What a node's turn to act needs and leaves.
pub struct Turn<'a> {
    /// What surrounds it.
    pub runtime: &'a mut Runtime,
    /// How far its belief has risen, where it must be sustained.
    pub rungs: Vec<Rung>,
    /// What it leaves.
    pub log: &'a mut Vec<Record>,
}

/// The nodes of one service. Seats are shared with checkpoints until they change.
#[derive(Clone)]
pub struct Cluster {
    pub(super) mechanism: &'static dyn Mechanism,
    pub(super) setup: Rc<Setup>,
    pub(super) matrix: Rc<ModeMatrix>,
    pub(super) seats: Vec<Option<Rc<Seat>>>,
    pub(super) disks: Vec<Disk<Rc<dyn Sealed>>>,
    pub(super) draws: Vec<Draws>,
    pub(super) flushes: Vec<FlushToken>,
    pub(super) serials: Vec<[u32; 4]>,
    pub(super) letters: SortedMap<EventId, Envelope>,
    pub(super) spare: Spare,
}

/// Room for what a node wants done, empty whenever nobody acts: so are its copies.
#[derive(Default)]
pub(super) struct Spare(pub(super) Vec<Effect>);

impl Clone for Spare {
    fn clone(&self) -> Spare {
        Spare::default()
    }
}

impl Cluster {
    /// Nobody has booted yet.
    pub fn new(mechanism: &'static dyn Mechanism, setup: Setup) -> Cluster {
        let count = usize::from(setup.members);
        let lane = |place| u64::from(setup.service.0) << 16 | place;
        let draws = |place| Draws::new(setup.seed, Purpose::Node, lane(place));
        Cluster {
            mechanism,
            matrix: Rc::new(mechanism.modes(&setup)),
            seats: vec![const { None }; count],
            disks: vec![Disk::default(); count],
            draws: (0..count as u64).map(draws).collect(),
            flushes: vec![FlushToken(0); count],
            serials: vec![[0; 4]; count],
            letters: SortedMap::new(),
            spare: Spare::default(),
            setup: Rc::new(setup),
        }
    }

    pub(super) fn id(&self, place: Place) -> NodeId {
        NodeId { service: self.setup.service, place }
    }

    /// Until when a node booted now would stand by an item. What it would begin to promise anew
    /// at its boot it promises whenever it boots: that has no end while it is down.
    fn upholds_after_boot(&self, item: &Evidence, runtime: &Runtime) -> LocalTime {
        let now = Around::of(item.issuer, runtime);
        let booted = |host| self.start(item.by(), host).0.upholds(item);
        let until = booted(now);
        match until > now.readings.monotonic && booted(now.later(Span::secs(1))) > until {
            true => LocalTime::FOREVER,
            false => until,
        }
    }
}

impl Cluster {
    /// The mechanism's card.
    pub fn card(&self) -> &'static Card {
        self.mechanism.card()
    }

    /// What is fixed for the service.
    pub fn setup(&self) -> &Setup {
        &self.setup
    }

    /// Its contracts.
    pub fn matrix(&self) -> &Rc<ModeMatrix> {
        &self.matrix
    }

    /// Starts a node from its disk.
    pub fn boot(&mut self, place: Place, turn: Turn<'_>) {
        let (node, tray) = self.start(place, Around::of(self.id(place), turn.runtime));
        self.seats[place.index()] = Some(Rc::new(Seat::new(node, tray.desk.clone())));
        turn.log.push(Record::Booted(self.id(place)));
        self.put_back(place, tray, turn.runtime, turn.log);
    }

    /// A node loses its memory, and perhaps its disk.
    pub fn crash(&mut self, place: Place, wipe: bool, _: &Runtime) {
        self.seats[place.index()] = None;
        let disk = &mut self.disks[place.index()];
        disk.crash();
        if wipe {
            disk.wipe();
        }
    }

    /// A message between nodes arrives. Was it one of this service's?
    pub fn deliver(&mut self, event: EventId, from: NodeId, to: Place, turn: Turn<'_>) -> bool {
        let Some(letter) = self.letters.remove(&event) else { return false };
        self.handle(to, turn, Told::Message(from, letter.message));
        true
    }

    /// A message between nodes will arrive once more. Was it one of this service's?
    pub fn copy(&mut self, event: EventId, twin: EventId) -> bool {
        let letter = self.letters.get(&event).cloned();
        letter.is_some_and(|letter| self.letters.insert(twin, letter).is_none())
    }

    /// A message between nodes is lost.
    pub fn lose(&mut self, event: EventId) {
        self.letters.remove(&event);
    }

    /// A timer fires.
    pub fn fire(&mut self, event: EventId, place: Place, turn: Turn<'_>) {
        let seat = self.seats[place.index()].as_mut().map(Rc::make_mut);
        if let Some(timer) = seat.and_then(|seat| seat.fired(event)) {
            self.handle(place, turn, Told::Timer(timer));
        }
    }

    /// A flush is reported as done.
    pub fn flushed(&mut self, place: Place, token: FlushToken, turn: Turn<'_>) {
        self.disks[place.index()].on_flushed(token);
        self.handle(place, turn, Told::Flushed(token));
    }

    /// Somebody asks.
    pub fn request(&mut self, place: Place, ticket: Ticket, request: Request, turn: Turn<'_>) {
        self.handle(place, turn, Told::Request(ticket, request));
    }

    /// An answer comes.
    pub fn response(&mut self, place: Place, id: RequestId, response: Response, turn: Turn<'_>) {
        self.handle(place, turn, Told::Response(id, response));
    }

    /// An operator orders something.
    pub fn order(&mut self, place: Place, order: u8, turn: Turn<'_>) {
        self.handle(place, turn, Told::Order(order));
    }

    /// A node's disk begins or ceases to lie. Does it?
    pub fn set_disk_health(&mut self, place: Place, health: DiskHealth) -> bool {
        self.disks[place.index()].set_health(health)
    }

    /// Until which reading of its own clock the issuer stands by this; one that is down, or whose
    /// disk has lied about what this rests on, is booted in thought.
    pub fn upholds(&self, item: &Evidence, runtime: &Runtime) -> LocalTime {
        let Some(seat) = &self.seats[item.by().index()] else {
            return self.upholds_after_boot(item, runtime);
        };
        let until = seat.node.upholds(item);
        let rests_on_disk = || item.kind.card().assumptions.contains(&Assumption::HonestFlush);
        match self.disks[item.by().index()].has_lied() && until > LocalTime::PAST && rests_on_disk()
        {
            true => until.min(self.upholds_after_boot(item, runtime)),
            false => until,
        }
    }

    /// Does a node that is up claim a class, and has it obligations?
    pub fn claims(&self, place: Place, class: ClassId) -> Option<bool> {
        let node = &self.seats[place.index()].as_ref()?.node;
        node.claims(class).then(|| node.obligations().is_some())
    }

    /// The contract by which a node that is up would serve now, by its own account.
    pub fn believed(&self, place: Place, class: ClassId, now: Readings) -> Option<u8> {
        let seat = self.seats[place.index()].as_ref()?;
        let purse = Purse { wallet: &seat.desk.wallet, now };
        let contracts = self.matrix.class(class);
        let rung = Rung::at_floor(contracts);
        Some(crate::modes::believed(contracts, &purse, place, rung, Span::ZERO))
    }

    /// What the service might come to hold if all nodes booted from their disks now.
    pub fn recoverable(&self, runtime: &Runtime) -> Recoverable {
        let places = (0..self.setup.members).map(Place);
        let boot = |place| self.start(place, Around::of(self.id(place), runtime)).0;
        let booted: Vec<_> = places.map(boot).collect();
        self.mechanism.recoverable(&self.setup, &booted)
    }

    /// How a node looks; nothing while it is down.
    pub fn observe(&self, place: Place) -> Option<Observation> {
        Some(self.seats[place.index()].as_ref()?.node.observe())
    }

    /// What a node still has to do.
    pub fn obligations(&self, place: Place) -> Option<Obligations> {
        self.seats[place.index()].as_ref()?.node.obligations()
    }

    /// How a message under way is called.
    pub fn caption(&self, event: EventId) -> Option<Caption> {
        Some(self.letters.get(&event)?.caption)
    }

    /// Has the node's disk reported as kept what a crash would lose?
    pub fn disk_has_lied(&self, place: Place) -> bool {
        self.disks[place.index()].has_lied()
    }
}

/// Everything in the nodes that can influence the future.
impl Hash for Cluster {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (&self.seats, &self.disks, &self.draws, &self.flushes, &self.serials).hash(state);
        self.letters.hash(state);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::digest;
    use crate::node::mechanism;
    use crate::testing::client;
    use crate::workload::Clients;
    use crate::world::Plan;

    /// A node that is down has no desk, and still it gives no number twice.
    #[test]
    fn what_is_never_given_twice_shows_in_the_hash() {
        let mut setup = Plan::new(7, 1).setup::<Clients>(1);
        setup.workload = vec![client([0])].into();
        let mut cluster = Cluster::new(mechanism::<Clients>(), setup);
        let before = digest(&cluster);
        cluster.serials[0][0] += 1;
        let numbered = digest(&cluster);
        cluster.flushes[0] = FlushToken(1);
        assert!(before != numbered && numbered != digest(&cluster));
    }
}
