//! By what a replayed run is known again: its hash at each act and at eight further instants.
use crate::kernel::{Instant, Span, sort_by_key};
use crate::timeline::Timeline;

/// At so many further instants, evenly over what was played, the trace is hashed.
const INSTANTS: u64 = 8;

/// Hashes of a trace, cut to 16 bits, taken when a link was made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// Up to here the run had been played.
    pub played: Instant,
    /// After each act that was played.
    pub acts: Vec<u16>,
    /// At each eighth of what was played; none in links of the first format.
    pub instants: Vec<u16>,
}

/// A place of a run at which it was hashed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Landmark {
    /// After an act of the script, counted from 0.
    Act(usize),
    /// After all that happened up to an instant.
    Instant(Instant),
}

/// A run has become another since its link was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parting {
    /// Here it was found to differ first.
    pub at: Landmark,
    /// Up to here it was still the same.
    pub same_until: Instant,
}

impl Marks {
    /// The marks of a run as far as it has been played.
    pub fn of(line: &Timeline) -> Marks {
        Marks::until(line, line.head())
    }

    /// Where a run differs that has been played at least as far; nothing if it is still the same.
    ///
    /// A hash of 16 bits misses one difference in 65,536, but what differs once differs at every
    /// later mark too.
    pub fn parting(&self, line: &Timeline) -> Option<Parting> {
        let now = Marks::until(line, self.played);
        let acts = line.script().acts();
        let at_act = self.acts.iter().enumerate().map(|(nth, hash)| {
            let at = acts.get(nth).map_or(self.played, |act| act.at);
            (at, Landmark::Act(nth), now.acts.get(nth) == Some(hash))
        });
        let at_instant = self.instants.iter().enumerate().map(|(place, hash)| {
            let at = self.eighth(place as u64 + 1);
            (at, Landmark::Instant(at), now.instants.get(place) == Some(hash))
        });
        let mut marks: Vec<_> = at_act.chain(at_instant).collect();
        sort_by_key(&mut marks, |(at, ..)| *at);
        let first = marks.iter().position(|(.., same)| !same)?;
        let same_until = marks[..first].last().map_or(Instant(0), |(at, ..)| *at);
        Some(Parting { at: marks[first].1, same_until })
    }

    fn until(line: &Timeline, played: Instant) -> Marks {
        let trace = line.trace();
        let hash_at = |steps| trace.hash_at(steps) as u16;
        let acts = trace.acts(trace.steps_until(played)).map(|(step, _)| hash_at(step + 1));
        let marks = Marks { played, acts: acts.collect(), instants: Vec::new() };
        let at = |eighths| hash_at(trace.steps_until(marks.eighth(eighths)));
        Marks { instants: (1..=INSTANTS).map(at).collect(), ..marks }
    }

    /// So many eighths of what was played.
    fn eighth(&self, eighths: u64) -> Instant {
        Instant(Span(self.played.0).part(eighths, INSTANTS).0)
    }
}
