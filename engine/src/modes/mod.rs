//! What a node may promise: contracts by mode, judged in two views, and for how long they differ.
mod believer;
mod contract;
mod errand;
mod invariant;
mod mode;
mod stance;
mod state;
mod window;
pub use believer::{Believer, Change, Lapse};
pub use contract::{ClassContracts, ClassId, Clause, Contract, ModeMatrix, SeeThinkDo};
pub use errand::Errand;
pub use invariant::{Invariant, Risks};
pub use mode::Mode;
pub use stance::{Gap, Rung, Stance, believed};
pub use state::{ModeState, Standing, Surroundings, is_backed};
pub use window::{Window, windows};
