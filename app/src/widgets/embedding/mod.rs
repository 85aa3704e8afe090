//! The builder of embeds: a lab is chosen, and the lines for another page stand below it.
mod code;
mod embedding_view;
mod offer;
pub use code::element;
pub use embedding_view::Embedding;
pub use offer::{Offer, offers};
