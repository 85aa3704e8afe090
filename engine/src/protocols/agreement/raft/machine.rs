//! The state machine: keys and values, and what each client was told last.
use super::{Command, Entry};
use crate::kernel::{NodeId, SortedMap};
use crate::node::{Answer, Call, Key, OpId, Outcome, Refusal, Value};

/// What has been applied. Client sessions after Ongaro's dissertation, section 6.3.
#[derive(Clone, Debug, Default, Hash)]
pub struct Machine {
    values: SortedMap<Key, Value>,
    sessions: SortedMap<NodeId, Session>,
}

/// What one client was told.
#[derive(Clone, Debug, Default, Hash)]
struct Session {
    told: SortedMap<u32, Outcome>,
    /// The last of its operations whose answer was forgotten.
    forgotten: u32,
}

impl Session {
    /// So many answers are remembered.
    const MOST: usize = 32;

    /// What it was told of an operation, if that may have happened before. Of one so old that
    /// its answer would be forgotten, nobody can say any more.
    fn recall(&self, nth: u32) -> Option<Outcome> {
        let forgotten = (nth <= self.forgotten).then_some(Outcome::Info);
        self.told.get(&nth).cloned().or(forgotten)
    }

    fn remember(&mut self, nth: u32, outcome: Outcome) {
        self.told.insert(nth, outcome);
        if self.told.len() > Session::MOST
            && let Some((oldest, _)) = self.told.pop_first()
        {
            self.forgotten = self.forgotten.max(oldest);
        }
    }
}

impl Machine {
    /// Applies an entry; what its client is told, if it has one.
    pub fn apply(&mut self, entry: &Entry) -> Option<Outcome> {
        match entry.command {
            Command::Noop => None,
            Command::Operation(op, key, call) => Some(self.once(op, key, call)),
        }
    }

    /// The value of a key.
    pub fn value(&self, key: Key) -> Option<Value> {
        self.values.get(&key).copied()
    }

    /// All keys and values.
    pub fn values(&self) -> &SortedMap<Key, Value> {
        &self.values
    }

    /// An operation that is asked for again has the effect and the answer of the first time.
    fn once(&mut self, op: OpId, key: Key, call: Call) -> Outcome {
        let session = self.sessions.or_default(op.client);
        if let Some(known) = session.recall(op.nth) {
            return known;
        }
        let outcome = self.perform(key, call);
        self.sessions.or_default(op.client).remember(op.nth, outcome.clone());
        outcome
    }

    fn perform(&mut self, key: Key, call: Call) -> Outcome {
        match call {
            Call::Read => Outcome::Ok(Answer::Value(self.value(key))),
            Call::Write(value) => {
                self.values.insert(key, value);
                Outcome::Ok(Answer::Done)
            }
            Call::Cas(old, new) if self.value(key) == Some(old) => {
                self.values.insert(key, new);
                Outcome::Ok(Answer::Done)
            }
            Call::Cas(..) => Outcome::Fail(Refusal::Mismatch),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocols::agreement::raft::Term;

    #[test]
    fn an_operation_asked_for_twice_happens_once() {
        let mut machine = Machine::default();
        let client = NodeId::new(1, 0);
        let mut apply = |nth, call| {
            let command = Command::Operation(OpId { client, nth }, Key(0), call);
            machine.apply(&Entry { term: Term(1), command })
        };
        apply(1, Call::Write(Value(1)));
        assert_eq!(apply(2, Call::Cas(Value(1), Value(2))), Some(Outcome::Ok(Answer::Done)));
        assert_eq!(apply(2, Call::Cas(Value(1), Value(2))), Some(Outcome::Ok(Answer::Done)));
        assert_eq!(apply(3, Call::Cas(Value(1), Value(3))), Some(Outcome::Fail(Refusal::Mismatch)));
        assert_eq!(machine.value(Key(0)), Some(Value(2)));
    }

    #[test]
    fn an_operation_whose_answer_is_forgotten_does_not_happen_again() {
        let mut machine = Machine::default();
        let client = NodeId::new(1, 0);
        let mut apply = |nth| {
            let command = Command::Operation(OpId { client, nth }, Key(0), Call::Write(Value(1)));
            machine.apply(&Entry { term: Term(1), command })
        };
        let many = Session::MOST as u32;
        (2..many + 3).for_each(|nth| drop(apply(nth)));
        assert_eq!(apply(3), Some(Outcome::Ok(Answer::Done)));
        assert_eq!([1, 2].map(apply), [Some(Outcome::Info), Some(Outcome::Info)]);
    }
}
