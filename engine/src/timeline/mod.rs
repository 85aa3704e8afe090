//! Many moments of a run: its trace, its script, how to get from one moment to another, and why.
mod blame;
mod blocks;
mod branch;
mod checkpoint;
mod reason;
mod script;
#[cfg(test)]
mod tests;
#[expect(clippy::module_inception, reason = "the timeline is what this folder is about")]
mod timeline;
mod trace;
mod why;
pub use branch::Branch;
pub use reason::{Because, Reason};
pub use script::{Act, Script};
pub use timeline::{StepIndex, Timeline};
pub use trace::{Step, Trace};
