//! Everything that has happened, with a hash that covers every word of it.
use super::blocks::Blocks;
use crate::faults::Fault;
use crate::kernel::{Event, EventId, Instant, StableHasher};
use crate::node::Record;
use crate::world::{Cause, Occurrence};
use std::hash::{Hash, Hasher};
use std::ops::Range;

/// One step: what happened, and where in the trace its records begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// What.
    pub occurrence: Occurrence,
    records: u32,
    events: u32,
    hash: u64,
}

impl Step {
    /// When.
    pub fn at(&self) -> Instant {
        self.occurrence.at
    }
}

/// All steps so far.
#[derive(Clone, Debug, Default)]
pub struct Trace {
    steps: Vec<Step>,
    records: Blocks,
    acts: Vec<u32>,
    changes: Vec<u32>,
    operations: Vec<u32>,
    notes: Vec<u32>,
}

impl Trace {
    /// Adds a step, and takes the records that it left; `events` is the name that the next event
    /// would have had before it.
    pub(super) fn push(&mut self, occurrence: Occurrence, left: &mut Vec<Record>, events: EventId) {
        let mut hasher = StableHasher::default();
        self.hash().hash(&mut hasher);
        occurrence.hash(&mut hasher);
        if occurrence.is_act() {
            self.acts.push(self.len() as u32);
        }
        let first = self.records.len();
        for (at, record) in (first..).zip(left.iter()) {
            record.hash(&mut hasher);
            let index = match record {
                Record::Stance(_) => &mut self.changes,
                Record::Invoked(_) | Record::Answered(..) | Record::Concluded(..) => {
                    &mut self.operations
                }
                Record::Noted(..) => &mut self.notes,
                _ => continue,
            };
            index.push(at as u32);
        }
        self.records.append(left);
        let (records, events) = (first as u32, events.0 as u32);
        self.steps.push(Step { occurrence, records, events, hash: hasher.finish() });
    }

    /// How many steps.
    pub fn len(&self) -> usize {
        self.steps.len()
    }

    /// None yet?
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// One step.
    pub fn step(&self, step: usize) -> &Step {
        &self.steps[step]
    }

    /// All steps.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// What a step left.
    pub fn records(&self, step: usize) -> &[Record] {
        self.records.slice(self.range(step))
    }

    /// How many records there are in all.
    pub fn record_count(&self) -> usize {
        self.records.len()
    }

    /// How many steps happened at or before an instant.
    pub fn steps_until(&self, at: Instant) -> usize {
        self.steps.partition_point(|step| step.at() <= at)
    }

    /// All acts before a step, each with its step.
    pub fn acts(&self, before: usize) -> impl DoubleEndedIterator<Item = (usize, Fault)> {
        let count = self.acts.partition_point(|step| (*step as usize) < before);
        self.acts[..count].iter().filter_map(|step| {
            let step = *step as usize;
            match self.steps[step].occurrence.cause {
                Cause::Act(fault) => Some((step, fault)),
                _ => None,
            }
        })
    }

    /// All changes of stance before a step, each with its step.
    pub fn changes(&self, before: usize) -> impl DoubleEndedIterator<Item = (usize, &Record)> {
        self.indexed(&self.changes, before)
    }

    /// All that clients wanted and were told before a step, each with its step.
    pub fn operations(&self, before: usize) -> impl DoubleEndedIterator<Item = (usize, &Record)> {
        self.indexed(&self.operations, before)
    }

    /// All facts for checkers before a step, each with its step.
    pub fn notes(&self, before: usize) -> impl DoubleEndedIterator<Item = (usize, &Record)> {
        self.indexed(&self.notes, before)
    }

    /// The last step before one in which what disks keep may have changed: a flush was reported,
    /// or somebody intervened.
    pub fn last_kept(&self, before: usize) -> usize {
        let kept = |step: &Step| match step.occurrence.cause {
            Cause::Act(_) => true,
            Cause::Event(pending) => matches!(pending.event, Event::Flushed(..)),
            Cause::Start | Cause::Lapse => false,
        };
        self.steps[..before].iter().rposition(kept).unwrap_or(0)
    }

    /// The step in which an event was foreseen.
    pub fn origin(&self, event: EventId) -> Option<usize> {
        let after = self.steps.partition_point(|step| u64::from(step.events) <= event.0);
        after.checked_sub(1)
    }

    /// Stands for everything that has happened so far.
    pub fn hash(&self) -> u64 {
        self.hash_at(self.len())
    }

    /// Stands for everything that had happened after so many steps.
    pub fn hash_at(&self, steps: usize) -> u64 {
        steps.checked_sub(1).map_or(0, |last| self.steps[last].hash)
    }

    /// Forgets all but the first steps.
    pub(super) fn truncate(&mut self, steps: usize) {
        if steps >= self.len() {
            return;
        }
        let records = self.steps[steps].records;
        self.steps.truncate(steps);
        self.records.truncate(records as usize);
        self.acts.truncate(self.acts.partition_point(|step| (*step as usize) < steps));
        for index in [&mut self.changes, &mut self.operations, &mut self.notes] {
            index.truncate(index.partition_point(|at| *at < records));
        }
    }

    fn range(&self, step: usize) -> Range<usize> {
        let end = self.steps.get(step + 1).map_or(self.records.len(), |next| next.records as usize);
        self.steps[step].records as usize..end
    }

    fn indexed<'a>(
        &'a self,
        index: &'a [u32],
        before: usize,
    ) -> impl DoubleEndedIterator<Item = (usize, &'a Record)> {
        let end = self.steps.get(before).map_or(u32::MAX, |step| step.records);
        let index = &index[..index.partition_point(|at| *at < end)];
        index.iter().map(|at| {
            let step = self.steps.partition_point(|step| step.records <= *at) - 1;
            (step, self.records.get(*at as usize))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::NodeId;

    fn trace(records: &[&[Record]]) -> Trace {
        let mut trace = Trace::default();
        for (at, records) in records.iter().enumerate() {
            let occurrence = Occurrence { at: Instant(at as u64), cause: Cause::Start };
            trace.push(occurrence, &mut records.to_vec(), EventId(10 * at as u64));
        }
        trace
    }

    fn booted(place: u16) -> Record {
        Record::Booted(NodeId::new(0, place))
    }

    #[test]
    fn the_hash_covers_every_record_and_every_instant() {
        let whole = trace(&[&[booted(1)], &[booted(2), booted(3)]]);
        let moved = trace(&[&[booted(1), booted(2)], &[booted(3)]]);
        let other = trace(&[&[booted(1)], &[booted(2), booted(4)]]);
        assert!(whole.hash() != moved.hash() && whole.hash() != other.hash());
        assert_eq!(whole.hash_at(1), trace(&[&[booted(1)]]).hash());
    }

    #[test]
    fn the_origin_of_an_event_is_the_step_that_foresaw_it() {
        let trace = trace(&[&[], &[], &[]]);
        let origins = [0, 9, 10, 25].map(|event| trace.origin(EventId(event)));
        assert_eq!(origins, [Some(0), Some(0), Some(1), Some(2)]);
    }

    #[test]
    fn a_truncated_trace_is_the_shorter_trace() {
        let mut long = trace(&[&[booted(1)], &[booted(2), booted(3)], &[booted(4)]]);
        long.truncate(2);
        let short = trace(&[&[booted(1)], &[booted(2), booted(3)]]);
        assert_eq!((long.hash(), long.record_count()), (short.hash(), 3));
        assert_eq!(long.records(1), [booted(2), booted(3)]);
    }
}
