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
pub(super) use address::{Address, AddressProps};
pub(super) use dialogs::{Dialogs, Sheet, use_dialogs};
pub(super) use instruments::{menu, panel, picture, sheet};
pub(super) use keys::{help, keys};
pub(super) use player::Player;
pub(super) use share::{Ask, Share, ShareProps};
pub use view::{LabView, LabViewProps, Shared};
