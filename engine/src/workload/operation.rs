//! One operation of a client, from its invocation to its conclusion.
use crate::kernel::LocalTime;
use crate::node::{Outcome, Refusal, Request, RequestId};

/// An operation that is not concluded.
#[derive(Clone, Debug, Hash)]
pub(super) struct Operation {
    /// Of whom: a place among the client's providers.
    pub provider: usize,
    /// What is asked, every time.
    pub request: Request,
    /// All attempts; the last one is waited for.
    pub attempts: Vec<RequestId>,
    /// When to give up, on the client's own clock.
    pub deadline: LocalTime,
    /// Some attempt ended without a definite answer: it may yet take effect.
    pub in_doubt: bool,
}

impl Operation {
    /// How it ends if nobody is asked any more: reads have no effect that could be in doubt.
    pub(super) fn given_up(&self, refusal: Option<Refusal>) -> Outcome {
        match refusal {
            Some(why) if !self.in_doubt || self.request.call.is_read() => Outcome::Fail(why),
            _ => Outcome::Info,
        }
    }
}
