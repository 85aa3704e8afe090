//! Finding programs: the project's own tools first, then PATH, then where systems hide browsers.

use std::env;
use std::path::{Path, PathBuf};

use crate::paths;

/// Folders that are searched, in order.
pub fn search_path() -> Vec<PathBuf> {
    let mut folders = vec![paths::tools().join("bin"), paths::tools().join("node_modules/.bin")];
    if let Some(path) = env::var_os("PATH") {
        folders.extend(env::split_paths(&path));
    }
    folders
}

/// The first of `names` that is installed.
pub fn find(names: &[&str]) -> Option<PathBuf> {
    let folders = search_path();
    names.iter().find_map(|name| {
        let name = format!("{name}{}", env::consts::EXE_SUFFIX);
        folders.iter().map(|folder| folder.join(&name)).find(|file| file.is_file())
    })
}

/// Chromium, or a browser built from it.
pub fn chromium() -> Option<PathBuf> {
    find(&["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"])
        .or_else(|| existing("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"))
}

/// Firefox.
pub fn firefox() -> Option<PathBuf> {
    find(&["firefox-esr", "firefox"])
        .or_else(|| existing("/Applications/Firefox.app/Contents/MacOS/firefox"))
}

/// The small browser that WebKitGTK's driver drives; it lives beside the library, not on PATH.
pub fn mini_browser() -> Option<PathBuf> {
    find(&["MiniBrowser"]).or_else(|| {
        ["/usr/lib", "/usr/libexec"].iter().find_map(|top| mini_browser_below(Path::new(top), 2))
    })
}

fn mini_browser_below(folder: &Path, depth: usize) -> Option<PathBuf> {
    let candidate = folder.join("MiniBrowser");
    if candidate.is_file() {
        return Some(candidate);
    }
    if depth == 0 {
        return None;
    }
    let mut inner: Vec<PathBuf> =
        folder.read_dir().ok()?.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    inner.retain(|path| depth > 1 || path.to_string_lossy().contains("webkit"));
    inner.sort();
    inner.iter().rev().find_map(|path| mini_browser_below(path, depth - 1))
}

fn existing(path: &str) -> Option<PathBuf> {
    Some(PathBuf::from(path)).filter(|path| path.is_file())
}
