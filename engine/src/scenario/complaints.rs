//! Complaints about a file while it is read and checked.
use super::Complaint;
use super::at::At;

/// Collects complaints; whoever complains goes on with something usable.
///
/// A program without the feature `text` tells nobody what is wrong: of a complaint it keeps that
/// there was one, and carries none of the words along.
#[derive(Default)]
pub(super) struct Complaints {
    list: Vec<Complaint>,
    any: bool,
}

impl Complaints {
    /// Has nobody complained?
    pub(super) fn is_empty(&self) -> bool {
        !self.any
    }

    /// How often somebody has complained; without `text` it is once at most.
    pub(super) fn count(&self) -> usize {
        self.list.len().max(usize::from(self.any))
    }

    /// All of them.
    pub(super) fn into_list(self) -> Vec<Complaint> {
        self.list
    }

    /// What is wrong somewhere, and what to do.
    pub(super) fn add(&mut self, at: At, what: impl FnOnce() -> String, hint: &'static str) {
        self.add_with(at, what, || hint.into());
    }

    /// The same, where what to do is not always the same.
    pub(super) fn add_with(
        &mut self,
        at: At,
        what: impl FnOnce() -> String,
        hint: impl FnOnce() -> String,
    ) {
        self.any = true;
        if cfg!(feature = "text") {
            self.list.push(Complaint { at: at.keys(), line: None, what: what(), hint: hint() });
        }
    }

    /// What was read, or a stand-in and a complaint.
    pub(super) fn or<T>(
        &mut self,
        at: At,
        read: Result<T, String>,
        hint: &'static str,
        instead: T,
    ) -> T {
        read.unwrap_or_else(|what| {
            self.add(at, || what, hint);
            instead
        })
    }
}
