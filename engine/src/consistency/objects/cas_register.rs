//! One value, read, overwritten, and exchanged on condition.
use super::{ReferenceObject, Value};

/// A register with compare-and-set.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct CasRegister(pub Value);

/// What one may ask of it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum CasCall {
    /// What do you hold?
    Read,
    /// Hold this.
    Write(Value),
    /// If you hold the first, hold the second.
    Cas(Value, Value),
}

/// What it answers.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum CasAnswer {
    /// To a read.
    Value(Value),
    /// To a write.
    Written,
    /// To a compare-and-set: did it hold the first? A client that takes a refusal for a definite
    /// failure, and so for nothing at all, records `Ended::Fail` instead of a `false` here.
    Swapped(bool),
}

impl ReferenceObject for CasRegister {
    type Call = CasCall;
    type Return = CasAnswer;
    type Part = ();

    fn apply(&mut self, call: &CasCall) -> CasAnswer {
        match call {
            CasCall::Read => CasAnswer::Value(self.0.clone()),
            CasCall::Write(value) => {
                self.0 = value.clone();
                CasAnswer::Written
            }
            CasCall::Cas(old, new) => {
                let held = self.0 == *old;
                if held {
                    self.0 = new.clone();
                }
                CasAnswer::Swapped(held)
            }
        }
    }

    fn part(_: &CasCall) {}

    fn is_read(call: &CasCall, answer: Option<&CasAnswer>) -> bool {
        matches!((call, answer), (CasCall::Read, _) | (_, Some(CasAnswer::Swapped(false))))
    }

    fn is_blind(call: &CasCall) -> bool {
        matches!(call, CasCall::Write(_))
    }

    fn matters_to(&self, call: &CasCall, answer: Option<&CasAnswer>) -> bool {
        match (call, answer) {
            (CasCall::Read, Some(CasAnswer::Value(seen))) => *seen == self.0,
            (CasCall::Cas(old, _), Some(CasAnswer::Swapped(false))) => *old != self.0,
            (CasCall::Cas(old, _), _) => *old == self.0,
            _ => false,
        }
    }

    fn revives(writer: &CasCall, call: &CasCall, answer: &CasAnswer) -> bool {
        Self::supplies(writer, call, answer)
    }

    fn supplies(writer: &CasCall, call: &CasCall, answer: &CasAnswer) -> bool {
        let (CasCall::Write(written) | CasCall::Cas(_, written)) = writer else { return false };
        match (call, answer) {
            (_, CasAnswer::Value(seen)) => written == seen,
            (CasCall::Cas(old, _), CasAnswer::Swapped(swapped)) => (written == old) == *swapped,
            _ => false,
        }
    }

    fn describe(call: &CasCall, answer: Option<&CasAnswer>) -> String {
        match (call, answer) {
            (CasCall::Read, Some(CasAnswer::Value(seen))) => format!("read → {seen}"),
            (CasCall::Read, _) => "read".into(),
            (CasCall::Write(value), _) => format!("write {value}"),
            (CasCall::Cas(old, new), Some(CasAnswer::Swapped(false))) => {
                format!("cas {old} to {new} → refused")
            }
            (CasCall::Cas(old, new), _) => format!("cas {old} to {new}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_compare_and_set_exchanges_only_what_it_expects() {
        let mut register = CasRegister(1.into());
        assert_eq!(register.apply(&CasCall::Cas(2.into(), 3.into())), CasAnswer::Swapped(false));
        assert_eq!(register.apply(&CasCall::Cas(1.into(), 3.into())), CasAnswer::Swapped(true));
        assert_eq!(register.apply(&CasCall::Read), CasAnswer::Value(3.into()));
    }
}
