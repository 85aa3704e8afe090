//! Histories as text, one JSON object a line: who, what became of it, what it is about.
//!
//! `{"process":0,"type":"invoke","f":"write","value":1}` is a call; the same with `"type":"ok"`,
//! `"fail"` or `"info"` ends it. Lines are in the order of time.
mod line;
mod pairs;
mod report;
#[cfg(test)]
mod tests;
mod words;
pub use report::{Report, check};
