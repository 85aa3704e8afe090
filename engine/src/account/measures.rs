//! The figures of an account as a list, so that a page, a program and a test show the same ones.
use super::Account;
use super::figures::{median, most_but_one_in_a_hundred};

/// What a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counts {
    /// Things.
    Things,
    /// Nanoseconds.
    Time,
}

/// To whom it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What clients and invariants got.
    Gave,
    /// What it took.
    Cost,
}

/// One figure of an account.
#[derive(Clone, Copy, Debug)]
pub struct Measure {
    /// In programs and tests.
    pub slug: &'static str,
    /// In tables.
    pub title: &'static str,
    /// What it counts.
    pub counts: Counts,
    /// To whom it matters.
    pub part: Part,
    /// More of it is better.
    pub more_is_better: bool,
    /// How a sentence tells of less and of more of it, `#` being the amount; nothing if sentences
    /// leave it to the table.
    pub less_and_more: Option<[&'static str; 2]>,
    /// Reads it; nothing if there is nothing to measure.
    pub read: fn(&Account) -> Option<u64>,
}

/// All figures, in the order in which they are shown.
pub const MEASURES: &[Measure] = &[
    gave("lies", "windows of lying", Counts::Things, false, |a| Some(a.lies)),
    gave("lying_ns", "lying, over all rows", Counts::Time, false, |a| Some(a.lying.0))
        .told("# less of lying", "# more of lying"),
    gave("below_ns", "below Target, over all rows", Counts::Time, false, |a| Some(a.below.0))
        .told("# less below Target", "# more below Target"),
    gave("asked", "operations begun", Counts::Things, true, |a| Some(a.asked)),
    gave("done", "operations done", Counts::Things, true, |a| Some(a.done))
        .told("# operations fewer done", "# operations more done"),
    gave("refused", "operations refused", Counts::Things, false, |a| Some(a.refused)),
    gave("unanswered", "operations of unknown outcome", Counts::Things, false, |a| {
        Some(a.unanswered())
    }),
    gave("wait_median_ns", "waiting for an answer, median", Counts::Time, false, |a| {
        median(&a.waits).map(|span| span.0)
    })
    .told("answers # sooner at the median", "answers # later at the median"),
    gave("wait_p99_ns", "waiting for an answer, 99 of 100", Counts::Time, false, |a| {
        most_but_one_in_a_hundred(&a.waits).map(|span| span.0)
    }),
    cost("messages", "messages", |a| Some(a.messages)).told("# messages fewer", "# messages more"),
    cost("lost", "messages lost", |a| Some(a.lost)),
    cost("bytes", "bytes", |a| Some(a.bytes)),
    cost("trips_median", "round trips of an operation, median", |a| {
        median(&a.trips).map(u64::from)
    })
    .told("# round trips fewer an operation", "# round trips more an operation"),
    cost("trips_p99", "round trips of an operation, 99 of 100", |a| {
        most_but_one_in_a_hundred(&a.trips).map(u64::from)
    }),
    cost("flushes", "flushes of disks", |a| Some(a.flushes)),
];

const fn gave(
    slug: &'static str,
    title: &'static str,
    counts: Counts,
    more_is_better: bool,
    read: fn(&Account) -> Option<u64>,
) -> Measure {
    let part = Part::Gave;
    Measure { slug, title, counts, part, more_is_better, less_and_more: None, read }
}

const fn cost(
    slug: &'static str,
    title: &'static str,
    read: fn(&Account) -> Option<u64>,
) -> Measure {
    let (counts, part) = (Counts::Things, Part::Cost);
    Measure { slug, title, counts, part, more_is_better: false, less_and_more: None, read }
}

impl Measure {
    const fn told(mut self, less: &'static str, more: &'static str) -> Measure {
        self.less_and_more = Some([less, more]);
        self
    }
}
