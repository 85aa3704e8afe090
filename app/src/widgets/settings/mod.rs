//! What a reader can choose for the whole page, and what the browser keeps for them.
mod choices;
mod dialog;
mod kept;
pub use dialog::SettingsDialog;
