//! The parts of the page, one folder each; none knows another.
pub mod bar;
pub mod events;
pub mod evidence;
pub mod guarantees;
pub mod history;
pub mod invariants;
pub mod matrix;
pub mod menu;
pub mod predict;
pub mod rules;
pub mod say;
pub mod space_time;
pub mod stage;
pub mod timeline;
pub mod transport;
pub mod twin;
pub mod why;
