//! Building the site into /dist.

use std::path::Path;

use ::tests::paths;
use anyhow::{Context, Result, ensure};
use content::Site;

use crate::arguments::Arguments;
use crate::running::{program, quietly};
use crate::setup::{self, Purpose};
use crate::stopwatch::{Stopwatch, spoken};
use crate::wasm::Program;
use crate::{embed, site, sizes, wasm};

/// The binary of the app that is the page's program.
pub const PAGE: &str = "page";

/// Runs `cargo xtask build` and `cargo xtask dist`.
pub fn command(words: &[String]) -> Result<()> {
    let arguments = Arguments::read(words, &[], &["--base", "--site"])?;
    arguments.no_words()?;
    let base = base(arguments.value("--base").unwrap_or("/"))?;
    let origin = arguments.value("--site").map(origin).transpose()?;
    setup::run(Purpose::Serve)?;
    let site = Site { base, origin };
    run_for(&site, &paths::dist())?;
    embed::write_package(&paths::dist())?;
    sizes::print(&paths::dist())?;
    println!("the site is in dist, for the path {}", site.base);
    Ok(())
}

/// Builds everything into `dist`, for a site whose home is at `base`, wherever that is.
pub fn run(base: &str, dist: &Path) -> Result<()> {
    run_for(&Site { base: base.to_owned(), origin: None }, dist)
}

fn run_for(site: &Site, dist: &Path) -> Result<()> {
    let clock = Stopwatch::start();
    // Trunk builds offline, so that it never looks for tools elsewhere; the crates must be there.
    wasm::fetch()?;
    let mut trunk = program("trunk", &["build", "--offline", "--public-url", &site.base]);
    trunk.arg("--dist").arg(dist);
    // Trunk takes this variable for an option of its own, and stumbles over the usual value.
    trunk.env_remove("NO_COLOR").env("TRUNK_SKIP_VERSION_CHECK", "true");
    quietly("build the page", &mut trunk).context("the page could not be built")?;
    if !setup::has_wasm_opt() {
        println!("without wasm-opt the programs are larger than they should be");
    }
    if !setup::has_esbuild() {
        println!("without esbuild the scripts are larger than they should be");
    }
    if setup::standard_library().is_none() {
        println!("without rust-src the programs are larger than they should be");
    }
    page_program(site, dist)?;
    embed::build(dist)?;
    site::finish(dist, site)?;
    println!("site built in {}", spoken(clock.passed()));
    Ok(())
}

/// The program of the page. Its folder is named after what is in it: no browser mixes two releases.
fn page_program(site: &Site, dist: &Path) -> Result<()> {
    let built =
        wasm::build(&Program { binary: PAGE, features: "site", name: PAGE, settings: &[] })?;
    let folder = format!("{PAGE}-{}", built.hash);
    wasm::copy(&built, &dist.join(&folder))?;
    wasm::write_tags(&dist.join("index.html"), &format!("{}{folder}/{PAGE}", site.base))
}

/// A base path in the one form that all else expects: a slash at both ends.
pub fn base(given: &str) -> Result<String> {
    let inner = given.trim_matches('/');
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "-._~/".contains(letter);
    ensure!(inner.chars().all(plain), "--base {given} is no plain path such as /some/path/");
    Ok(if inner.is_empty() { "/".into() } else { format!("/{inner}/") })
}

/// Where the site is to be found, without a path: "https://book.example".
fn origin(given: &str) -> Result<String> {
    let host = given.strip_prefix("https://").or_else(|| given.strip_prefix("http://"));
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "-.:".contains(letter);
    let host = host.map(|host| host.trim_end_matches('/')).filter(|host| !host.is_empty());
    let is_plain = host.is_some_and(|host| host.chars().all(plain));
    ensure!(is_plain, "--site {given} is no address such as https://book.example");
    Ok(given.trim_end_matches('/').into())
}

#[cfg(test)]
mod tests {
    use super::{base, origin};

    #[test]
    fn bases_have_slashes_at_both_ends() {
        for (given, wanted) in [("/", "/"), ("", "/"), ("a/b", "/a/b/"), ("/a/", "/a/")] {
            assert_eq!(base(given).unwrap(), wanted);
        }
        assert!(base("/a b/").is_err() && base("/a?b").is_err());
    }

    #[test]
    fn sites_are_addresses_without_a_path() {
        assert_eq!(origin("https://book.example/").unwrap(), "https://book.example");
        assert!(origin("http://localhost:8000").is_ok());
        for wrong in ["book.example", "https://", "https://a/b", "https://a\"b"] {
            assert!(origin(wrong).is_err(), "{wrong}");
        }
    }
}
