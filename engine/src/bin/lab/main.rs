//! The headless laboratory: runs scenarios, checks histories, measures.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command line speaks by printing")]
mod bench;
mod book;
mod check;
mod compare;
mod digest;
mod list;
mod open;
mod run;
mod tell;

use engine::scenario::sentence;
use std::io::{self, Write};
use std::process;

/// What is said when the words make no sense.
const USAGE: &str = "usage: lab list | run SCENARIO [--stage N] [--seed N] [--guard NAME=on|off] \
                     [--set NAME=VALUE] [--script FILE] [--until TIME] [--trace FILE.jsonl] | \
                     compare SCENARIO --with NAME=VALUE [what run takes but --trace] | \
                     open FILE|CODE | check --object register|cas-register|key-value FILE.jsonl | \
                     bench [--rate N] | \
                     digest [--wild N] [--seed N]; with --book DIR anywhere";

/// It says that it ends and does not merely return: see `tests/wasi.mjs`.
fn main() {
    let code = match words().and_then(|words| answer(&words)) {
        // Who has read enough may close the pipe.
        Ok(answer) => i32::from(writeln!(io::stdout(), "{answer}").is_err()),
        Err(what) => {
            eprintln!("{}", sentence(&what));
            2
        }
    };
    process::exit(code);
}

fn words() -> Result<Vec<String>, String> {
    let word = |word: std::ffi::OsString| {
        let strange = |word: std::ffi::OsString| {
            format!("`{}` is not text in UTF-8; write it so", word.display())
        };
        word.into_string().map_err(strange)
    };
    std::env::args_os().skip(1).map(word).collect()
}

fn answer(words: &[String]) -> Result<serde_json::Value, String> {
    let (book, words) = book::named(words)?;
    match words.split_first() {
        Some((verb, rest)) if verb == "list" && rest.is_empty() => list::list(&book),
        Some((verb, rest)) if verb == "run" => run::run(&book, rest),
        Some((verb, rest)) if verb == "compare" => compare::compare(&book, rest),
        Some((verb, rest)) if verb == "open" => open::open(&book, rest),
        Some((verb, rest)) if verb == "bench" => bench::bench(&book, rest),
        Some((verb, rest)) if verb == "check" => check::check(rest),
        Some((verb, rest)) if verb == "digest" => digest::digest(&book, rest),
        _ => Err(USAGE.into()),
    }
}
