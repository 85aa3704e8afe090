//! The marks of the visual grammar, drawn: each from plain data, none knows a run.
mod cell;
mod chip;
mod defs;
mod dial;
mod icon;
mod ring;
mod strip;
mod turn;
pub use cell::{Cell, cell};
pub use chip::{Chip, ChipState, chip};
pub use defs::defs;
pub use dial::{Dial, TURN_SECONDS, dial};
pub use icon::{Icon, icon};
pub use ring::{Ring, Standing, ring};
pub use strip::{Bar, bar};
pub use turn::{Point, arc, polar, sector, turns_of};
