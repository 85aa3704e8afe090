//! The chain of causes, from whatever happened back to faults, timers and requests.
use super::blame::Spot;
use super::{Because, Reason, StepIndex, Timeline};
use crate::evidence::Evidence;
use crate::faults::{Fault, FaultKind};
use crate::kernel::{Deadline, Event, EventId, MessageName, NodeId, SortedMap, SortedSet};
use crate::modes::{Believer, Change, Lapse};
use crate::node::{Note, OpId, Record, Topic};
use crate::world::Cause;
use std::ops::Range;

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
            self.why_under_way(node, event, of, &mut chain);
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

    /// How an act came to be under way for so long: what set it out, and what held it up since
    /// its sender last took in what it relies on.
    fn why_under_way(&self, node: NodeId, act: EventId, of: StepIndex, chain: &mut Chain) {
        let Some(step) = self.trace().origin(act) else { return };
        chain.insert(step, Because::SetOut(act));
        self.follow_back(step, chain);
        let left = self.trace().records(step);
        let relied = |record: &Record| match record {
            Record::Accepted(item, _) => left.contains(&Record::RestsOn(*item)),
            _ => false,
        };
        let since = self.last(step, relied).unwrap_or(step);
        self.stood_still(node, &[FaultKind::Pause], since..of, chain);
        let sent = left.iter().find_map(|record| match record {
            Record::Sent(event, name, ..) if *event == act => Some(*name),
            _ => None,
        });
        chain.extend(sent.and_then(|name| self.behind_delay(name, step, of)).map(struck));
    }

    /// Evidence runs out because it was not renewed, or because a clock does not run as assumed.
    fn why_lapsed(&self, lapse: Lapse, step: StepIndex, chain: &mut Chain) {
        let Lapse { item, by_holder } = lapse;
        let ran_out = if by_holder { Because::RanOutFor(item) } else { Because::RanOut(item) };
        chain.insert(step, ran_out);
        let accepted = |record: &Record| matches!(record, Record::Accepted(of, _) if *of == item);
        let issued = |record: &Record| matches!(record, Record::Issued(of) if *of == item);
        let renewed = match by_holder {
            true => self.last(step, accepted),
            false => self.last(step, issued),
        };
        let renewed = renewed.unwrap_or(0);
        chain.insert(
            renewed,
            if by_holder { Because::LastAccepted(item) } else { Because::LastIssued(item) },
        );
        self.why_not_renewed(item, renewed..step, chain);
    }

    /// All faults that kept a renewal away, or made a clock show another hour than assumed; a
    /// slow disk only if there is nothing else.
    fn why_not_renewed(&self, item: Evidence, during: Range<StepIndex>, chain: &mut Chain) {
        let known = chain.len();
        self.why_lost(item, during.clone(), chain);
        self.why_late(item, during.clone(), chain);
        for node in [item.issuer, item.holder] {
            self.stood_still(node, &STILL, during.clone(), chain);
            self.stood_still(node, &CLOCKS, during.clone(), chain);
            if self.is_by_the_hour(item, during.end) {
                self.stood_still(node, &WALLS, during.clone(), chain);
            }
        }
        if chain.len() == known {
            for node in [item.issuer, item.holder] {
                self.stood_still(node, &[FaultKind::DiskSlow], during.clone(), chain);
            }
        }
    }

    /// Of the messages between issuer and holder that were lost, the first for each fault.
    fn why_lost(&self, item: Evidence, during: Range<StepIndex>, chain: &mut Chain) {
        for step in during {
            let Cause::Event(pending) = self.trace().step(step).occurrence.cause else { continue };
            let Event::Deliver(letter) = pending.event else { continue };
            if !passes_between(item, letter.name) {
                continue;
            }
            let lost = self.trace().records(step).iter().find_map(|record| match record {
                Record::Lost(loss) => Some(*loss),
                _ => None,
            });
            let Some(loss) = lost else { continue };
            let sent = self.trace().origin(pending.id).unwrap_or(step);
            let Some(fault) = self.behind_loss(letter.name, loss, sent..step) else { continue };
            if !chain.contains_key(&fault.0) {
                chain.extend([struck(fault), (step, Because::Lost(letter.name, loss))]);
            }
        }
    }

    /// What holds up the messages between issuer and holder that have not arrived in time.
    fn why_late(&self, item: Evidence, during: Range<StepIndex>, chain: &mut Chain) {
        let arrived: SortedSet<EventId> = during
            .clone()
            .filter_map(|step| match self.trace().step(step).occurrence.cause {
                Cause::Event(pending) => Some(pending.id),
                _ => None,
            })
            .collect();
        for step in during.clone() {
            for record in self.trace().records(step) {
                if let Record::Sent(event, name, ..) = record
                    && passes_between(item, *name)
                    && !arrived.contains(event)
                {
                    chain.extend(self.behind_delay(*name, step, during.end).map(struck));
                }
            }
        }
    }

    /// Something about a node's host, in a stretch of steps.
    fn stood_still(
        &self,
        node: NodeId,
        kinds: &[FaultKind],
        during: Range<StepIndex>,
        chain: &mut Chain,
    ) {
        let host = Spot::Host(self.world().runtime().host_of(node));
        chain.extend(self.fault_on(host, kinds, during).map(struck));
    }

    /// Does its holder rely on it until an hour on the wall clock?
    fn is_by_the_hour(&self, item: Evidence, before: StepIndex) -> bool {
        let by_the_hour = |record: &Record| match record {
            Record::Accepted(of, until) if *of == item => Some(matches!(until, Deadline::Wall(_))),
            _ => None,
        };
        let mut steps = (0..before).rev();
        let found = steps.find_map(|step| self.trace().records(step).iter().find_map(by_the_hour));
        found.unwrap_or(false)
    }

    fn last(&self, until: StepIndex, wanted: impl Fn(&Record) -> bool) -> Option<StepIndex> {
        let last = until.min(self.trace().len() - 1);
        (0..=last).rev().find(|step| self.trace().records(*step).iter().any(&wanted))
    }
}

const STILL: [FaultKind; 3] = [FaultKind::Pause, FaultKind::Crash, FaultKind::CrashAmnesia];
const CLOCKS: [FaultKind; 2] = [FaultKind::ClockDrift, FaultKind::ClockFreeze];
const WALLS: [FaultKind; 2] = [FaultKind::ClockStep, FaultKind::ClockOffset];

fn passes_between(item: Evidence, name: MessageName) -> bool {
    [(item.issuer, item.holder), (item.holder, item.issuer)].contains(&(name.from, name.to))
}

fn struck((step, fault): (StepIndex, Fault)) -> (StepIndex, Because) {
    (step, Because::Struck(fault))
}

fn told(chain: Chain) -> Vec<Reason> {
    chain.into_iter().map(|(step, because)| Reason { step, because }).collect()
}
