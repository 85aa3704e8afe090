//! One operation as the search sees it: what is asked, what must come back, and from when to when.
use crate::consistency::{Ended, History, ReferenceObject};
use crate::kernel::Instant;

/// What has to be placed, or may be.
pub(super) struct Task<'a, O: ReferenceObject> {
    /// What is asked.
    pub(super) call: &'a O::Call,
    /// What must come back; anything will do if none.
    pub(super) answer: Option<&'a O::Return>,
    /// It must take effect; otherwise it may be left out.
    pub(super) is_sure: bool,
    /// Not before this.
    pub(super) invoked: Instant,
    /// Not after this.
    pub(super) returned: Option<Instant>,
    /// Its place in the history.
    pub(super) at: usize,
}

impl<O: ReferenceObject> Clone for Task<'_, O> {
    fn clone(&self) -> Self {
        *self
    }
}

// Derived, it would ask the object itself to be `Copy`.
impl<O: ReferenceObject> Copy for Task<'_, O> {}

impl<O: ReferenceObject> Task<'_, O> {
    /// Does it change nothing?
    pub(super) fn is_read(&self) -> bool {
        O::is_read(self.call, self.answer)
    }
}

/// The operations among `places` that can matter. What failed had no effect; what only looked and
/// has no known answer constrains nothing.
pub(super) fn tasks<'a, O: ReferenceObject>(
    history: &'a History<O::Call, O::Return>,
    places: &[usize],
) -> Vec<Task<'a, O>> {
    let task = |at: &usize| {
        let operation = &history.operations()[*at];
        let (answer, is_sure) = match &operation.outcome {
            Ended::Ok(answer) => (Some(answer), true),
            Ended::OkUnseen => (None, true),
            Ended::Info => (None, false),
            Ended::Fail => return None,
        };
        if answer.is_none() && O::is_read(&operation.call, None) {
            return None;
        }
        let returned = operation.returned.filter(|_| is_sure);
        let (call, invoked) = (&operation.call, operation.invoked);
        Some(Task { call, answer, is_sure, invoked, returned, at: *at })
    };
    places.iter().filter_map(task).collect()
}

/// The history up to an instant: what had not returned by then is indeterminate, and what had not
/// begun is not there. If this part cannot be explained, the whole cannot.
pub(super) fn until<'a, O: ReferenceObject>(
    tasks: &[Task<'a, O>],
    instant: Instant,
) -> Vec<Task<'a, O>> {
    let begun = tasks.iter().filter(|task| task.invoked <= instant);
    let cut = begun.map(|task| match task.returned {
        Some(returned) if returned <= instant => *task,
        _ => Task { answer: None, is_sure: false, returned: None, ..*task },
    });
    cut.filter(|task| task.is_sure || !task.is_read()).collect()
}
