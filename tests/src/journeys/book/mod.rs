//! The book: from page to page, what links show, what is kept of a reader, what a reader chooses.
mod cards;
mod exercises;
mod progress;
mod settings;
mod takeover;
pub(super) use cards::JOURNEY as CARDS;
pub(super) use exercises::JOURNEY as EXERCISES;
pub(super) use progress::JOURNEY as PROGRESS;
pub(super) use settings::JOURNEY as SETTINGS;
pub(super) use takeover::JOURNEY as TAKEOVER;
