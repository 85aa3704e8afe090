//! The page comes to life.
fn main() {
    app::browser::report_panics();
    app::site::start();
}
