//! Still figures: what a lab shows at its telling instant, drawn by the lab's own drawing code.
//! They are made when the book is built, for readers without scripts and for paper.
mod figure;
mod markup;
mod poster;
#[cfg(test)]
mod tests;
pub use figure::{all, diagrams, still};
pub use poster::{Poster, posters};

/// The patterns that all figures of a page refer to; a page with figures holds them once.
pub fn defs() -> String {
    markup::of(&crate::marks::defs())
}
