//! Driving real browsers by WebDriver, one call after the other, without a line of async.

mod accessibility;
mod browser;
mod clock;
mod input;
mod kind;
mod launch;
mod page;
mod picture;
mod process;
mod viewport;

pub use accessibility::Complaint;
pub use browser::Browser;
pub use clock::Clock;
pub use input::Point;
pub use kind::Kind;
pub use launch::Driver;
pub use thirtyfour::Key;
