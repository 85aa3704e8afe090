//! Why? The predicate of a row, and the chain of causes back to a fault, a timer, a request.
mod atoms;
mod causes;
mod chain;
mod item;
mod question;
mod walk;
mod why_view;
pub use why_view::why;
