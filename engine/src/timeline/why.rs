//! The chain of causes, from whatever happened back to faults, timers and requests.
use super::{Because, Reason, StepIndex, Timeline};
use crate::evidence::Evidence;
use crate::faults::{FaultKind, Target};
use crate::kernel::{Event, HostId, Loss, NodeId, SortedMap};
use crate::modes::{Believer, Change, Lapse};
use crate::node::{Note, OpId, Record, Topic};
use crate::world::Cause;

type Chain = SortedMap<StepIndex, Because>;

impl Timeline {
    /// Why a step happened, earliest cause first: back to a fault, a timer, a request, the start.
    pub fn why(&self, of: StepIndex) -> Vec<Reason> {
        let mut chain = Chain::new();
        self.follow_back(of, &mut chain);
        told(chain)
    }

    /// Why a stance changed in a step, earliest cause first.
    pub fn why_stance(&self, of: StepIndex, change: &Change) -> Vec<Reason> {
        let mut chain = Chain::new();
        if let Believer::Errand(node, _, event) = change.who {
            if let Some(step) = self.trace().origin(event) {
                chain.insert(step, Because::SetOut(event));
                self.follow_back(step, &mut chain);
            }
            self.last_fault(of, node, &[FaultKind::Pause], &mut chain);
        }
        match change.lapse {
            Some(lapse) => self.why_lapsed(lapse, of, &mut chain),
            None => self.follow_back(of, &mut chain),
        }
        told(chain)
    }

    /// Why an operation was answered as it was: the answer, what it rested on, and what had
    /// become of that.
    pub fn why_answer(&self, op: OpId) -> Vec<Reason> {
        let mut chain = Chain::new();
        let answered =
            self.trace().operations(self.trace().len()).filter_map(|(step, record)| match record {
                Record::Answered(ticket, by, _, backed) if ticket.op == op => {
                    Some((step, *ticket, *by, *backed))
                }
                _ => None,
            });
        for (step, ticket, by, backed) in answered {
            self.follow_back(step, &mut chain);
            chain.insert(step, Because::Answered(ticket, by));
            if !backed && let Some((opened, change)) = self.unbacked(by, step) {
                chain.extend(self.why_stance(opened, &change).iter().map(|r| (r.step, r.because)));
            }
            self.supersession(by, step, &mut chain);
        }
        told(chain)
    }

    /// The change that left a node without backing, before a step.
    fn unbacked(&self, node: NodeId, step: StepIndex) -> Option<(StepIndex, Change)> {
        let mut changes = self.trace().changes(step + 1).rev();
        changes.find_map(|(step, record)| match record {
            Record::Stance(change) if change.who.node() == node => {
                let lies = change.stance.is_some_and(|stance| stance.at_risk.any_safety());
                lies.then_some((step, *change))
            }
            _ => None,
        })
    }

    /// Who else of the service was chosen to lead since.
    fn supersession(&self, by: NodeId, before: StepIndex, chain: &mut Chain) {
        let mut notes = self.trace().notes(before).rev();
        let newest = notes.find_map(|(step, record)| match record {
            Record::Noted(node, Note::Decided { topic: Topic::Leader, number, .. })
                if node.service == by.service =>
            {
                Some((step, *node, *number))
            }
            _ => None,
        });
        if let Some((step, node, number)) = newest.filter(|(_, node, _)| *node != by) {
            chain.or_insert(step, Because::Decided(node, number));
        }
    }

    /// Back from an event to the timer, client or fault that set it going.
    fn follow_back(&self, mut step: StepIndex, chain: &mut Chain) {
        loop {
            let because = match self.trace().step(step).occurrence.cause {
                Cause::Start => Because::Started,
                Cause::Act(fault) => Because::Struck(fault),
                Cause::Lapse => return,
                Cause::Event(pending) => match pending.event {
                    Event::Timer(node, _) => self.begun(step).unwrap_or(Because::Fired(node)),
                    Event::Flushed(node, _) => Because::Flushed(node),
                    Event::Deliver(letter) => Because::Arrived(letter.name),
                },
            };
            chain.or_insert(step, because);
            let (Because::Arrived(_) | Because::Flushed(_), Cause::Event(pending)) =
                (because, self.trace().step(step).occurrence.cause)
            else {
                return;
            };
            match self.trace().origin(pending.id) {
                Some(origin) if origin < step => step = origin,
                _ => return,
            }
        }
    }

    /// The operation that a client began in a step.
    fn begun(&self, step: StepIndex) -> Option<Because> {
        self.trace().records(step).iter().find_map(|record| match record {
            Record::Invoked(request) => Some(Because::Asked(request.op)),
            _ => None,
        })
    }

