//! What the page says: the same words in the diagram, its text twin, and the announcements.
mod act;
mod clock;
mod evidence;
mod operation;
mod reason;
mod row;
mod situation;
mod stance;
pub use act::{band, fault_sentence, hosts};
pub use clock::{drift, left, rate, seconds, thin};
pub use evidence::{epoch, item};
pub use operation::{label, outcome, value_of};
pub use reason::reason;
pub use row::Row;
pub use situation::{Say, situation, worst_row};
pub use stance::{contract_name, gap_sentence, mode_of, role};
