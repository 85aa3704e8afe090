//! Who is there: a node asks all others again and again, and notes who answers.
//!
//! Section 4.8.2: what a node thinks of another is its own affair; no two need agree.
use super::replica::{Out, Replica};
use super::{Message, Timer};
use crate::evidence::{Epoch, Kind};
use crate::kernel::{Deadline, LocalTime, Moment, NodeSet, Place, Span};

/// What a node has heard of the others.
#[derive(Clone, Debug, Hash)]
pub struct Peers {
    own: Place,
    /// Until when each is taken to be there.
    until: Vec<LocalTime>,
    /// When each last promised to keep more hints than before.
    promised: Vec<LocalTime>,
    /// Who was there when it was last asked.
    there: NodeSet,
}

impl Peers {
    /// Nobody has been heard of yet.
    pub fn unheard(own: Place, members: u16) -> Peers {
        let never = vec![LocalTime::PAST; members.into()];
        let there = NodeSet::EMPTY.with(own);
        Peers { own, until: never.clone(), promised: never, there }
    }

    /// Is it worth asking?
    pub fn seems_up(&self, place: Place, now: LocalTime) -> bool {
        place == self.own || now < self.until[place.index()]
    }

    /// It has not answered in time: until it is heard again, others are asked instead.
    pub fn suspect(&mut self, place: Place) {
        self.until[place.index()] = LocalTime::PAST;
        self.there = self.there.without(place);
    }

    /// Who was there when last looked.
    pub fn there(&self) -> NodeSet {
        self.there
    }

    fn heard(&mut self, from: Place, now: LocalTime, silence: Span) {
        self.until[from.index()] = now + silence;
        self.there = self.there.with(from);
    }

    fn look(&mut self, now: LocalTime) {
        let members = (0..self.until.len() as u16).map(Place);
        self.there = members.filter(|place| self.seems_up(*place, now)).collect();
    }
}

impl Replica {
    /// Asks everybody, and does what is to be done from time to time.
    pub(super) fn ping(&mut self, out: &mut Out) {
        let sent = out.monotonic();
        self.others().for_each(|peer| out.send(peer, Message::Ping(sent)));
        self.peers.look(sent);
        self.look_at_clock(out);
        out.set_timer(Timer::Ping, self.config.ping);
    }

    pub(super) fn pinged(&self, from: Place, sent: LocalTime, out: &mut Out) {
        out.issue(Kind::Heartbeat, from, Epoch(0));
        out.send(from, Message::Pong(sent, self.promised_hints));
    }

    pub(super) fn ponged(&mut self, from: Place, sent: LocalTime, hints: u64, out: &mut Out) {
        self.hear(from, out);
        let held = out.held(Kind::HandoffHint, from).unwrap_or_default();
        if held > Epoch(hints) && self.peers.promised[from.index()] < sent {
            self.doubt(from, out);
        }
        self.trust(Kind::HandoffHint, from, hints, out);
        self.hand_over(from, out);
    }

    /// An answer: both directions work.
    pub(super) fn hear(&mut self, from: Place, out: &mut Out) {
        let (now, silence) = (out.monotonic(), self.config.silence());
        self.peers.heard(from, now, silence);
        out.accept(Kind::Heartbeat, from, Epoch(0), Deadline::Monotonic(now + silence));
    }

    /// Relies on a promise of so many.
    pub(super) fn trust(&mut self, kind: Kind, from: Place, count: u64, out: &mut Out) {
        let held = out.held(kind, from);
        if held.is_none_or(|held| held < Epoch(count)) {
            if kind == Kind::HandoffHint {
                self.peers.promised[from.index()] = out.monotonic();
            }
            out.accept(kind, from, Epoch(count), Deadline::FOREVER);
        }
    }

    /// A stand-in remembers fewer hints than it has promised to keep: relies on the others only.
    fn doubt(&mut self, forgetful: Place, out: &mut Out) {
        let others = self.others().filter(|place| *place != forgetful).chain([self.place()]);
        let held = others.map(|place| (place, out.held(Kind::HandoffHint, place)));
        let held: Vec<_> = held.collect();
        out.forget(Kind::HandoffHint);
        for (place, epoch) in held {
            if let Some(epoch) = epoch {
                out.accept(Kind::HandoffHint, place, epoch, Deadline::FOREVER);
            }
        }
    }
}
