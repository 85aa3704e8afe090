//! A lab on a page of others: what it is asked, what it tells, and how it ends.
mod asked;
mod command;
mod given;
mod hosted;
mod message;
mod report;
pub use asked::{Asked, Options};
pub use command::Command;
pub use given::Given;
pub use hosted::Hosted;
pub use message::{LabState, Message, RowState};
