//! Running other programs: with the project's tools on PATH, quietly, and with signs of life.

use std::env;
use std::fs::{self, File};
use std::io::{IsTerminal, Write, stdout};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use ::tests::{paths, programs};
use anyhow::{Context, Result, bail, ensure};

use crate::stopwatch::{Stopwatch, spoken};

/// How much of a failed program's output is shown.
const TAIL_LINES: usize = 60;

/// A program to be started in the root of the checkout, with the project's own tools on PATH.
pub fn program(name: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(name);
    command.args(arguments).current_dir(paths::root());
    if let Ok(path) = env::join_paths(programs::search_path()) {
        command.env("PATH", path);
    }
    command
}

/// The cargo that started this program.
pub fn cargo(arguments: &[&str]) -> Command {
    program(&env::var("CARGO").unwrap_or_else(|_| "cargo".into()), arguments)
}

/// What a program prints, where it succeeds.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs a program to its end, showing under `label` what it does and for how long.
///
/// What it says goes to a file; where it fails, the end of it is in the error.
pub fn quietly(label: &str, command: &mut Command) -> Result<Duration> {
    let log = log_file(label)?;
    let file = File::create(&log)?;
    let name = command.get_program().to_string_lossy().into_owned();
    let clock = Stopwatch::start();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(file.try_clone()?)
        .stderr(file)
        .spawn()
        .with_context(|| format!("{name} did not start"))?;
    let mut life = SignsOfLife::new(label, &log);
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        sleep(Duration::from_millis(100));
        life.show(clock.passed());
    };
    life.clear();
    if !status.success() {
        bail!("{}\n(all of it: {})", tail(&log, TAIL_LINES), log.display());
    }
    Ok(clock.passed())
}

/// The same, and returns what the program said.
pub fn quietly_with_output(label: &str, command: &mut Command) -> Result<String> {
    quietly(label, command)?;
    let said = fs::read(log_file(label)?)?;
    Ok(String::from_utf8_lossy(&said).into_owned())
}

/// Runs a program to its end, in sight.
pub fn loudly(command: &mut Command) -> Result<()> {
    let name = command.get_program().to_string_lossy().into_owned();
    let status = command.status().with_context(|| format!("{name} did not start"))?;
    ensure!(status.success(), "{name} failed ({status})");
    Ok(())
}

fn log_file(label: &str) -> Result<PathBuf> {
    let folder = paths::root().join("target/xtask");
    fs::create_dir_all(&folder)?;
    let name: String =
        label.chars().map(|sign| if sign.is_alphanumeric() { sign } else { '-' }).collect();
    Ok(folder.join(format!("{name}.log")))
}

fn tail(log: &Path, lines: usize) -> String {
    let text = fs::read(log).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    let text = text.unwrap_or_default();
    // Of progress only the last word is news, and only while it goes on.
    let progress = |line: &&str| {
        let first = line.split_whitespace().next().unwrap_or_default();
        lines > 1 && ["Checking", "Compiling", "Downloaded", "Downloading"].contains(&first)
    };
    let all: Vec<&str> = text.lines().filter(|line| !progress(line)).collect();
    all[all.len().saturating_sub(lines)..].join("\n")
}

/// Shows that something still goes on: in place on a terminal, now and then elsewhere.
struct SignsOfLife<'a> {
    label: &'a str,
    log: &'a Path,
    terminal: bool,
    next: Duration,
}

impl<'a> SignsOfLife<'a> {
    fn new(label: &'a str, log: &'a Path) -> Self {
        let terminal = stdout().is_terminal();
        SignsOfLife {
            label,
            log,
            terminal,
            next: Duration::from_secs(if terminal { 1 } else { 30 }),
        }
    }

    fn show(&mut self, passed: Duration) {
        if passed < self.next {
            return;
        }
        let doing = tail(self.log, 1);
        let doing: String = doing.trim().chars().take(50).collect();
        let line = format!("  … {} {}: {doing}", self.label, spoken(passed));
        if self.terminal {
            print!("\r\x1b[2K{line}");
            self.next = passed + Duration::from_millis(500);
        } else {
            println!("{line}");
            self.next = passed + Duration::from_secs(30);
        }
        // A terminal that is gone has nobody to show it to.
        drop(stdout().flush());
    }

    fn clear(&self) {
        if self.terminal {
            print!("\r\x1b[2K");
            drop(stdout().flush());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_shows_the_end_of_what_was_said() {
        let error = quietly("failing sample", &mut program("sh", &["-c", "echo why; exit 3"]));
        assert!(error.unwrap_err().to_string().starts_with("why\n"));
    }

    #[test]
    fn a_success_is_silent_and_timed() {
        let took = quietly("sample", &mut program("sh", &["-c", "echo fine"])).unwrap();
        assert!(took < Duration::from_secs(5));
    }
}
