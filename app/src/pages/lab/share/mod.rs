//! How a run leaves the page and comes back: a link, files, a citation, lines for other pages.
mod cite;
mod dialog;
mod embed;
mod files;
mod frame;
mod link;
mod opened;
mod sharing;
mod table;
pub use dialog::Share;
pub use sharing::{Ask, ShareProps};
pub(super) use sharing::{Sharing, use_sharing};
