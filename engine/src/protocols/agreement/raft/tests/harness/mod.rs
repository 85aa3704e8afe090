//! A few servers without a world: messages, flushes and clocks move when a test says so.
mod steps;

use crate::evidence::Wallet;
use crate::kernel::{
    Disk, Draws, FlushToken, LocalTime, NodeId, Purpose, Readings, ServiceId, Span, WallTime,
};
use crate::modes::ModeMatrix;
use crate::node::{
    Desk, Effect, Kept, Node, Note, Outbox, Outcome, Protocol, Record, Sealed, Setup, Tray, look,
};
use crate::protocols::agreement::raft::{
    Command, Entry, LogIndex, Message, Raft, Server, Stored, Term, Timer,
};
use std::collections::BTreeMap;
use std::rc::Rc;

/// A message under way.
#[derive(Clone, Debug)]
pub struct Letter {
    pub from: u16,
    pub to: u16,
    pub message: Message,
}

struct Seat {
    server: Server,
    desk: Desk,
    timers: BTreeMap<Timer, LocalTime>,
}

/// One server's surroundings: what outlives a crash.
struct Machine {
    seat: Option<Seat>,
    disk: Disk<Rc<dyn Sealed>>,
    asked: Vec<FlushToken>,
    flushes: FlushToken,
    clock: LocalTime,
}

/// A group of servers, numbered from 0.
pub struct Group {
    setup: Setup,
    matrix: Rc<ModeMatrix>,
    machines: Vec<Machine>,
    /// Under way, in the order in which it was sent.
    pub mail: Vec<Letter>,
    /// What clients were told, by the number of their operation.
    pub answers: Vec<(u32, Outcome)>,
    /// What servers stated for checkers.
    pub notes: Vec<(u16, Note)>,
    asked: u32,
}

impl Group {
    /// So many servers, new, with settings and guards as given.
    pub fn new(members: u16, change: impl FnOnce(Setup) -> Setup) -> Group {
        Group::from_disks(change, vec![Vec::new(); members.into()])
    }

    /// Servers that boot from what their disks keep.
    pub fn from_disks(change: impl FnOnce(Setup) -> Setup, kept: Vec<Vec<Stored>>) -> Group {
        let setup = change(Setup::new(&Raft::CARD, ServiceId(0), kept.len() as u16, 7));
        let machine = |records: &Vec<Stored>| {
            let mut disk = Disk::<Rc<dyn Sealed>>::default();
            records.iter().for_each(|record| disk.write(Rc::new(*record)));
            let token = disk.flush();
            disk.on_flushed(token);
            let clock = LocalTime(Span::secs(3_600).0);
            Machine { seat: None, disk, asked: Vec::new(), flushes: token, clock }
        };
        let machines = kept.iter().map(machine).collect();
        let matrix = Rc::new(Raft::modes(&setup));
        let (mail, answers, notes) = (Vec::new(), Vec::new(), Vec::new());
        let mut group = Group { setup, matrix, machines, mail, answers, notes, asked: 0 };
        (0..group.size()).for_each(|place| group.boot(place));
        group
    }

    /// How many there are.
    pub fn size(&self) -> u16 {
        self.machines.len() as u16
    }

    /// A server that is up.
    pub fn server(&self, place: u16) -> &Server {
        &self.machines[usize::from(place)].seat.as_ref().expect("it is up").server
    }

    fn id(place: u16) -> NodeId {
        NodeId::new(0, place)
    }

    fn outbox(&self, place: u16, desk: Desk) -> Outbox<Server> {
        let machine = &self.machines[usize::from(place)];
        let now = Readings { monotonic: machine.clock, wall: WallTime(0) };
        Outbox::from(Tray {
            id: Group::id(place),
            now,
            wall_error: None,
            matrix: self.matrix.clone(),
            sustain: Span::ZERO,
            rungs: Vec::new(),
            desk,
            flushes: machine.flushes,
            effects: Vec::new(),
        })
    }

    /// Boots a server from its disk.
    pub fn boot(&mut self, place: u16) {
        let wallet = Wallet::empty(Raft::CARD.kinds.into(), self.size());
        let draws = Draws::new(7, Purpose::Node, place.into());
        let mut out = self.outbox(place, Desk { wallet, draws, serials: [0; 4] });
        let kept = self.machines[usize::from(place)].disk.survivors();
        let server = Server::boot(&self.setup, &Kept::of(&kept), &mut out);
        let seat = Seat { server, desk: Desk::cleared(), timers: BTreeMap::new() };
        self.machines[usize::from(place)].seat = Some(seat);
        self.carry_out(place, out);
    }

    /// Memory, cache and flushes under way are lost.
    pub fn crash(&mut self, place: u16) {
        let machine = &mut self.machines[usize::from(place)];
        machine.seat = None;
        machine.asked.clear();
        machine.disk.crash();
    }

    /// A server crashes, its disk is gone, and it boots.
    pub fn forget(&mut self, place: u16) {
        self.crash(place);
        self.machines[usize::from(place)].disk.wipe();
        self.boot(place);
    }

    /// Lets a server act; one that is down does not.
    pub fn act(&mut self, place: u16, act: impl FnOnce(&mut Server, &mut Outbox<Server>)) {
        let Some(mut seat) = self.machines[usize::from(place)].seat.take() else { return };
        let desk = std::mem::replace(&mut seat.desk, Desk::cleared());
        let mut out = self.outbox(place, desk);
        act(&mut seat.server, &mut out);
        self.machines[usize::from(place)].seat = Some(seat);
        self.carry_out(place, out);
    }

    fn carry_out(&mut self, place: u16, out: Outbox<Server>) {
        let machine = &mut self.machines[usize::from(place)];
        let Tray { flushes, desk, effects, .. } = out.into_tray();
        machine.flushes = flushes;
        let seat = machine.seat.as_mut().expect("it has just acted");
        seat.desk = desk;
        for effect in effects {
            match effect {
                Effect::Send(to, letter, _) => {
                    let message = opened::<Message>(letter.message.as_ref()).clone();
                    self.mail.push(Letter { from: place, to: to.place.0, message });
                }
                Effect::SetTimer(timer, due, _) => {
                    seat.timers.insert(*opened(timer.as_ref()), due);
                }
                Effect::CancelTimer(timer) => {
                    seat.timers.remove(opened(timer.as_ref()));
                }
                Effect::Write(record) => machine.disk.write(record),
                Effect::Flush(_) => machine.asked.push(machine.disk.flush()),
                Effect::Respond(ticket, response, _) => {
                    self.answers.push((ticket.op.nth, response.outcome));
                }
                Effect::Record(Record::Noted(_, note)) => self.notes.push((place, note)),
                Effect::Record(_) | Effect::Call(..) => (),
            }
        }
    }

    /// The disk of a server ends the flushes that it was asked for.
    pub fn flush(&mut self, place: u16) {
        self.end_flushes(place, &self.asked_flushes(place));
    }
}

/// What is a server's own.
fn opened<T: 'static>(sealed: &dyn Sealed) -> &T {
    look(sealed).expect("it is of this mechanism")
}

/// A disk that keeps a term and a log with entries of these terms.
pub fn disk(term: u64, terms: &[u64]) -> Vec<Stored> {
    let entry = |(index, term): (u64, &u64)| {
        Stored::Entry(LogIndex(index), Entry { term: Term(*term), command: Command::Noop })
    };
    let log = (1..).zip(terms).map(entry);
    log.chain([Stored::Vote(Term(term), None)]).collect()
}
