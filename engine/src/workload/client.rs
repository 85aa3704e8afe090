//! A client: asks at its pace, follows hints, asks again, and writes its history.
use super::operation::Operation;
use crate::evidence::Evidence;
use crate::kernel::{LocalTime, Moment, NodeId, ServiceId, SortedMap, Span, sort_by_key};
use crate::modes::{ClassId, ModeMatrix};
use crate::node::{
    Ask, Call, Caption, Captioned, Card, ClientPlan, Context, Kept, Key, Node, OpId, Outbox,
    Outcome, Pace, Protocol, Refusal, Request, RequestId, Response, Route, Serial, Setup, Ticket,
    Value,
};
use crate::observation::{Field, Observation, Role, Shape};
use std::rc::Rc;

/// The service of all clients of a run.
pub struct Clients;

impl Protocol for Clients {
    type Node = Client;
    const CARD: Card = Card {
        slug: "clients",
        title: "Clients",
        source: "Schroeder, Wierman and Harchol-Balter, \"Open Versus Closed\" (NSDI 2006)",
        classes: &[],
        kinds: &[],
        guards: &[],
        settings: &[],
        orders: &["read", "write"],
        numbers: ["", ""],
    };

    fn modes(_: &Setup) -> ModeMatrix {
        ModeMatrix::default()
    }
}

/// Clients send each other nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Silence {}

impl Captioned for Silence {
    fn caption(&self) -> Caption {
        match *self {}
    }
}

/// What a client sets for itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Timer {
    /// The next operation of its own accord.
    Next,
    /// An operation at a set time, by its place in the plan.
    Ask(usize),
    /// An operation has waited long enough for an answer.
    Patience(OpId),
    /// Before asking again.
    Again(OpId),
}

/// One client.
#[derive(Clone, Debug, Hash)]
pub struct Client {
    plan: ClientPlan,
    clients: u16,
    /// What operations at set times write, whoever's they are.
    reserved: Rc<[Value]>,
    invoked: u32,
    /// Whom to ask next, provider by provider.
    targets: Vec<u32>,
    until: LocalTime,
    open: SortedMap<OpId, Operation>,
    contexts: SortedMap<(ServiceId, Key), Context>,
    answered: u64,
}

type Out = Outbox<Client>;

impl Client {
    /// Between a refusal and the next attempt.
    const BREATH: Span = Span::millis(20);

    fn rest(&self, out: &mut Out) {
        let after = match self.plan.pace {
            Pace::Idle => return,
            Pace::Closed { think } => think,
            Pace::Open { every } => Span(every.0 / 2 + out.draw(every.0.max(1))),
        };
        out.set_timer(Timer::Next, after);
    }

    fn begin(&mut self, provider: usize, key: Key, call: Call, out: &mut Out) {
        let Some(asked) = self.plan.providers.get(provider) else { return };
        let Some(service) = asked.targets.first().map(|target| target.service) else { return };
        let op = OpId { client: out.id(), nth: out.serial(Serial::Operation) };
        self.invoked += 1;
        let [reads, writes] = asked.classes;
        let class = if call.is_read() { reads } else { writes };
        let context = self.contexts.get(&(service, key)).cloned().flatten();
        let request = Request { op, service, class, key, call, context };
        out.invoke(&request);
        let deadline = out.monotonic() + self.plan.persistence;
        let attempts = Vec::new();
        let operation = Operation { provider, request, attempts, deadline, in_doubt: false };
        self.open.insert(op, operation);
        if self.plan.route == Route::Turns {
            self.targets[provider] += 1;
        }
        self.ask(op, out);
    }

    fn ask(&mut self, op: OpId, out: &mut Out) {
        let Some(operation) = self.open.get_mut(&op) else { return };
        let known = &self.plan.providers[operation.provider].targets;
        let to = known[self.targets[operation.provider] as usize % known.len()];
        operation.attempts.push(out.call(to, operation.request.clone()));
        out.set_timer(Timer::Patience(op), self.plan.patience);
    }

    /// Something of the client's own choice, of one provider after the other.
    fn choose(&mut self, out: &mut Out) {
        let provider = self.invoked as usize % self.plan.providers.len();
        let key = Key(out.draw(self.plan.providers[provider].keys.into()) as u16);
        let call = match out.draw(1_000) < u64::from(self.plan.reads_per_mille) {
            true => Call::Read,
            false => Call::Write(self.fresh(out)),
        };
        self.begin(provider, key, call, out);
    }

    /// A value that no client ever writes: the clients take turns over the whole numbers, and pass
    /// over those that operations at set times write.
    fn fresh(&self, out: &mut Out) -> Value {
        loop {
            let turn = i64::from(out.serial(Serial::Value) - 1) * i64::from(self.clients);
            let value = Value(turn + i64::from(out.id().place.0) + 1);
            if !self.reserved.contains(&value) {
                return value;
            }
        }
    }

    /// An attempt has come to nothing: ask again, or leave it at that.
    fn retry(&mut self, op: OpId, refusal: Option<Refusal>, out: &mut Out) {
        let Some(operation) = self.open.get_mut(&op) else { return };
        operation.in_doubt |= refusal.is_none();
        match out.monotonic() + Client::BREATH < operation.deadline {
            true => out.set_timer(Timer::Again(op), Client::BREATH),
            false => self.conclude(op, self.open[&op].given_up(refusal), out),
        }
    }

