//! Whether a history is allowed: client operations in true time, against a reference object.
mod history;
#[cfg(feature = "text")]
pub mod jsonl;
mod linearizable;
mod objects;
#[cfg(test)]
mod tests;
mod verdict;
pub use history::{Ended, History, Operation};
pub use linearizable::{Checked, STATES_MAX, Witness, linearizable};
pub use objects::{
    CasAnswer, CasCall, CasRegister, KeyAnswer, KeyCall, KeyValue, Keyed, ReferenceObject,
    Register, RegisterAnswer, RegisterCall, Value,
};
pub use verdict::Verdict;
