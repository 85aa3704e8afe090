//! Evidence Flow: the items of one observer in the six states of their lives, for the holder and
//! by the word of their issuers; one of them is followed.
mod flow_view;
mod followed;
mod life;
mod observer;
mod renewals;
mod stations;
pub use flow_view::flow;
