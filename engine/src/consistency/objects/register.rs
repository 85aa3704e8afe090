//! One value, read and overwritten.
use super::{ReferenceObject, Value};

/// Holds what was written last.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Register(pub Value);

/// What one may ask of a register.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum RegisterCall {
    /// What do you hold?
    Read,
    /// Hold this.
    Write(Value),
}

/// What a register answers.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum RegisterAnswer {
    /// To a read.
    Value(Value),
    /// To a write.
    Written,
}

impl ReferenceObject for Register {
    type Call = RegisterCall;
    type Return = RegisterAnswer;
    type Part = ();

    fn apply(&mut self, call: &RegisterCall) -> RegisterAnswer {
        match call {
            RegisterCall::Read => RegisterAnswer::Value(self.0.clone()),
            RegisterCall::Write(value) => {
                self.0 = value.clone();
                RegisterAnswer::Written
            }
        }
    }

    fn part(_: &RegisterCall) {}

    fn is_read(call: &RegisterCall, _: Option<&RegisterAnswer>) -> bool {
        matches!(call, RegisterCall::Read)
    }

    fn is_blind(call: &RegisterCall) -> bool {
        matches!(call, RegisterCall::Write(_))
    }

    fn matters_to(&self, _: &RegisterCall, answer: Option<&RegisterAnswer>) -> bool {
        matches!(answer, Some(RegisterAnswer::Value(seen)) if *seen == self.0)
    }

    fn revives(writer: &RegisterCall, call: &RegisterCall, answer: &RegisterAnswer) -> bool {
        Self::supplies(writer, call, answer)
    }

    fn supplies(writer: &RegisterCall, _: &RegisterCall, answer: &RegisterAnswer) -> bool {
        match (writer, answer) {
            (RegisterCall::Write(written), RegisterAnswer::Value(seen)) => written == seen,
            _ => false,
        }
    }

    fn describe(call: &RegisterCall, answer: Option<&RegisterAnswer>) -> String {
        match (call, answer) {
            (RegisterCall::Write(value), _) => format!("write {value}"),
            (RegisterCall::Read, Some(RegisterAnswer::Value(seen))) => format!("read → {seen}"),
            (RegisterCall::Read, _) => "read".into(),
        }
    }
}
