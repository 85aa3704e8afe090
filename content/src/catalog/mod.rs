//! What the whole book refers to: terms, works, invariants, kinds of evidence.
mod bibliography;
mod glossary;
mod names;
pub use bibliography::{Bibliography, Work};
pub use glossary::Glossary;
pub use names::{evidence, evidence_all, invariant, invariants_all};
