//! The lab: the same walk by mouse and by keyboard, and what a link brings back.
mod brought;
mod carried;
mod hand;
mod hide;
mod keyboard;
mod link;
mod menu;
mod page;
mod share;
pub(super) use brought::JOURNEY as BROUGHT;
pub(super) use carried::JOURNEY as CARRIED;
pub(super) use hand::JOURNEY as HAND;
pub(super) use hide::JOURNEY as HIDE;
pub(super) use keyboard::JOURNEY as KEYBOARD;
pub(super) use link::JOURNEY as LINK;
pub(super) use menu::JOURNEY as MENU;
pub(super) use share::JOURNEY as SHARE;
