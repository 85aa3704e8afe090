//! The context capsule: what has to travel with a request for its promise to survive a boundary.
mod boundary;
mod context;
mod draft;
mod extent;
pub use boundary::{Boundary, Domain, Fallback, Region, Tenant};
pub use context::{Context, Identity, Nonce, Trace};
pub use draft::{Capsule, CapsuleField, Draft};
pub use extent::{Extent, Keys};
