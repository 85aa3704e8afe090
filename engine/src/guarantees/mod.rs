//! What is promised: six components, each the set of phenomena that it rules out.
//!
//! The capsule carries promises, and what proves them, across a boundary.
mod capsule;
mod claim;
mod components;
mod notation;
#[cfg(test)]
mod tests;
mod vector;
mod well_formed;
pub use capsule::{
    Boundary, Capsule, CapsuleField, Context, Domain, Draft, Extent, Fallback, Identity, Keys,
    Nonce, Region, Tenant, Trace,
};
pub use claim::{Arity, Condition, Coverage, Implication, OrderClaim, Sessions, implication};
pub use components::{
    Auth, AuthPhenomenon, Forbidden, Idempotence, KeyDiscipline, Order, OrderPhenomenon,
    Phenomenon, Premises, Recency, Scope, ScopePhenomenon, Visibility, VisibilityPhenomenon,
};
pub use vector::GuaranteeVector;
pub use well_formed::{IllFormed, SessionToken};
