//! The journeys: what a reader does, from the first click to the last, in a real browser.

mod book;
mod compare;
mod embed;
mod files;
mod instruments;
mod lab;
mod lecture;
mod runner;
mod smoke;
mod trouble;

use std::path::PathBuf;

use anyhow::Result;

pub use runner::{Report, run_all};

use crate::driver::{Browser, Kind};
use crate::paths;
use crate::server::Server;

/// One file per journey; the order is the order of running.
pub const ALL: &[Journey] = &[
    instruments::JOURNEY,
    smoke::JOURNEY,
    trouble::JOURNEY,
    lab::HAND,
    lab::KEYBOARD,
    lab::MENU,
    lab::LINK,
    lab::HIDE,
    compare::WALK,
    compare::HOSTILE,
    lab::SHARE,
    lab::BROUGHT,
    lab::CARRIED,
    book::PLACES,
    lecture::TALK,
    lecture::SPEAKER,
    lecture::PHONE,
    lecture::ORDER,
    lecture::TOOLS,
    lecture::SIZES,
    lecture::PREPARE,
    book::PLAIN,
    book::EVERYWHERE,
    book::OFFLINE,
    book::RELEASE,
    book::ROOM,
    book::SEARCH,
    book::TAKEOVER,
    book::BESIDE,
    book::CARDS,
    book::PROGRESS,
    book::EXERCISES,
    book::SETTINGS,
    book::KEYBOARD,
    book::PHONE,
    book::SPOILT,
    book::FULL,
    embed::POSTER,
    embed::TROUBLE,
    embed::PARTS,
    embed::RUN,
    embed::HOSTILE,
    embed::MODULE,
    embed::GUIDE,
    embed::FILE,
];

/// A walk through the site that must succeed.
#[derive(Clone, Copy)]
pub struct Journey {
    /// Its name on the command line and in file names.
    pub name: &'static str,
    /// The browsers in which it can be made.
    pub browsers: &'static [Kind],
    /// The walk itself.
    pub run: fn(&mut Visit) -> Result<()>,
}

/// A fresh browser and a fresh server: nothing is left from another journey.
pub struct Visit {
    /// The reader's browser.
    pub browser: Browser,
    /// The host that serves the built site.
    pub server: Server,
}

impl Visit {
    /// Goes to a path of the site, as in `open("/")`.
    pub fn open(&self, path: &str) -> Result<()> {
        self.browser.open(&self.server.url(path))
    }

    /// A folder for what the journey writes: other browsers make it at the same time.
    pub fn folder(&self, name: &str) -> PathBuf {
        paths::root().join(format!("target/journeys/{}-{name}", self.browser.kind().name()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique() {
        let mut names: Vec<_> = ALL.iter().map(|journey| journey.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), ALL.len());
    }
}
