//! What a node has before it while it acts, whatever its mechanism.
//!
//! That is its clocks, its evidence and its contracts; never true time, a link, or another node.
use super::{Effect, Envelope, Name, Note, OpId, Outcome, Record, Refusal, Request, RequestId};
use super::{Response, Ticket, Under};
use crate::evidence::{Acceptance, Epoch, Evidence, Kind, Purse, Requirement, Wallet};
use crate::kernel::{
    Deadline, Draws, FlushToken, LocalTime, NodeId, Place, Purpose, Readings, Span, WallTime, sort,
};
use crate::modes::{ClassId, Contract, Mode, ModeMatrix, Rung, believed};
use std::rc::Rc;

/// What lies on a node's desk from one event to the next.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Desk {
    /// The evidence that it holds.
    pub wallet: Wallet,
    /// Its draws.
    pub draws: Draws,
    /// The serial numbers given out so far, by what they count.
    pub serials: [u32; 4],
}

/// What serial numbers count. They are never given twice, not even across a crash: they stand
/// for the unique names that real systems draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Serial {
    /// Requests sent.
    Request,
    /// Operations begun.
    Operation,
    /// Values made up.
    Value,
    /// Operations at set times that have been begun.
    Ask,
}

impl Desk {
    /// What lies there while its things are in the hands of a handler.
    pub(crate) fn cleared() -> Desk {
        let draws = Draws::new(0, Purpose::Node, 0);
        Desk { wallet: Wallet::empty(Rc::default(), 0), draws, serials: [0; 4] }
    }
}

/// What a handler sees and what it wants done; see [`Outbox`](super::Outbox).
pub struct Tray {
    pub(crate) id: NodeId,
    pub(crate) now: Readings,
    pub(crate) wall_error: Option<Span>,
    pub(crate) matrix: Rc<ModeMatrix>,
    pub(crate) sustain: Span,
    pub(crate) rungs: Vec<Rung>,
    pub(crate) desk: Desk,
    pub(crate) flushes: FlushToken,
    pub(crate) effects: Vec<Effect>,
}

impl Tray {
    /// The node itself.
    pub fn id(&self) -> NodeId {
        self.id
    }

    /// The host's monotonic clock. It may run fast or slow.
    pub fn monotonic(&self) -> LocalTime {
        self.now.monotonic
    }

    /// The host's wall clock. It may be wrong.
    pub fn wall(&self) -> WallTime {
        self.now.wall
    }

    /// How wrong the host claims that its wall clock may be. The claim may be wrong, too.
    pub fn wall_error(&self) -> Option<Span> {
        self.wall_error
    }

    /// A number below `limit`, from this node's own draws.
    pub fn draw(&mut self, limit: u64) -> u64 {
        self.desk.draws.below(limit)
    }

    /// The next serial number, from 1.
    pub fn serial(&mut self, of: Serial) -> u32 {
        self.desk.serials[of as usize] += 1;
        self.desk.serials[of as usize]
    }

    /// The last serial number given out; 0 before the first.
    pub fn last_serial(&self, of: Serial) -> u32 {
        self.desk.serials[of as usize]
    }

    /// Asks the disk to keep all that has been written; `on_flushed` tells when it says so.
    pub fn flush(&mut self) -> FlushToken {
        self.flushes = FlushToken(self.flushes.0 + 1);
        self.effects.push(Effect::Flush(self.flushes));
        self.flushes
    }

    /// Gives or renews evidence.
    pub fn issue(&mut self, kind: Kind, to: Place, epoch: Epoch) {
        let item = Evidence { kind, issuer: self.id, holder: self.id.peer(to), epoch };
        self.record(Record::Issued(item));
    }

    /// Takes evidence in and relies on it until a deadline on the node's own clocks.
    pub fn accept(&mut self, kind: Kind, issuer: Place, epoch: Epoch, until: Deadline) {
        let item = Evidence { kind, issuer: self.id.peer(issuer), holder: self.id, epoch };
        if self.desk.wallet.accept(&item, until) != Acceptance::Ignored {
            self.record(Record::Accepted(item, until));
        }
    }

    /// Looks at evidence and does not take it in.
    pub fn reject(&mut self, kind: Kind, issuer: Place, epoch: Epoch, why: Refusal) {
        let item = Evidence { kind, issuer: self.id.peer(issuer), holder: self.id, epoch };
        self.record(Record::Rejected(item, why));
    }

