//! What clients undertook and were told, in true time: a fold over the trace.
use crate::kernel::{Instant, NodeId, SortedMap};
use crate::node::{OpId, Outcome, Record, Request, Ticket};
use crate::timeline::{StepIndex, Timeline};

/// How an operation ended, as its client was told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// When.
    pub at: Instant,
    /// In which step.
    pub step: StepIndex,
    /// What.
    pub outcome: Outcome,
}

/// One operation of a client, with all that is known about it in truth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undertaking {
    /// What was asked.
    pub request: Request,
    /// When it was asked for the first time.
    pub invoked: Instant,
    /// In which step.
    pub step: StepIndex,
    /// The last answer on its way: when, by whom, under which contract, and whether it was backed.
    pub answered: Option<(StepIndex, Ticket, NodeId, Option<u8>, bool)>,
    /// How it ended, unless it is open.
    pub told: Option<Told>,
}

impl Undertaking {
    /// Was it done, and the client told so?
    pub fn is_acknowledged(&self) -> bool {
        self.told.as_ref().is_some_and(|told| matches!(told.outcome, Outcome::Ok(_)))
    }
}

/// All operations before the cursor, in the order in which they were invoked.
pub fn undertakings(run: &Timeline) -> Vec<Undertaking> {
    let trace = run.trace();
    let mut places = SortedMap::<OpId, usize>::new();
    let mut all = Vec::<Undertaking>::new();
    for (step, record) in trace.operations(run.cursor()) {
        let at = trace.step(step).at();
        match record {
            Record::Invoked(request) => {
                places.insert(request.op, all.len());
                all.push(Undertaking {
                    request: request.clone(),
                    invoked: at,
                    step,
                    answered: None,
                    told: None,
                });
            }
            Record::Answered(ticket, by, contract, backed) => {
                if let Some(place) = places.get(&ticket.op) {
                    all[*place].answered = Some((step, *ticket, *by, *contract, *backed));
                }
            }
            Record::Concluded(op, outcome) => {
                if let Some(place) = places.get(op) {
                    let outcome = outcome.clone();
                    all[*place].told = Some(Told { at, step, outcome });
                }
            }
            _ => (),
        }
    }
    all
}
