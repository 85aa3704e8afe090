//! What the whole book refers to, from terms and works to models and incidents.
mod bibliography;
mod glossary;
mod guarantees;
mod incidents;
mod invariants;
mod kinds;
mod models;
mod names;
pub use bibliography::{Bibliography, Work};
pub use glossary::Glossary;
pub use guarantees::GuaranteeWords;
pub(crate) use guarantees::{COMPONENTS, Meaning};
pub use incidents::Incident;
pub use invariants::{InvariantNotes, Tier};
pub use kinds::DerivedKind;
pub use models::{Exhibit, MentalModel};
pub use names::{evidence, evidence_all, invariant, invariants_all};