    /// Evidence runs out because it was not renewed, or because a clock does not run as assumed.
    fn why_lapsed(&self, lapse: Lapse, step: StepIndex, chain: &mut Chain) {
        let Lapse { item, by_holder } = lapse;
        let ran_out = if by_holder { Because::RanOutFor(item) } else { Because::RanOut(item) };
        chain.insert(step, ran_out);
        let renewal = |record: &Record| match record {
            Record::Accepted(accepted, _) if by_holder => *accepted == item,
            Record::Issued(issued) if !by_holder => *issued == item,
            _ => false,
        };
        let renewed = self.last(step, renewal).unwrap_or(0);
        chain.insert(
            renewed,
            if by_holder { Because::LastAccepted(item) } else { Because::LastIssued(item) },
        );
        self.why_not_renewed(item, renewed, step, chain);
        const CLOCKS: [FaultKind; 2] = [FaultKind::ClockDrift, FaultKind::ClockFreeze];
        const WALLS: [FaultKind; 2] = [FaultKind::ClockStep, FaultKind::ClockOffset];
        for node in [item.issuer, item.holder] {
            self.last_fault(step, node, &CLOCKS, chain);
            self.last_fault(step, node, &WALLS, chain);
        }
    }

    /// The first loss between issuer and holder since a renewal, and the fault behind it.
    fn why_not_renewed(&self, item: Evidence, from: StepIndex, to: StepIndex, chain: &mut Chain) {
        let between = |a: NodeId, b: NodeId| {
            [(item.issuer, item.holder), (item.holder, item.issuer)].contains(&(a, b))
        };
        for step in from..to {
            let lost = self.trace().records(step).iter().find_map(|record| match record {
                Record::Lost(loss) => Some(*loss),
                _ => None,
            });
            if let (Some(loss), Cause::Event(pending)) =
                (lost, self.trace().step(step).occurrence.cause)
                && let Event::Deliver(letter) = pending.event
                && between(letter.name.from, letter.name.to)
            {
                chain.or_insert(step, Because::Lost(letter.name, loss));
                self.behind(loss, letter.name.to, step, chain);
                break;
            }
        }
        const STILL: [FaultKind; 3] = [FaultKind::Pause, FaultKind::Crash, FaultKind::CrashAmnesia];
        for node in [item.issuer, item.holder] {
            self.last_fault(to, node, &STILL, chain);
        }
    }

    /// The fault behind a loss.
    fn behind(&self, loss: Loss, to: NodeId, before: StepIndex, chain: &mut Chain) {
        const CUTS: [FaultKind; 3] = [FaultKind::Cut, FaultKind::CutOneway, FaultKind::PartialCut];
        const DOWN: [FaultKind; 2] = [FaultKind::Crash, FaultKind::CrashAmnesia];
        const DOUBLED: [FaultKind; 2] = [FaultKind::Dup, FaultKind::MessageDuplicate];
        match loss {
            Loss::Cut => self.last_fault(before, to, &CUTS, chain),
            Loss::Down => self.last_fault(before, to, &DOWN, chain),
            Loss::Chance => self.last_fault(before, to, &[FaultKind::Loss], chain),
            Loss::Dropped => self.last_fault(before, to, &[FaultKind::MessageDrop], chain),
            Loss::Repeated => self.last_fault(before, to, &DOUBLED, chain),
        }
    }

    /// The last fault of some kinds that struck a node's host before a step.
    fn last_fault(&self, before: StepIndex, on: NodeId, kinds: &[FaultKind], chain: &mut Chain) {
        let host = self.world().runtime().host_of(on);
        let found = self
            .trace()
            .acts(before)
            .rev()
            .find(|(_, fault)| kinds.contains(&fault.kind) && strikes(&fault.target, host));
        let found = found.map(|(step, fault)| (step, Because::Struck(fault)));
        chain.extend(found);
    }

    fn last(&self, until: StepIndex, wanted: impl Fn(&Record) -> bool) -> Option<StepIndex> {
        let last = until.min(self.trace().len() - 1);
        (0..=last).rev().find(|step| self.trace().records(*step).iter().any(&wanted))
    }
}

fn strikes(target: &Target, host: HostId) -> bool {
    match target {
        Target::All | Target::Message(_) | Target::Node(_) => true,
        _ => target.hosts().contains(host),
    }
}

fn told(chain: Chain) -> Vec<Reason> {
    chain.into_iter().map(|(step, because)| Reason { step, because }).collect()
}
