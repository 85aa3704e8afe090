//! Which fault lay where at a time: on a link, on a host, or on a single message.
use super::{StepIndex, Timeline};
use crate::faults::{Fault, FaultKind};
use crate::kernel::{HostId, Loss, MessageName, Span};
use crate::node::Record;
use std::ops::Range;

/// A fault, and the step in which it struck.
pub(super) type Blame = (StepIndex, Fault);

/// Where a fault may lie.
#[derive(Clone, Copy)]
pub(super) enum Spot {
    /// A directed link.
    Link(HostId, HostId),
    /// A host.
    Host(HostId),
    /// One message.
    Message(MessageName),
}

impl Spot {
    fn suffers(self, fault: &Fault) -> bool {
        match self {
            Spot::Link(from, to) => fault.target.has_link(from, to),
            Spot::Host(host) => fault.target.hosts().contains(host),
            Spot::Message(name) => fault.target.message() == Some(name),
        }
    }
}

const CUTS: [FaultKind; 3] = [FaultKind::Cut, FaultKind::CutOneway, FaultKind::PartialCut];
const DOWN: [FaultKind; 2] = [FaultKind::Crash, FaultKind::CrashAmnesia];

impl Timeline {
    /// The last fault of some kinds that lay on a spot at any moment of a stretch of steps: it
    /// struck before the end, changed something, and nothing had ended it before the beginning.
    pub(super) fn fault_on(
        &self,
        spot: Spot,
        kinds: &[FaultKind],
        during: Range<StepIndex>,
    ) -> Option<Blame> {
        let on_spot = |before: StepIndex| {
            let acts = self.trace().acts(before);
            acts.filter(|(step, fault)| spot.suffers(fault) && self.took_effect(*step))
        };
        let mut faults = on_spot(during.end)
            .rev()
            .filter(|(_, fault)| kinds.contains(&fault.kind) && !fault.is_cure());
        faults.find(|(struck, fault)| {
            let mut later = on_spot(during.start).filter(|(step, _)| step > struck);
            !later.any(|(_, other)| other.ends(fault))
        })
    }

    fn took_effect(&self, act: StepIndex) -> bool {
        self.trace().records(act).contains(&Record::Struck(true))
    }

    /// The fault behind a loss of a message that was under way in a stretch of steps.
    pub(super) fn behind_loss(
        &self,
        name: MessageName,
        loss: Loss,
        under_way: Range<StepIndex>,
    ) -> Option<Blame> {
        let (sent, lost) = (under_way.start, under_way.end);
        let (link, to) = self.way_of(name);
        match loss {
            Loss::Cut => self.fault_on(link, &CUTS, under_way),
            Loss::Down => self.fault_on(to, &DOWN, lost..lost),
            Loss::Chance => self.fault_on(link, &[FaultKind::Loss], sent..sent),
            Loss::Dropped => self.fault_on(Spot::Message(name), &[FaultKind::MessageDrop], 0..lost),
            Loss::Repeated => self
                .fault_on(Spot::Message(name), &[FaultKind::MessageDuplicate], 0..lost)
                .or_else(|| self.fault_on(link, &[FaultKind::Dup], sent..sent)),
        }
    }

    /// The fault for which a message that was sent in one step has not arrived before another.
    pub(super) fn behind_delay(
        &self,
        name: MessageName,
        sent: StepIndex,
        before: StepIndex,
    ) -> Option<Blame> {
        let (link, to) = self.way_of(name);
        let waited = self.trace().step(before).at() - self.trace().step(sent).at();
        let as_long = |(_, fault): &Blame| waited <= Span(fault.amount.max(0).cast_unsigned());
        let when_sent = |spot, kind| self.fault_on(spot, &[kind], sent..sent).filter(as_long);
        self.fault_on(link, &CUTS, sent..sent)
            .or_else(|| self.fault_on(link, &[FaultKind::Hold], sent..before))
            .or_else(|| when_sent(link, FaultKind::Delay))
            .or_else(|| when_sent(link, FaultKind::Jitter))
            .or_else(|| when_sent(to, FaultKind::Slow))
            .or_else(|| {
                let delayed =
                    self.fault_on(Spot::Message(name), &[FaultKind::MessageDelay], 0..before);
                delayed.filter(as_long)
            })
            .or_else(|| self.fault_on(link, &[FaultKind::Reorder], sent..sent))
    }

    fn way_of(&self, name: MessageName) -> (Spot, Spot) {
        let host = |node| self.world().runtime().host_of(node);
        (Spot::Link(host(name.from), host(name.to)), Spot::Host(host(name.to)))
    }
}
