//! The nodes of one mechanism: typed inside.
use super::outgoing;
use super::seat::Seat;
use super::{Cluster, Runtime, Turn};
use crate::evidence::{Assumption, Evidence, Purse, Wallet};
use crate::kernel::{
    Chunks, Disk, DiskHealth, Draws, EventId, FlushToken, LocalTime, Moment, NodeId, Place,
    Purpose, Readings, SortedMap, Span, StableHasher, width,
};
use crate::modes::{ClassId, ModeMatrix, Rung};
use crate::node::{
    Bytes, Caption, Captioned, Card, Desk, Effect, Node, Obligations, Outbox, Protocol, Record,
    Recoverable, Request, RequestId, Response, Setup, Ticket, Under,
};
use crate::observation::Observation;
use std::hash::Hash;
use std::rc::Rc;

type RecordOf<P> = <<P as Protocol>::Node as Node>::Record;
type MessageOf<P> = <<P as Protocol>::Node as Node>::Message;

/// Seats are shared with checkpoints until they change.
pub struct TypedCluster<P: Protocol> {
    setup: Rc<Setup>,
    matrix: Rc<ModeMatrix>,
    seats: Vec<Option<Rc<Seat<P::Node>>>>,
    disks: Vec<Disk<RecordOf<P>>>,
    draws: Vec<Draws>,
    flushes: Vec<FlushToken>,
    serials: Vec<[u32; 4]>,
    letters: SortedMap<EventId, Rc<MessageOf<P>>>,
    spare: Vec<Effect<P::Node>>,
}

impl<P: Protocol> TypedCluster<P> {
    /// Nobody has booted yet.
    pub fn new(setup: Setup) -> TypedCluster<P> {
        let count = usize::from(setup.members);
        let lane = |place| u64::from(setup.service.0) << 16 | place;
        let draws = |place| Draws::new(setup.seed, Purpose::Node, lane(place));
        TypedCluster {
            matrix: Rc::new(P::modes(&setup)),
            seats: vec![const { None }; count],
            disks: vec![Disk::default(); count],
            draws: (0..count as u64).map(draws).collect(),
            flushes: vec![FlushToken(0); count],
            serials: vec![[0; 4]; count],
            letters: SortedMap::new(),
            spare: Vec::new(),
            setup: Rc::new(setup),
        }
    }

    fn id(&self, place: Place) -> NodeId {
        NodeId { service: self.setup.service, place }
    }

    fn outbox(&self, place: Place, host: Around, desk: Desk) -> Outbox<P::Node> {
        Outbox {
            id: self.id(place),
            now: host.readings,
            wall_error: host.wall_error,
            matrix: self.matrix.clone(),
            sustain: self.setup.sustain,
            rungs: Vec::new(),
            desk,
            flushes: self.flushes[place.index()],
            effects: Vec::new(),
        }
    }

    fn fresh_desk(&self, place: Place) -> Desk {
        let wallet = Wallet::empty(P::CARD.kinds.into(), self.setup.members);
        let serials = self.serials[place.index()];
        Desk { wallet, draws: self.draws[place.index()].clone(), serials }
    }

    /// The node as it would be if it booted now, and what it would do.
    fn start(&self, place: Place, host: Around) -> (P::Node, Outbox<P::Node>) {
        let mut out = self.outbox(place, host, self.fresh_desk(place));
        let recovered: Chunks<_> = self.disks[place.index()].survivors();
        (P::Node::boot(&self.setup, &recovered, &mut out), out)
    }

    /// Lets a node act.
    fn handle(&mut self, place: Place, turn: Turn<'_>, told: Told<P::Node>) {
        let host = Around::of(self.id(place), turn.runtime);
        let Some(mut seat) = self.seats[place.index()].take() else { return };
        let at_work = Rc::make_mut(&mut seat);
        let desk = std::mem::replace(&mut at_work.desk, Desk::cleared());
        let mut out = self.outbox(place, host, desk);
        out.rungs = turn.rungs;
        out.effects = std::mem::take(&mut self.spare);
        told.to(&mut at_work.node, &mut out);
        self.seats[place.index()] = Some(seat);
        self.put_back(place, out, turn.runtime, turn.log);
    }

    /// Carries out what a node wants, and puts its desk back.
    fn put_back(
        &mut self,
        place: Place,
        out: Outbox<P::Node>,
        runtime: &mut Runtime,
        log: &mut Vec<Record>,
    ) {
        let Outbox { desk, flushes, mut effects, .. } = out;
        self.draws[place.index()] = desk.draws.clone();
        self.serials[place.index()] = desk.serials;
        self.flushes[place.index()] = flushes;
        if let Some(seat) = self.seats[place.index()].as_mut() {
            Rc::make_mut(seat).desk = desk;
        }
        for effect in effects.drain(..) {
            self.carry_out(place, effect, runtime, log);
        }
        self.spare = effects;
    }

