//! Objects that do one thing after the other: what every concurrent history is held against.
mod cas_register;
mod key_value;
mod keyed;
mod reference;
mod register;
mod value;
pub use cas_register::{CasAnswer, CasCall, CasRegister};
pub use key_value::{KeyAnswer, KeyCall, KeyValue};
pub use keyed::Keyed;
pub use reference::ReferenceObject;
pub use register::{Register, RegisterAnswer, RegisterCall};
pub use value::Value;
