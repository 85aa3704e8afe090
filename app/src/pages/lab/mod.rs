//! A lab: all widgets around one run.
mod address;
mod dialogs;
mod instruments;
mod keys;
mod panels;
mod player;
mod predicting;
mod share;
mod view;
mod views;
pub(super) use address::Address;
pub(super) use dialogs::{Dialogs, use_dialogs};
pub(super) use instruments::{menu, panel, picture, rules};
pub(super) use keys::{help, keys};
pub(super) use player::Player;
pub(super) use share::{Ask, Share, ShareProps};
pub use view::{LabView, LabViewProps, Shared};