    fn carry_out(
        &mut self,
        place: Place,
        effect: Effect<P::Node>,
        runtime: &mut Runtime,
        log: &mut Vec<Record>,
    ) {
        let by = self.id(place);
        match effect {
            Effect::Record(record) => log.push(record),
            Effect::Write(record) => self.disks[place.index()].write(record),
            Effect::Flush(_) => {
                let token = self.disks[place.index()].flush();
                runtime.begin_flush(by, token);
            }
            Effect::Send(to, message, under) => self.send(by, to, message, under, runtime, log),
            Effect::SetTimer(timer, reading, under) => {
                let (event, due) = runtime.set_timer(by, reading);
                let seat = self.seats[place.index()].as_mut().map(Rc::make_mut);
                if let Some((old, due)) = seat.and_then(|seat| seat.set(timer, event, due)) {
                    runtime.queue.remove(old, due);
                }
                outgoing::set_out(by, event, under, log);
            }
            Effect::CancelTimer(timer) => {
                let seat = self.seats[place.index()].as_mut().map(Rc::make_mut);
                if let Some((old, due)) = seat.and_then(|seat| seat.cancel(timer)) {
                    runtime.queue.remove(old, due);
                }
            }
            Effect::Call(to, id, request) => outgoing::call(by, to, id, request, runtime, log),
            Effect::Respond(ticket, response, rests_on) => {
                outgoing::respond(by, ticket, response, runtime, log);
                log.extend(rests_on.into_iter().map(Record::RestsOn));
            }
        }
    }

