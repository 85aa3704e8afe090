//! What the charts show, in numbers: what was asked within equal lengths of time.
use super::staleness::staleness;
use engine::checks::Undertaking;
use engine::kernel::{Instant, Span, sort};

/// So many stretches at most.
const MOST: u64 = 40;

/// What was asked within one stretch of time.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Stretch {
    /// How many requests, those under way not counted.
    pub asked: u32,
    /// How many of them were answered with a value, or as done.
    pub answered: u32,
    /// How long those took, the middle one and the longest.
    pub latency: Option<(Span, Span)>,
    /// The stalest read.
    pub stale: Option<Span>,
}

impl Stretch {
    /// The share that was answered.
    pub(super) fn share(&self) -> f64 {
        f64::from(self.answered) / f64::from(self.asked.max(1))
    }
}

/// All stretches up to an instant.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Numbers {
    /// How long each is.
    pub each: Span,
    /// In order.
    pub stretches: Vec<Stretch>,
}

/// How long stretches are in a run of some length.
pub(super) fn each(end: Instant) -> Span {
    let lengths = [100, 250, 500, 1_000, 2_000, 5_000, 10_000, 30_000].map(Span::millis);
    let fits = |each: &Span| end.0 / each.0 <= MOST;
    lengths.into_iter().find(fits).unwrap_or(Span(end.0 / MOST))
}

/// The numbers of a run up to an instant.
pub(super) fn numbers(all: &[Undertaking], now: Instant, end: Instant) -> Numbers {
    let each = each(end);
    let stale = staleness(all);
    let stretch = |nth: u64| {
        let (from, until) = (Instant(nth * each.0), Instant((nth + 1) * each.0));
        let first = all.partition_point(|one| one.invoked < from);
        let last = all.partition_point(|one| one.invoked < until);
        of(&all[first..last], &stale[first..last])
    };
    let stretches = (0..now.0.min(end.0).div_ceil(each.0)).map(stretch).collect();
    Numbers { each, stretches }
}

fn of(asked: &[Undertaking], stale: &[Option<Span>]) -> Stretch {
    let ended = asked.iter().filter(|one| one.told.is_some());
    let answered = asked.iter().filter(|one| one.is_acknowledged());
    let took = answered.filter_map(|one| Some(one.told.as_ref()?.at.0 - one.invoked.0));
    let mut took: Vec<u64> = took.collect();
    sort(&mut took);
    Stretch {
        asked: ended.count() as u32,
        answered: took.len() as u32,
        latency: took.last().map(|last| (Span(took[took.len() / 2]), Span(*last))),
        stale: stale.iter().flatten().copied().max(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::staleness::tests::one;
    use super::*;
    use crate::state::sample;
    use engine::node::{Answer, Call, Outcome, Value};

    #[test]
    fn stretches_count_what_was_asked_in_them() {
        let done = || Outcome::Ok(Answer::Done);
        let write = |at, until, outcome| one(Call::Write(Value(1)), (at, until), outcome);
        let mut open = write(290, 300, done());
        open.told = None;
        let all =
            [write(0, 10, done()), write(20, 60, done()), write(120, 500, Outcome::Info), open];
        let found = numbers(&all, Instant(300_000_000), Instant(4_000_000_000));
        assert_eq!((found.each, found.stretches.len()), (Span::millis(100), 3));
        let [first, second, third] = &found.stretches[..] else { panic!("three") };
        assert_eq!((first.asked, first.answered), (2, 2));
        assert_eq!(first.latency, Some((Span::millis(40), Span::millis(40))));
        assert_eq!((second.asked, second.answered, second.latency), (1, 0, None));
        assert_eq!(*third, Stretch::default(), "what is under way is not counted");
    }

    #[test]
    fn the_lie_shows() {
        let session = sample(9_000);
        let found = numbers(&session.undertakings(), session.now(), session.end());
        let stale = found.stretches.iter().filter_map(|stretch| stretch.stale);
        assert!(stale.max() > Some(Span::millis(100)));
        assert!(found.stretches.iter().any(|stretch| stretch.answered < stretch.asked));
    }
}
