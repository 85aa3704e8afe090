//! Prints how long a reader waits, as JSON, for `cargo xtask bench`.
#![allow(clippy::print_stdout, reason = "a command speaks on standard output")]

fn main() -> anyhow::Result<()> {
    println!("{}", tests::timings::measure()?);
    Ok(())
}
