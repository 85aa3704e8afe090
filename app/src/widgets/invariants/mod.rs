//! What became of each invariant that the scenario checks.
mod findings;
pub use findings::findings;
