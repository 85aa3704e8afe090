//! The project's own commands: `cargo xtask help` lists them.
#![allow(clippy::print_stdout, reason = "commands speak on standard output")]
#![allow(unreachable_pub, reason = "nobody imports a binary")]

mod archive;
mod arguments;
mod bench;
mod book;
mod build;
mod digest;
mod embed;
mod export;
mod new;
mod running;
mod scripts;
mod serve;
mod setup;
mod shots;
mod site;
mod sizes;
mod stopwatch;
mod suite;
mod tidy;
mod wasm;

use std::process::ExitCode;

use anyhow::{Result, bail};

const HELP: &str = "\
cargo xtask <command>

  setup [--for serve|test]       install what is missing into target/tools
  serve [--port N] [--open] [--watch]
                                 set up, build, serve on 127.0.0.1:8080
  test [step …] [--all-browsers] format, clippy, clippy-wasm, tidy, native, parity, build, browsers
  build                          build the site into dist
  dist [--base /some/path/] [--site https://book.example]
                                 the same for any sub-path of any static host
  release FOLDER [--base /some/path/]
                                 name a built site anew, after its files were changed
  tidy                           hold the code base against its rules
  bench                          print the budgets: value, pass or miss
  book status                    what of the book is written, and what is wrong with it
  book links                     list all links that lead out of the book
  export SCENARIO [--stage N] [--run CODE] [--site https://book.example/] [--to FILE]
                                 one lab as one file that runs from a disk; also: --seed,
                                 --theme, --hide
  archive                        keep links of this release, for later ones to replay
  shots [part of a name]         pictures of every page, width and theme into shots
  new mechanism family/slug      start a mechanism; also: new fault name, new widget name";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match command(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn command(words: &[String]) -> Result<()> {
    let Some((name, rest)) = words.split_first() else {
        println!("{HELP}");
        return Ok(());
    };
    match name.as_str() {
        "setup" => setup::command(rest),
        "serve" => serve::command(rest),
        "test" => suite::command(rest),
        "build" | "dist" => build::command(rest),
        "release" => site::command(rest),
        "tidy" => tidy::command(rest),
        "bench" => bench::command(rest),
        "book" => book::command(rest),
        "archive" => archive::command(rest),
        "export" => export::command(rest),
        "shots" => shots::command(rest),
        "new" => new::command(rest),
        "help" | "--help" | "-h" => command(&[]),
        _ => bail!("there is no command `{name}`\n\n{HELP}"),
    }
}
