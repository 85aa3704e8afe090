//! Evidence Flow: what one observer was given, in the six states of its life; one item is followed.
mod flow_view;
mod followed;
mod life;
mod observer;
mod renewals;
mod stations;
pub use flow_view::{flow, still};