    /// Relies no longer on any evidence of this kind.
    pub fn forget(&mut self, kind: Kind) {
        if self.desk.wallet.forget(kind) {
            self.record(Record::Forgot(self.id, kind));
        }
    }

    /// The binding under which evidence is held, expired or not.
    pub fn held(&self, kind: Kind, issuer: Place) -> Option<Epoch> {
        self.desk.wallet.epoch(kind, issuer)
    }

    /// Does the evidence held meet a requirement now, by the node's own clocks?
    pub fn holds(&self, requirement: &Requirement) -> bool {
        let purse = Purse { wallet: &self.desk.wallet, now: self.now };
        self.now.monotonic < requirement.horizon(&purse, self.id.place)
    }

    /// The contract that the evidence held allows, by the node's own clocks. Serve by this.
    pub fn contract(&self, class: ClassId) -> &Contract {
        self.matrix.contract(class, self.believed(class))
    }

    /// The mode of that contract.
    pub fn mode(&self, class: ClassId) -> Mode {
        self.contract(class).mode
    }

    /// Answers a request under the contract believed now, with its justification.
    pub fn respond(&mut self, ticket: Ticket, response: Response) {
        self.respond_under(ticket, Mode::Target, response);
    }

    /// Answers a request under a contract of this mode or, if none so strong is believed now,
    /// under that: an answer may deserve less than the node could promise.
    pub fn respond_under(&mut self, ticket: Ticket, mode: Mode, response: Response) {
        let (contract, rests_on) = match response.outcome {
            Outcome::Ok(_) => {
                let deserved = self.matrix.class(ticket.class).first_of(mode);
                let contract = self.believed(ticket.class).max(deserved);
                (Some(contract), self.justification(ticket.class, contract))
            }
            Outcome::Fail(_) | Outcome::Info => (None, Vec::new()),
        };
        let response = Response { contract, ..response };
        self.effects.push(Effect::Respond(ticket, response, rests_on));
    }

    /// Asks a node of another service. The answer comes to `on_response`.
    pub fn call(&mut self, to: NodeId, request: Request) -> RequestId {
        let id = RequestId { from: self.id, nth: self.serial(Serial::Request) };
        self.effects.push(Effect::Call(to, id, request));
        id
    }

    /// States a fact for the checkers.
    pub fn note(&mut self, note: Note) {
        self.record(Record::Noted(self.id, note));
    }

    /// A client begins an operation: a line in the history.
    pub fn invoke(&mut self, request: &Request) {
        self.record(Record::Invoked(request.clone()));
    }

    /// A client knows how its operation ended, or gives up: a line in the history.
    pub fn conclude(&mut self, op: OpId, outcome: Outcome) {
        self.record(Record::Concluded(op, outcome));
    }

    fn believed(&self, class: ClassId) -> u8 {
        let purse = Purse { wallet: &self.desk.wallet, now: self.now };
        let contracts = self.matrix.class(class);
        let rung = self.rungs.get(class.index()).copied().unwrap_or(Rung::at_floor(contracts));
        believed(contracts, &purse, self.id.place, rung, self.sustain)
    }

    pub(super) fn send(&mut self, to: Place, letter: Envelope, under: Under) {
        self.effects.push(Effect::Send(self.id.peer(to), letter, under));
    }

    pub(super) fn set_timer(&mut self, timer: Rc<dyn Name>, after: Span, under: Under) {
        self.effects.push(Effect::SetTimer(timer, self.now.monotonic + after, under));
    }

    pub(super) fn under(&self, class: ClassId, mode: Mode) -> Under {
        let contracts = &self.matrix.class(class).contracts;
        let contract = contracts.iter().position(|contract| contract.mode == mode)? as u8;
        Some((class, contract, self.justification(class, contract)))
    }

    fn justification(&self, class: ClassId, contract: u8) -> Vec<Evidence> {
        let clauses = self.matrix.contract(class, contract).clauses.iter();
        let wallet = &self.desk.wallet;
        let mut held: Vec<_> =
            clauses.flat_map(|clause| wallet.relevant(&clause.requires, self.id)).collect();
        sort(&mut held);
        held.dedup();
        held
    }

    fn record(&mut self, record: Record) {
        self.effects.push(Effect::Record(record));
    }
}
