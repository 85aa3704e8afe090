//! The page comes to life.
fn main() {
    app::app::start();
}
