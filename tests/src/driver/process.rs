//! A program that this one started, and that ends with it, together with all that it started.

use std::collections::BTreeMap;
use std::env;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context, Result};
use rustix::process::{Pid, Signal, kill_process, test_kill_process};

use super::Clock;

/// A running program; dropping it ends it and its descendants, and nothing else.
pub(super) struct Process {
    child: Child,
    scratch: PathBuf,
}

impl Process {
    /// Starts `command`, with what it says written to `log`.
    pub(super) fn start(command: &mut Command, log: &Path) -> Result<Process> {
        if let Some(folder) = log.parent() {
            fs::create_dir_all(folder)?;
        }
        let file = File::create(log)?;
        // Browsers that are ended leave profiles behind; a folder of one's own can be removed.
        let scratch = scratch();
        fs::create_dir_all(&scratch)?;
        let child = command
            .env("TMPDIR", &scratch)
            .stdin(Stdio::null())
            .stdout(file.try_clone()?)
            .stderr(file)
            .spawn()
            .with_context(|| format!("{:?} did not start", command.get_program()))?;
        Ok(Process { child, scratch })
    }

    /// Whether it still runs.
    pub(super) fn runs(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }

    fn end(&mut self) {
        let family = family(self.child.id());
        signal(&family, Signal::TERM);
        let clock = Clock::start();
        while clock.passed() < Duration::from_secs(3) {
            // Reaping it is what lets it count as gone.
            drop(self.child.try_wait());
            if family.iter().all(|pid| test_kill_process(*pid).is_err()) {
                return;
            }
            sleep(Duration::from_millis(20));
        }
        signal(&family, Signal::KILL);
        drop(self.child.wait());
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.end();
        // What cannot be removed is in the system's own folder for such things.
        drop(fs::remove_dir_all(&self.scratch));
    }
}

/// A folder that no other process of this machine uses.
fn scratch() -> PathBuf {
    static STARTED: AtomicU32 = AtomicU32::new(0);
    let count = STARTED.fetch_add(1, Ordering::Relaxed);
    // Short, in the system's place: sockets in it may not have paths of more than 100 letters.
    env::temp_dir().join(format!("journeys-{}-{count}", std::process::id()))
}

fn signal(family: &[Pid], signal: Signal) {
    for pid in family {
        // Fails only for who is gone already.
        let _ = kill_process(*pid, signal);
    }
}

/// The process `root` and its descendants, parents first.
fn family(root: u32) -> Vec<Pid> {
    let parents = parents();
    let mut found = vec![root];
    let mut next = 0;
    while let Some(&parent) = found.get(next) {
        found.extend(parents.iter().filter(|(_, of)| **of == parent).map(|(pid, _)| *pid));
        next += 1;
    }
    found.into_iter().filter_map(|pid| Pid::from_raw(pid.try_into().ok()?)).collect()
}

/// The parent of every process, where the system tells.
fn parents() -> BTreeMap<u32, u32> {
    let processes = fs::read_dir("/proc").into_iter().flatten().flatten();
    processes
        .filter_map(|entry| {
            let pid = entry.file_name().to_str()?.parse().ok()?;
            let stat = fs::read_to_string(entry.path().join("stat")).ok()?;
            // The name in brackets may hold anything, spaces and brackets included.
            let parent = stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()?;
            Some((pid, parent))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_children_of_children() {
        let log = env::temp_dir().join(format!("process-{}.log", std::process::id()));
        let mut command = Command::new("sh");
        command.args(["-c", "sleep 60 & sleep 60; true"]);
        let process = Process::start(&mut command, &log).unwrap();
        let root = process.child.id();
        while family(root).len() < 3 {
            sleep(Duration::from_millis(5));
        }
        let family = family(root);
        drop(process);
        fs::remove_file(log).unwrap();
        sleep(Duration::from_millis(50));
        assert!(family.iter().all(|pid| {
            // An orphan that nobody has reaped yet is as dead as one that is gone.
            let stat = fs::read_to_string(format!("/proc/{}/stat", pid.as_raw_nonzero()));
            stat.map_or(true, |stat| stat.contains(") Z "))
        }));
    }
}
