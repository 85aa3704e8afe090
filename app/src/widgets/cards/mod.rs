//! Cards: what a link leads to, shown beside it before it is followed.
mod card;
mod kind;
mod watch;
pub use watch::Cards;
