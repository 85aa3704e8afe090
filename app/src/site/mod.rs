//! The site as one: pages follow one another, and each is brought to life when it is shown.
mod desk;
mod exercises;
mod labs;
mod life;
mod link;
mod navigate;
mod over;
mod progress;
mod spoilt;
mod tools;
mod trail;
pub use navigate::start;
