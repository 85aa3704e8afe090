//! How the nodes of a service act, and what comes of it.
use super::{Cluster, Parcel, Runtime, Turn};
use crate::evidence::Wallet;
use crate::kernel::{Chunks, EventId, NodeId, Place, Readings, Span, width};
use crate::node::{
    Bytes, Caption, Desk, Effect, Envelope, Occupant, Record, Request, RequestId, Response, Ticket,
    Told, Tray, Under,
};
use std::rc::Rc;

impl Cluster {
    fn tray(&self, place: Place, host: Around, desk: Desk) -> Tray {
        Tray {
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
        let wallet = Wallet::empty(self.card().kinds.into(), self.setup.members);
        let serials = self.serials[place.index()];
        Desk { wallet, draws: self.draws[place.index()].clone(), serials }
    }

    /// The node as it would be if it booted now, and what it would do.
    pub(super) fn start(&self, place: Place, host: Around) -> (Box<dyn Occupant>, Tray) {
        let tray = self.tray(place, host, self.fresh_desk(place));
        let kept: Chunks<_> = self.disks[place.index()].survivors();
        self.mechanism.boot(&self.setup, &kept, tray)
    }

    /// Lets a node act.
    pub(super) fn handle(&mut self, place: Place, turn: Turn<'_>, told: Told) {
        let host = Around::of(self.id(place), turn.runtime);
        let Some(mut seat) = self.seats[place.index()].take() else { return };
        let at_work = Rc::make_mut(&mut seat);
        let desk = std::mem::replace(&mut at_work.desk, Desk::cleared());
        let mut tray = self.tray(place, host, desk);
        tray.rungs = turn.rungs;
        tray.effects = std::mem::take(&mut self.spare.0);
        let tray = at_work.node.told(told, tray);
        self.seats[place.index()] = Some(seat);
        self.put_back(place, tray, turn.runtime, turn.log);
    }

    /// Carries out what a node wants, and puts its desk back.
    pub(super) fn put_back(
        &mut self,
        place: Place,
        tray: Tray,
        runtime: &mut Runtime,
        log: &mut Vec<Record>,
    ) {
        let Tray { desk, flushes, mut effects, .. } = tray;
        self.draws[place.index()] = desk.draws.clone();
        self.serials[place.index()] = desk.serials;
        self.flushes[place.index()] = flushes;
        if let Some(seat) = self.seats[place.index()].as_mut() {
            Rc::make_mut(seat).desk = desk;
        }
        for effect in effects.drain(..) {
            self.carry_out(place, effect, runtime, log);
        }
        self.spare.0 = effects;
    }

    fn carry_out(
        &mut self,
        place: Place,
        effect: Effect,
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
            Effect::Send(to, letter, under) => self.send(by, to, letter, under, runtime, log),
            Effect::SetTimer(timer, reading, under) => {
                let (event, due) = runtime.set_timer(by, reading);
                let seat = self.seats[place.index()].as_mut().map(Rc::make_mut);
                if let Some((old, due)) = seat.and_then(|seat| seat.set(timer, event, due)) {
                    runtime.queue.remove(old, due);
                }
                set_out(by, event, under, log);
            }
            Effect::CancelTimer(timer) => {
                let seat = self.seats[place.index()].as_mut().map(Rc::make_mut);
                if let Some((old, due)) = seat.and_then(|seat| seat.cancel(timer.as_ref())) {
                    runtime.queue.remove(old, due);
                }
            }
            Effect::Call(to, id, request) => call(by, to, id, request, runtime, log),
            Effect::Respond(ticket, response, rests_on) => {
                respond(by, ticket, response, runtime, log);
                log.extend(rests_on.into_iter().map(Record::RestsOn));
            }
        }
    }

    fn send(
        &mut self,
        by: NodeId,
        to: NodeId,
        letter: Envelope,
        under: Under,
        runtime: &mut Runtime,
        log: &mut Vec<Record>,
    ) {
        let (caption, bytes) = (letter.caption, Bytes(width(&letter)));
        let (name, event, twin) = runtime.send(by, to);
        if let Some(twin) = twin {
            self.letters.insert(twin, letter.clone());
            set_out(by, twin, under.clone(), log);
        }
        self.letters.insert(event, letter);
        log.push(Record::Sent(event, name, caption, bytes));
        set_out(by, event, under, log);
    }
}

/// What a host's clocks show, and what it claims of them.
#[derive(Clone, Copy)]
pub(super) struct Around {
    pub readings: Readings,
    wall_error: Option<Span>,
}

impl Around {
    pub fn of(node: NodeId, runtime: &Runtime) -> Around {
        let wall_error = runtime.host(node).clock.claimed_error();
        Around { readings: runtime.readings(node), wall_error }
    }

    pub fn later(self, by: Span) -> Around {
        let Readings { monotonic, wall } = self.readings;
        Around { readings: Readings { monotonic: monotonic + by, wall: wall + by }, ..self }
    }
}

/// A request sets out.
fn call(
    by: NodeId,
    to: NodeId,
    id: RequestId,
    request: Request,
    runtime: &mut Runtime,
    log: &mut Vec<Record>,
) {
    let ticket = Ticket { id, op: request.op, class: request.class };
    let caption = Caption::plain(request.call.name());
    let parcel = Parcel::Request(ticket, request);
    let bytes = Bytes(width(&parcel));
    let (name, event) = runtime.mail(by, to, parcel);
    log.push(Record::Sent(event, name, caption, bytes));
}

/// A response sets out.
fn respond(
    by: NodeId,
    ticket: Ticket,
    response: Response,
    runtime: &mut Runtime,
    log: &mut Vec<Record>,
) {
    let contract = response.contract;
    let parcel = Parcel::Response(ticket.id, response);
    let (caption, bytes) = (parcel.caption(), Bytes(width(&parcel)));
    let (name, event) = runtime.mail(by, ticket.id.from, parcel);
    log.push(Record::Sent(event, name, caption, bytes));
    log.push(Record::Answered(ticket, by, contract, true));
}

/// What sets out under a contract rests on evidence.
fn set_out(by: NodeId, event: EventId, under: Under, log: &mut Vec<Record>) {
    if let Some((class, contract, rests_on)) = under {
        log.push(Record::SetOut(event, by, class, contract));
        log.extend(rests_on.into_iter().map(Record::RestsOn));
    }
}