    fn conclude(&mut self, op: OpId, outcome: Outcome, out: &mut Out) {
        self.open.remove(&op);
        out.cancel_timer(Timer::Patience(op));
        out.cancel_timer(Timer::Again(op));
        self.answered += u64::from(matches!(outcome, Outcome::Ok(_)));
        out.conclude(op, outcome);
        if matches!(self.plan.pace, Pace::Closed { .. }) && self.open.is_empty() {
            self.rest(out);
        }
    }

    fn turn_to(&mut self, provider: usize, hint: Option<NodeId>) {
        let targets = &self.plan.providers[provider].targets;
        let known = hint.and_then(|hint| targets.iter().position(|to| *to == hint));
        match (self.plan.route, known) {
            (Route::Fixed, _) => (),
            (_, Some(place)) => self.targets[provider] = place as u32,
            (_, None) => self.targets[provider] += 1,
        }
    }
}

fn written(ask: &Ask) -> Option<Value> {
    match ask.call {
        Call::Read => None,
        Call::Write(value) | Call::Cas(_, value) => Some(value),
    }
}

impl Node for Client {
    type Message = Silence;
    type Timer = Timer;
    type Record = ();

    /// A client that boots again carries on by its wall clock, which showed zero when the run
    /// began: nothing is asked anew, and what fell due in the meantime is asked now.
    fn boot(setup: &Setup, _: &Kept<()>, out: &mut Out) -> Client {
        let mut plan = setup.workload[out.id().index()].clone();
        let elapsed = out.wall().0.max(0).cast_unsigned();
        let left = |after: Span| Span(after.0.saturating_sub(elapsed));
        let until = plan.stop.map_or(LocalTime::FOREVER, |stop| out.monotonic() + left(stop));
        if plan.pace != Pace::Idle {
            out.set_timer(Timer::Next, left(plan.start));
        }
        sort_by_key(&mut plan.asks, |ask| ask.at);
        let asked = out.last_serial(Serial::Ask) as usize;
        for (place, ask) in plan.asks.iter().enumerate().skip(asked) {
            out.set_timer(Timer::Ask(place), left(ask.at));
        }
        Client {
            targets: plan.providers.iter().map(|_| u32::from(out.id().place.0)).collect(),
            plan,
            clients: setup.members,
            reserved: setup
                .workload
                .iter()
                .flat_map(|plan| &plan.asks)
                .filter_map(written)
                .collect(),
            invoked: 0,
            until,
            open: SortedMap::new(),
            contexts: SortedMap::new(),
            answered: 0,
        }
    }

    fn on_message(&mut self, _: NodeId, message: Silence, _: &mut Out) {
        match message {}
    }

    fn on_timer(&mut self, timer: Timer, out: &mut Out) {
        match timer {
            Timer::Next if out.monotonic() < self.until => {
                if matches!(self.plan.pace, Pace::Open { .. }) {
                    self.rest(out);
                }
                self.choose(out);
            }
            Timer::Next => (),
            Timer::Ask(place) => {
                let ask = self.plan.asks[place];
                out.serial(Serial::Ask);
                self.begin(ask.provider, ask.key, ask.call, out);
            }
            Timer::Patience(op) => {
                if let Some(operation) = self.open.get(&op) {
                    self.turn_to(operation.provider, None);
                }
                self.retry(op, None, out);
            }
            Timer::Again(op) => self.ask(op, out),
        }
    }

    fn on_request(&mut self, _: Ticket, _: Request, _: &mut Out) {}

    fn on_response(&mut self, id: RequestId, response: Response, out: &mut Out) {
        let mut open = self.open.iter();
        let Some((op, operation)) = open.find(|(_, operation)| operation.attempts.contains(&id))
        else {
            return;
        };
        let (op, provider) = (*op, operation.provider);
        let object = (operation.request.service, operation.request.key);
        let late = operation.attempts.last() != Some(&id);
        match response.outcome {
            Outcome::Ok(answer) => {
                self.contexts.insert(object, response.context);
                self.conclude(op, Outcome::Ok(answer), out);
            }
            Outcome::Fail(_) | Outcome::Info if late => (),
            Outcome::Fail(why @ (Refusal::NotLeader | Refusal::NoEvidence)) => {
                out.cancel_timer(Timer::Patience(op));
                self.turn_to(provider, response.hint);
                self.retry(op, Some(why), out);
            }
            Outcome::Fail(why) => {
                let outcome = self.open[&op].given_up(Some(why));
                self.conclude(op, outcome, out);
            }
            Outcome::Info => {
                out.cancel_timer(Timer::Patience(op));
                self.retry(op, None, out);
            }
        }
    }

    fn on_order(&mut self, order: u8, out: &mut Out) {
        let call = match order {
            0 => Call::Read,
            _ => Call::Write(self.fresh(out)),
        };
        self.begin(0, Key(0), call, out);
    }

    fn upholds(&self, _: &Evidence) -> LocalTime {
        LocalTime::PAST
    }

    fn claims(&self, _: ClassId) -> bool {
        false
    }

    fn observe(&self) -> Observation {
        let fields = vec![
            Field { name: "asked", shape: Shape::Counter(self.invoked.into()) },
            Field { name: "answered", shape: Shape::Counter(self.answered) },
        ];
        Observation { role: Role::Client, epoch: None, follows: None, fields }
    }
}
