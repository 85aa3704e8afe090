//! Looking for changed files, and building again.

use std::fs;
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, SystemTime};

use ::tests::paths;
use ::tests::server::Reload;

use crate::build;

/// What the site is made of.
const SOURCES: &[&str] =
    &["app", "content", "engine", "static", "index.html", "Trunk.toml", "Cargo.toml"];

const PAUSE: Duration = Duration::from_millis(500);

/// Builds whenever a source has changed, and tells the open pages.
pub(super) fn forever(reload: &Reload) -> ! {
    let mut seen = state();
    loop {
        sleep(PAUSE);
        let now = state();
        if now == seen {
            continue;
        }
        seen = now;
        println!("a file changed");
        match build::run("/", &paths::dist()) {
            Ok(()) => reload.built(),
            Err(error) => println!("{error:#}"),
        }
    }
}

/// Number of files and the latest change among them: a file that goes is a change too.
fn state() -> (usize, Option<SystemTime>) {
    let root = paths::root();
    SOURCES.iter().fold((0, None), |state, source| latest(&root.join(source), state))
}

fn latest(path: &Path, (files, time): (usize, Option<SystemTime>)) -> (usize, Option<SystemTime>) {
    if path.is_dir() {
        let entries = fs::read_dir(path).into_iter().flatten().flatten();
        return entries.fold((files, time), |state, entry| latest(&entry.path(), state));
    }
    let changed = fs::metadata(path).and_then(|file| file.modified()).ok();
    (files + 1, time.max(changed))
}
