//! The page on which somebody puts together the address of a prepared state.
mod asked;
mod order;
mod parts;
mod result;
mod view;
pub use view::Prepare;
