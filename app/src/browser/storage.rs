//! What the browser keeps for the reader; where it keeps nothing, the page does while it lives.
use super::tell_window;
use gloo::utils::window;
use std::cell::{Cell, RefCell};
use web_sys::Storage;

thread_local! {
    /// What could not be kept: a window without storage, or one whose storage is full.
    static UNKEPT: RefCell<Vec<(String, Option<String>)>> = const { RefCell::new(Vec::new()) };
    static TOLD: Cell<bool> = const { Cell::new(false) };
}

/// What the window is told when for the first time something cannot be kept.
pub const FULL: &str = "storage-full";

fn tell_if_full(kept: bool) {
    if !kept && !TOLD.replace(true) {
        tell_window(FULL);
    }
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
    tell_if_full(kept);
    kept
}

/// Keeps something under a name. Will it be there tomorrow?
pub fn write(name: &str, text: &str) -> bool {
    keep(name, Some(text))
}

/// All names under which something is kept, if only as long as the page lives.
pub fn names() -> Vec<String> {
    let storage = storage();
    let count = storage.as_ref().and_then(|storage| storage.length().ok()).unwrap_or_default();
    let kept = (0..count).filter_map(|place| storage.as_ref()?.key(place).ok().flatten());
    let mut names: Vec<String> = kept.collect();
    UNKEPT.with_borrow(|all| {
        for (name, text) in all {
            names.retain(|known| known != name);
            names.extend(text.is_some().then(|| name.clone()));
        }
    });
    names
}

/// What is kept under a name as long as the window lives.
pub fn read_for_window(name: &str) -> Option<String> {
    window().session_storage().ok()??.get_item(name).ok()?
}

/// Keeps something under a name as long as the window lives. Will it be there when it is loaded
/// again?
pub fn write_for_window(name: &str, text: &str) -> bool {
    let storage = window().session_storage().ok().flatten();
    storage.is_some_and(|storage| storage.set_item(name, text).is_ok())
}

/// Keeps it, and tells the window if it cannot be kept: something that somebody has given is in it.
pub fn guard_for_window(name: &str, text: &str) {
    tell_if_full(write_for_window(name, text));
}
