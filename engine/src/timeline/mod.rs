//! Many moments of a run: its trace, its script, how to get from one moment to another, and why.
mod blocks;
mod branch;
mod checkpoint;
mod reason;
mod script;
#[expect(clippy::module_inception, reason = "the timeline is what this folder is about")]
mod timeline;
mod trace;
mod why;
pub use branch::Branch;
pub use reason::{Because, Reason};
pub use script::{Act, Script};
pub use timeline::{StepIndex, Timeline};
pub use trace::{Step, Trace};
