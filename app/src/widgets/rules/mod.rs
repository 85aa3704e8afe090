//! The rules of a run: its seed, its settings, its guards, what it claims and what it leaves out.
mod guards;
mod honesty;
mod settings;
mod sheet;
pub use sheet::{Rules, RulesProps};
