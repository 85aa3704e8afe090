//! What the page knows, one file a concern.
mod lab;
mod predictions;
mod rules;
mod session;
mod settings;
mod telling;
#[cfg(test)]
mod tests;
mod view;
pub use lab::{Interest, Lab};
pub use predictions::{Prediction, Predictions};
pub use session::{Opening, Session};
pub use settings::{Settings, Theme};
#[cfg(test)]
pub use tests::sample;
pub use view::{Focus, MenuRequest, Panel, Subject, Topic, View, ViewAction};
