//! What can happen to a few servers, one step or many, and what there is to see of them.
use super::{Group, Letter};
use crate::kernel::{FlushToken, NodeId, Place, Span};
use crate::modes::ClassId;
use crate::node::{Call, Kept, Key, Node, OpId, Outcome, Request, RequestId, Ticket};
use crate::protocols::agreement::raft::{LogIndex, READS, Stored, Timer, WRITES};
use crate::testing::SERVICE;

impl Group {
    /// The flushes that a server waits for, until now.
    pub fn asked_flushes(&self, place: u16) -> Vec<FlushToken> {
        self.machines[usize::from(place)].asked.clone()
    }

    /// Some of them end.
    pub fn end_flushes(&mut self, place: u16, tokens: &[FlushToken]) {
        for token in tokens {
            self.machines[usize::from(place)].asked.retain(|asked| asked != token);
            self.machines[usize::from(place)].disk.on_flushed(*token);
            self.act(place, |server, out| server.on_flushed(*token, out));
        }
    }

    /// A message arrives, from outside if need be.
    pub fn deliver(&mut self, letter: Letter) {
        let from = Group::id(letter.from);
        self.act(letter.to, |server, out| server.on_message(from, letter.message, out));
    }

    /// The messages under way that `which` picks arrive, in order; how many.
    pub fn deliver_those(&mut self, which: impl Fn(&Letter) -> bool) -> usize {
        let (now, later) = std::mem::take(&mut self.mail).into_iter().partition(|l| which(l));
        self.mail = later;
        let now: Vec<Letter> = now;
        let count = now.len();
        now.into_iter().for_each(|letter| self.deliver(letter));
        count
    }

    /// Flushes end and messages between these servers arrive until nothing is left; others stay
    /// under way. The answer is how many arrived.
    pub fn settle_among(&mut self, places: &[u16]) -> usize {
        let mut count = 0;
        loop {
            places.iter().for_each(|place| self.flush(*place));
            let among = |l: &Letter| places.contains(&l.from) && places.contains(&l.to);
            match self.deliver_those(among) {
                0 if places.iter().all(|place| self.is_flushed(*place)) => return count,
                arrived => count += arrived,
            }
            assert!(count < 10_000, "the servers do not come to rest");
        }
    }

    fn is_flushed(&self, place: u16) -> bool {
        self.machines[usize::from(place)].asked.is_empty()
    }

    /// The same, among all.
    pub fn settle(&mut self) -> usize {
        self.settle_among(&(0..self.size()).collect::<Vec<_>>())
    }

    /// Time goes by on one clock; no timer fires.
    pub fn pass(&mut self, place: u16, span: Span) {
        let clock = &mut self.machines[usize::from(place)].clock;
        *clock = *clock + span;
    }

    /// Time goes by on all clocks; no timer fires.
    pub fn pass_all(&mut self, span: Span) {
        (0..self.size()).for_each(|place| self.pass(place, span));
    }

    /// A timer fires, whether or not it is due.
    pub fn fire(&mut self, place: u16, timer: Timer) {
        if let Some(seat) = &mut self.machines[usize::from(place)].seat {
            seat.timers.remove(&timer);
        }
        self.act(place, |server, out| server.on_timer(timer, out));
    }

    /// For how long a timer has still to run, by its server's clock.
    pub fn left(&self, place: u16, timer: Timer) -> Option<Span> {
        let machine = &self.machines[usize::from(place)];
        Some(*machine.seat.as_ref()?.timers.get(&timer)? - machine.clock)
    }

    /// A leader is elected and everybody has its noop. Only for groups at rest.
    pub fn elect(&mut self, place: u16) {
        self.pass_all(Span::secs(2));
        self.fire(place, Timer::Election);
        self.settle();
        assert!(self.leads(place), "{place} leads");
        self.beat(place);
    }

    /// A round of heartbeats, answered by those who can.
    pub fn beat(&mut self, place: u16) {
        self.fire(place, Timer::Round);
        self.settle();
    }

    /// A client's request arrives; the number of its operation.
    pub fn ask(&mut self, place: u16, call: Call) -> u32 {
        self.asked += 1;
        self.ask_again(place, self.asked, call);
        self.asked
    }

    /// The same operation is asked for, perhaps once more.
    pub fn ask_again(&mut self, place: u16, nth: u32, call: Call) {
        let client = NodeId::new(1, 0);
        let class: ClassId = if call.is_read() { READS } else { WRITES };
        let op = OpId { client, nth };
        let ticket = Ticket { id: RequestId { from: client, nth }, op, class };
        let service = SERVICE;
        let request = Request { op, service, class, key: Key(0), call, context: None };
        self.act(place, |server, out| server.on_request(ticket, request, out));
    }

    /// What a client was told last about an operation.
    pub fn told(&self, nth: u32) -> Option<&Outcome> {
        self.answers.iter().rev().find(|(of, _)| *of == nth).map(|(_, outcome)| outcome)
    }

    /// Does it lead?
    pub fn leads(&self, place: u16) -> bool {
        self.server(place).leader() == Some(Place(place))
    }

    /// The terms of a server's entries.
    pub fn terms(&self, place: u16) -> Vec<u64> {
        self.server(place).log.from(LogIndex(1)).map(|entry| entry.term.0).collect()
    }

    /// What a server's disk would keep if power failed now, as terms.
    pub fn kept(&self, place: u16) -> Vec<Stored> {
        let kept = self.machines[usize::from(place)].disk.survivors();
        Kept::of(&kept).iter().copied().collect()
    }
}
