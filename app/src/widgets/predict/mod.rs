//! Before a stage runs: what will happen? And afterwards: what did, and why.
mod ask;
mod predict_view;
mod reveal;
pub use predict_view::{Predict, PredictProps};
