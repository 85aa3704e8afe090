//! The stage: hosts as clocks inside modes, links, messages, cuts; struck by hand.
mod boundary;
mod chips;
mod crossings;
mod figure;
mod gesture;
mod hands;
mod host;
mod label;
mod layout;
mod lines;
mod links;
mod messages;
mod picture;
mod room;
pub use figure::{Stage, StageProps, still};
pub use layout::FAR_WIDTH;
