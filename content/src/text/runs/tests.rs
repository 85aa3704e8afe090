//! Questions with an answer that is known: what is true passes, what is false does not.
use super::{Runs, Seeds};
use engine::scenario::read;

const LEASE: &str =
    include_str!("../../check/testdata/good/content/book/01-promises/scenarios/ch01-lease.toml");
/// The link is cut when all is over.
const LATE: &str = "no-cut-but/16%20s%20cut%20n1%20A%20|%20n2%20B";

fn agree(question: &str, says: &str) -> Result<(), String> {
    let scenarios = [read("ch01-lease", LEASE).expect("a scenario")];
    let runs = Runs::new(&scenarios, Seeds::Played);
    runs.agree(&format!("ch01-lease/{question}"), says).map(|_| ())
}

/// What is said if the run has so many of so many.
fn differs(says: &str, run: &str) -> Result<(), String> {
    Err(format!("the text says {says}, the run {run}"))
}

#[test]
fn acts_take_the_place_of_the_cuts() {
    let asked = "answered/B/register.reads/6%20s/9%20s";
    assert_eq!(agree(&format!("1/{asked}"), "none"), Ok(()));
    let without = format!("1/{LATE}/{asked}");
    assert_eq!(agree(&without, "all"), Ok(()));
    let wrong = agree(&without, "none").expect_err("all are answered");
    assert!(wrong.starts_with("the text says none, the run "), "{wrong}");
    // The other acts of the stage stay: with its slow clock n2 still asks in time.
    assert_eq!(agree("2/lies/n2/register.reads", "one"), Ok(()));
    assert_eq!(agree(&format!("2/{LATE}/lies/n2/register.reads"), "none"), Ok(()));
    assert!(agree("1/no-cut-but/16%20s%20cut%20n9/lies/n2/register.reads", "none").is_err());
}

#[test]
fn a_check_is_asked_until_an_instant() {
    let asked = "2/violated/register.linearizability";
    assert_eq!(agree(asked, "one"), Ok(()));
    assert_eq!(agree(&format!("{asked}/6%20s"), "none"), Ok(()));
    assert_eq!(agree(&format!("{asked}/7%20s"), "one"), Ok(()));
    assert_eq!(agree(&format!("{asked}/6%20s"), "one"), differs("one", "0 of 1"));
    assert_eq!(agree(&format!("{asked}/7%20s"), "none"), differs("none", "1 of 1"));
    for nonsense in ["soon", "6%20s/7%20s"] {
        let told = agree(&format!("{asked}/{nonsense}"), "none").expect_err("no instant");
        assert!(told.ends_with("asks nothing that a run answers"), "{told}");
    }
}

#[test]
fn runs_in_which_a_row_lies_or_stands_somewhere_are_counted() {
    assert_eq!(agree("1/seeds/1-2/lies/n2/register.reads", "none"), Ok(()));
    let lies = "2/seeds/1-2/lies/n2/register.reads";
    assert_eq!(agree(lies, "two"), Ok(()));
    assert_eq!(agree(lies, "none"), differs("none", "2 of 2"));
    let stands = |side: &str, mode: &str| format!("2/stands/n2/register.reads/{side}/{mode}/7%20s");
    assert_eq!(agree(&stands("believed", "Target"), "one"), Ok(()));
    assert_eq!(agree(&stands("entitled", "Floor"), "one"), Ok(()));
    assert_eq!(agree(&stands("entitled", "Target"), "one"), differs("one", "0 of 1"));
    assert!(agree(&stands("dreamt", "Target"), "one").is_err());
}
