//! A lecture: what the room sees, what the speaker sees, and what students are asked.
mod add;
mod address;
mod answers;
mod ask;
mod dialogs;
mod hands;
mod join;
mod keys;
mod load;
mod notes;
mod order;
mod screen;
mod side;
mod talk;
pub(super) use address::{left_at, session_name};
pub(super) use ask::{AskProps, AskView};
pub(super) use notes::NotesView;
pub(super) use screen::{LectureView, LectureViewProps};
