//! The site as one: pages follow one another without a load, and each comes to life when shown.
mod exercises;
mod labs;
mod life;
mod link;
mod navigate;
mod over;
mod progress;
mod tools;
mod trail;
pub use navigate::start;
