//! A checked scenario, and its stages.
use super::{Aha, Cast, Change, Control, Expectation, RawHonesty};
use crate::checks::Check;
use crate::faults::{Fault, FaultKind};
use crate::kernel::{Instant, Latency, ServiceId, Span};
use crate::modes::ClassId;
use crate::node::{ClientPlan, GuardCard, Mechanism};
use crate::timeline::Script;

/// No more rows than this are few.
const FEW_ROWS: usize = 6;

/// A scenario that can be run.
#[derive(Clone, Debug)]
pub struct Scenario {
    /// In URLs.
    pub id: String,
    /// In headings.
    pub title: String,
    /// In lists.
    pub teaser: String,
    /// Of the book; 0 is the prologue.
    pub chapter: u8,
    /// Key items.
    pub covers: Vec<String>,
    /// Of all draws, unless the reader wants another.
    pub seed: u64,
    /// How long a run lasts.
    pub length: Span,
    /// At which pace it is played at first.
    pub pace: f64,
    /// What the diagram shows, in words.
    pub description: String,
    /// All names.
    pub cast: Cast,
    /// Of all links, as built.
    pub latency: Latency,
    /// Of all flushes.
    pub flush: Latency,
    /// How wrong each host claims its wall clock to be at most.
    pub claims: Vec<Option<Span>>,
    /// The mechanisms that have been brought, each once.
    pub brought: Vec<&'static dyn Mechanism>,
    /// What its file says of each service, the clients not among them.
    pub services: Vec<ServiceBase>,
    /// What each client wants.
    pub clients: Vec<ClientPlan>,
    /// The rows that the nodes wear on the stage.
    pub focus: Vec<(ServiceId, ClassId)>,
    /// Settings that the reader may change.
    pub controls: Vec<Control>,
    /// Guards that the reader may switch off.
    pub guards: Vec<(ServiceId, &'static GuardCard)>,
    /// What is checked.
    pub checks: Vec<(ServiceId, Check)>,
    /// Under which faults.
    pub model: Model,
    /// One after the other.
    pub stages: Vec<Stage>,
    /// What it shows.
    pub ahas: Vec<Aha>,
    /// What it does not claim.
    pub honesty: RawHonesty,
}

impl Scenario {
    /// Has its mode matrix so many rows that a lab of it needs more room than most?
    pub fn has_many_rows(&self) -> bool {
        let services = self.focus.iter().map(|(service, _)| service.index());
        let services = services.filter_map(|at| self.cast.services.get(at));
        services.map(|known| known.nodes.len()).sum::<usize>() > FEW_ROWS
    }

    /// The stages, counted from 1, that a fault of this kind befalls; of this amount if it matters.
    pub fn stages_with(&self, kind: FaultKind, amount: Option<i64>) -> Vec<usize> {
        let is_it = |fault: &Fault| {
            fault.kind == kind && amount.is_none_or(|amount| fault.amount == amount)
        };
        let befalls = |stage: &Stage| stage.script.acts().iter().any(|act| is_it(&act.fault));
        (1..).zip(&self.stages).filter(|(_, stage)| befalls(stage)).map(|(at, _)| at).collect()
    }
}

/// What a scenario's file says of a service.
#[derive(Clone, Debug)]
pub struct ServiceBase {
    /// For how long evidence must last before belief rises.
    pub sustain: Span,
    /// Settings that differ from the card, and guards that are off.
    pub change: Change,
}

/// The faults under which checks are claimed to hold, each with its greatest amount.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// In words.
    pub says: String,
    /// They hold under these.
    pub faults: Vec<Fault>,
    /// With these among them, one breaks.
    pub beyond: Vec<Fault>,
    /// These are shown for what they find, and not claimed.
    pub unclaimed: Vec<(ServiceId, Check)>,
}

impl Model {
    /// Is anything said of faults of this kind: that checks hold under them, or that one breaks?
    pub fn names(&self, kind: FaultKind) -> bool {
        self.faults.iter().chain(&self.beyond).any(|fault| fault.kind == kind)
    }
}

/// One stage.
#[derive(Clone, Debug)]
pub struct Stage {
    /// In tabs.
    pub title: String,
    /// What sets it.
    pub headline: String,
    /// What the reader is asked.
    pub question: String,
    /// What can be answered; one is right.
    pub choices: Vec<Choice>,
    /// What it shows.
    pub reveal: String,
    /// For whoever speaks.
    pub notes: String,
    /// How many minutes of a talk it is planned to take, if somebody has planned it.
    pub minutes: Option<u8>,
    /// What befalls it.
    pub script: Script,
    /// What differs from the scenario.
    pub change: Change,
    /// Where the playhead stands at first.
    pub from: Instant,
    /// Where it is to be looked at.
    pub look: Instant,
    /// What must be so, at the scenario's seed.
    pub expects: Vec<Expectation>,
}

/// An answer to a stage's question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The answer.
    pub text: String,
    /// Is it the right one?
    pub right: bool,
    /// Why it is, or is not.
    pub why: String,
}
