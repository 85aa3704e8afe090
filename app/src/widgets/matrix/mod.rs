//! The mode matrix: for every row what it is entitled to, and what it believes.
mod lesser;
mod matrix_view;
mod row;
mod table;
pub use matrix_view::Matrix;
