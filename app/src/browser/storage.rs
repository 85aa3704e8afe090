//! What the browser keeps for the reader; where it keeps nothing, the page does while it lives.
use gloo::utils::window;
use std::cell::RefCell;
use web_sys::Storage;

thread_local! {
    /// What could not be kept: a window without storage, or one whose storage is full.
    static UNKEPT: RefCell<Vec<(String, Option<String>)>> = const { RefCell::new(Vec::new()) };
}

fn storage() -> Option<Storage> {
    if super::is_hosted() {
        return None;
    }
    window().local_storage().ok()?
}

/// What is kept under a name.
pub fn read(name: &str) -> Option<String> {
    let unkept = UNKEPT.with_borrow(|all| {
        let found = all.iter().find(|(known, _)| known == name);
        found.map(|(_, text)| text.clone())
    });
    unkept.unwrap_or_else(|| storage()?.get_item(name).ok()?)
}

/// Keeps something under a name, or nothing any more. Will it be so tomorrow?
pub fn keep(name: &str, text: Option<&str>) -> bool {
    let kept = storage().is_some_and(|storage| match text {
        Some(text) => storage.set_item(name, text).is_ok(),
        None => storage.remove_item(name).is_ok(),
    });
    UNKEPT.with_borrow_mut(|all| {
        all.retain(|(known, _)| known != name);
        if !kept {
            all.push((name.to_owned(), text.map(ToOwned::to_owned)));
        }
    });
    kept
}

/// Keeps something under a name. Will it be there tomorrow?
pub fn write(name: &str, text: &str) -> bool {
    keep(name, Some(text))
}

/// All names under which something is kept.
pub fn names() -> Vec<String> {
    let Some(storage) = storage() else { return Vec::new() };
    let count = storage.length().unwrap_or_default();
    (0..count).filter_map(|place| storage.key(place).ok().flatten()).collect()
}

/// What is kept under a name as long as the window lives.
pub fn read_for_window(name: &str) -> Option<String> {
    window().session_storage().ok()??.get_item(name).ok()?
}

/// Keeps something under a name as long as the window lives.
pub fn write_for_window(name: &str, text: &str) {
    if let Ok(Some(storage)) = window().session_storage() {
        // A window that keeps nothing forgets how far pages were scrolled when it is loaded again.
        let _ = storage.set_item(name, text);
    }
}
