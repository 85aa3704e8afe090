//! What the browser keeps for the reader. Where it keeps nothing, nothing breaks.
use gloo::utils::window;

/// What is kept under a name.
pub fn read(name: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(name).ok()?
}

/// Keeps something under a name. Was it kept?
pub fn write(name: &str, text: &str) -> bool {
    let storage = window().local_storage().ok().flatten();
    storage.is_some_and(|storage| storage.set_item(name, text).is_ok())
}
