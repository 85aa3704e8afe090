//! The six components, and the lattice that four of them share.
mod auth;
mod forbidden;
mod idempotence;
mod order;
mod premises;
mod recency;
mod scope;
mod visibility;
pub use auth::{Auth, AuthPhenomenon};
pub use forbidden::{Forbidden, Phenomenon};
pub use idempotence::{Idempotence, KeyDiscipline};
pub use order::{Order, OrderPhenomenon};
pub use premises::Premises;
pub(super) use premises::{ASSUMPTIONS, word};
pub use recency::Recency;
pub use scope::{Scope, ScopePhenomenon};
pub use visibility::{Visibility, VisibilityPhenomenon};
