//! What the page knows, one file a concern.
mod answers;
mod hidden;
pub mod kept;
mod lab;
pub mod lecture;
mod pair;
mod predictions;
mod prepared;
mod read;
mod rules;
mod session;
mod settings;
mod shown;
mod telling;
#[cfg(test)]
mod tests;
mod view;
pub use answers::Answers;
pub use hidden::{Hidden, Part};
pub use lab::{Interest, Lab};
pub use pair::{Comparison, Half, Pair};
pub use predictions::{Prediction, Predictions};
pub use prepared::Prepared;
pub use read::{Progress, Read, is_enough};
pub use session::{Opening, Session};
pub use settings::{Setting, Settings};
pub use shown::Shown;
#[cfg(test)]
pub use tests::sample;
pub use view::{Focus, MenuRequest, Panel, Subject, Topic, View, ViewAction};
