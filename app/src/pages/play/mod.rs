//! A lab that takes the whole page, in the view that its address asks for.
mod asked;
mod view;
pub use view::{Play, PlayProps};