    fn send(
        &mut self,
        by: NodeId,
        to: NodeId,
        message: MessageOf<P>,
        under: Under,
        runtime: &mut Runtime,
        log: &mut Vec<Record>,
    ) {
        let (caption, bytes) = (message.caption(), Bytes(width(&message)));
        let (name, event, twin) = runtime.send(by, to);
        let message = Rc::new(message);
        if let Some(twin) = twin {
            self.letters.insert(twin, message.clone());
            outgoing::set_out(by, twin, under.clone(), log);
        }
        self.letters.insert(event, message);
        log.push(Record::Sent(event, name, caption, bytes));
        outgoing::set_out(by, event, under, log);
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

/// What a host's clocks show, and what it claims of them.
#[derive(Clone, Copy)]
struct Around {
    readings: Readings,
    wall_error: Option<Span>,
}

impl Around {
    fn of(node: NodeId, runtime: &Runtime) -> Around {
        let wall_error = runtime.host(node).clock.claimed_error();
        Around { readings: runtime.readings(node), wall_error }
    }

    fn later(self, by: Span) -> Around {
        let Readings { monotonic, wall } = self.readings;
        Around { readings: Readings { monotonic: monotonic + by, wall: wall + by }, ..self }
    }
}

/// What a node is told, so that it acts.
enum Told<N: Node> {
    Message(NodeId, N::Message),
    Timer(N::Timer),
    Flushed(FlushToken),
    Request(Ticket, Request),
    Response(RequestId, Response),
    Order(u8),
}

impl<N: Node> Told<N> {
    fn to(self, node: &mut N, out: &mut Outbox<N>) {
        match self {
            Told::Message(from, message) => node.on_message(from, message, out),
            Told::Timer(timer) => node.on_timer(timer, out),
            Told::Flushed(token) => node.on_flushed(token, out),
            Told::Request(ticket, request) => node.on_request(ticket, request, out),
            Told::Response(id, response) => node.on_response(id, response, out),
            Told::Order(order) => node.on_order(order, out),
        }
    }
}

impl<P: Protocol> Cluster for TypedCluster<P> {
    fn card(&self) -> &'static Card {
        const { &P::CARD }
    }

    fn setup(&self) -> &Setup {
        &self.setup
    }

    fn matrix(&self) -> &Rc<ModeMatrix> {
        &self.matrix
    }

    fn boot(&mut self, place: Place, turn: Turn<'_>) {
        let (node, out) = self.start(place, Around::of(self.id(place), turn.runtime));
        self.seats[place.index()] = Some(Rc::new(Seat::new(node, out.desk.clone())));
        turn.log.push(Record::Booted(self.id(place)));
        self.put_back(place, out, turn.runtime, turn.log);
    }

    fn crash(&mut self, place: Place, wipe: bool, _: &Runtime) {
        self.seats[place.index()] = None;
        let disk = &mut self.disks[place.index()];
        disk.crash();
        if wipe {
            disk.wipe();
        }
    }

    fn deliver(&mut self, event: EventId, from: NodeId, to: Place, turn: Turn<'_>) -> bool {
        let Some(message) = self.letters.remove(&event) else { return false };
        let message = Rc::unwrap_or_clone(message);
        self.handle(to, turn, Told::Message(from, message));
        true
    }

    fn copy(&mut self, event: EventId, twin: EventId) -> bool {
        let message = self.letters.get(&event).cloned();
        message.is_some_and(|message| self.letters.insert(twin, message).is_none())
    }

    fn lose(&mut self, event: EventId) {
        self.letters.remove(&event);
    }

    fn fire(&mut self, event: EventId, place: Place, turn: Turn<'_>) {
        let seat = self.seats[place.index()].as_mut().map(Rc::make_mut);
        if let Some(timer) = seat.and_then(|seat| seat.fired(event)) {
            self.handle(place, turn, Told::Timer(timer));
        }
    }

    fn flushed(&mut self, place: Place, token: FlushToken, turn: Turn<'_>) {
        self.disks[place.index()].on_flushed(token);
        self.handle(place, turn, Told::Flushed(token));
    }

    fn request(&mut self, place: Place, ticket: Ticket, request: Request, turn: Turn<'_>) {
        self.handle(place, turn, Told::Request(ticket, request));
    }

    fn response(&mut self, place: Place, id: RequestId, response: Response, turn: Turn<'_>) {
        self.handle(place, turn, Told::Response(id, response));
    }

    fn order(&mut self, place: Place, order: u8, turn: Turn<'_>) {
        self.handle(place, turn, Told::Order(order));
    }

    fn set_disk_health(&mut self, place: Place, health: DiskHealth) -> bool {
        self.disks[place.index()].set_health(health)
    }

    fn upholds(&self, item: &Evidence, runtime: &Runtime) -> LocalTime {
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

    fn claims(&self, place: Place, class: ClassId) -> Option<bool> {
        let node = &self.seats[place.index()].as_ref()?.node;
        node.claims(class).then(|| node.obligations().is_some())
    }

    fn believed(&self, place: Place, class: ClassId, now: Readings) -> Option<u8> {
        let seat = self.seats[place.index()].as_ref()?;
        let purse = Purse { wallet: &seat.desk.wallet, now };
        let contracts = self.matrix.class(class);
        let rung = Rung::at_floor(contracts);
        Some(crate::modes::believed(contracts, &purse, place, rung, Span::ZERO))
    }

    fn recoverable(&self, runtime: &Runtime) -> Recoverable {
        let places = (0..self.setup.members).map(Place);
        let boot = |place| self.start(place, Around::of(self.id(place), runtime)).0;
        let booted: Vec<_> = places.map(boot).collect();
        P::recoverable(&self.setup, &booted.iter().collect::<Vec<_>>())
    }

    fn observe(&self, place: Place) -> Option<Observation> {
        Some(self.seats[place.index()].as_ref()?.node.observe())
    }

    fn obligations(&self, place: Place) -> Option<Obligations> {
        self.seats[place.index()].as_ref()?.node.obligations()
    }

    fn caption(&self, event: EventId) -> Option<Caption> {
        Some(self.letters.get(&event)?.caption())
    }

    fn disk_has_lied(&self, place: Place) -> bool {
        self.disks[place.index()].has_lied()
    }

    fn hash(&self, mut hasher: &mut StableHasher) {
        self.seats.hash(&mut hasher);
        self.disks.hash(&mut hasher);
        self.draws.hash(&mut hasher);
        (&self.flushes, &self.serials).hash(&mut hasher);
        self.letters.hash(&mut hasher);
    }

    fn duplicate(&self) -> Box<dyn Cluster> {
        Box::new(TypedCluster::<P> {
            setup: self.setup.clone(),
            matrix: self.matrix.clone(),
            seats: self.seats.clone(),
            disks: self.disks.clone(),
            draws: self.draws.clone(),
            flushes: self.flushes.clone(),
            serials: self.serials.clone(),
            letters: self.letters.clone(),
            spare: Vec::new(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::client;
    use crate::workload::Clients;
    use crate::world::Plan;
    use std::hash::Hasher;

    /// A node that is down has no desk, and still it gives no number twice.
    #[test]
    fn what_is_never_given_twice_shows_in_the_hash() {
        let mut setup = Plan::new(7, 1).setup::<Clients>(1);
        setup.workload = vec![client([0])].into();
        let mut cluster = TypedCluster::<Clients>::new(setup);
        let print = |cluster: &TypedCluster<Clients>| {
            let mut hasher = StableHasher::default();
            Cluster::hash(cluster, &mut hasher);
            hasher.finish()
        };
        let before = print(&cluster);
        cluster.serials[0][0] += 1;
        let numbered = print(&cluster);
        cluster.flushes[0] = FlushToken(1);
        assert!(before != numbered && numbered != print(&cluster));
    }
}
