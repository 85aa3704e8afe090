//! Stretches of a run in which a believer's stance does not change.
use super::{Believer, Change, Gap, Stance};
use crate::kernel::{Instant, SortedMap, Span};

/// From one change of stance to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Window {
    /// Whose.
    pub who: Believer,
    /// Its stance all the while.
    pub stance: Stance,
    /// Its first instant.
    pub from: Instant,
    /// The first instant after it, unless it is still open.
    pub until: Option<Instant>,
    /// The place in the list of changes of the one that opened it.
    pub opened_by: usize,
}

impl Window {
    /// Some safety invariant is unprotected all the while.
    pub fn is_lying(&self) -> bool {
        self.stance.gap == Gap::Lying
    }

    /// Is it open at an instant?
    pub fn covers(&self, at: Instant) -> bool {
        self.from <= at && self.until.is_none_or(|until| at < until)
    }

    /// How long it lasted, up to `now` if it is still open.
    pub fn length(&self, now: Instant) -> Span {
        self.until.unwrap_or(now) - self.from
    }
}

/// Changes, each with its instant, folded into windows in the order of their beginnings.
pub fn windows(changes: impl IntoIterator<Item = (Instant, Change)>) -> Vec<Window> {
    let mut all: Vec<Window> = Vec::new();
    let mut open = SortedMap::<Believer, usize>::new();
    for (opened_by, (at, change)) in changes.into_iter().enumerate() {
        if let Some(last) = open.remove(&change.who) {
            all[last].until = Some(at);
        }
        if let Some(stance) = change.stance {
            open.insert(change.who, all.len());
            all.push(Window { who: change.who, stance, from: at, until: None, opened_by });
        }
    }
    all.retain(|window| window.until != Some(window.from));
    all
}
