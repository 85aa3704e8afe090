//! One run at one moment: hosts, services and all that can still influence the future.
mod acting;
mod cluster;
mod explain;
mod frame;
mod holding;
mod host;
mod occurrence;
mod oracle;
mod plan;
mod post;
mod runtime;
mod seat;
mod strike;
mod take_in;
#[expect(clippy::module_inception, reason = "the world is what this folder is about")]
mod world;
pub use cluster::{Cluster, Turn};
pub use explain::{ClauseView, ContractView};
pub use frame::{Frame, HostView, ItemView, LinkView, MessageView, NodeView};
pub use holding::Holding;
pub use host::Host;
pub use occurrence::{Cause, Occurrence};
pub use plan::{Plan, ServicePlan};
pub use post::Parcel;
pub use runtime::Runtime;
pub use world::World;
