//! Charts: latency, staleness, and the share of requests answered, over time.
mod figures;
mod numbers;
mod panel;
mod pen;
mod plot;
mod staleness;
mod table;
pub use panel::Charts;
