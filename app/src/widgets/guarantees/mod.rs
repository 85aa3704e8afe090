//! What is promised now to whoever asks, component by component, and what was lost.
mod vectors;
pub use vectors::vectors;
