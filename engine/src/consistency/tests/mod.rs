//! The checker against textbooks, brute force, runs of real objects, faults and outside answers.
pub(super) mod brute_force;
pub(super) mod generate;
mod oracles;
mod planted;
pub(super) mod random;
mod textbook;
mod witnesses;

use super::{Ended, History, Operation, Register, RegisterAnswer, RegisterCall, Value};
use crate::kernel::Instant;

type RegisterOperation = Operation<RegisterCall, RegisterAnswer>;

fn read(process: u32, seen: i64, invoked: u64, returned: u64) -> RegisterOperation {
    let answer = RegisterAnswer::Value(seen.into());
    Operation::ok(process, RegisterCall::Read, answer, Instant(invoked), Instant(returned))
}

fn read_nothing(process: u32, invoked: u64, returned: u64) -> RegisterOperation {
    let answer = RegisterAnswer::Value(Value::Absent);
    Operation::ok(process, RegisterCall::Read, answer, Instant(invoked), Instant(returned))
}

fn write(process: u32, value: i64, invoked: u64, returned: u64) -> RegisterOperation {
    let call = RegisterCall::Write(value.into());
    Operation::ok(process, call, RegisterAnswer::Written, Instant(invoked), Instant(returned))
}

fn write_open(process: u32, value: i64, invoked: u64) -> RegisterOperation {
    Operation::open(process, RegisterCall::Write(value.into()), Instant(invoked))
}

fn write_failed(process: u32, value: i64, invoked: u64, returned: u64) -> RegisterOperation {
    Operation { outcome: Ended::Fail, ..write(process, value, invoked, returned) }
}

fn check(operations: Vec<RegisterOperation>) -> super::Checked {
    super::linearizable(&Register::default(), &History::new(operations), super::STATES_MAX)
}
