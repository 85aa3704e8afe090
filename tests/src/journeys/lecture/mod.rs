//! A lecture: given by a remote, with a speaker window, answered on a phone, readable from afar.
mod order;
mod page;
mod phone;
mod prepare;
mod sizes;
mod speaker;
mod talk;
mod tools;
pub(super) use order::JOURNEY as ORDER;
pub(super) use phone::JOURNEY as PHONE;
pub(super) use prepare::JOURNEY as PREPARE;
pub(super) use sizes::JOURNEY as SIZES;
pub(super) use speaker::JOURNEY as SPEAKER;
pub(super) use talk::JOURNEY as TALK;
pub(super) use tools::JOURNEY as TOOLS;
