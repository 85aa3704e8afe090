//! Two runs that differ in one thing only.
mod common;
use common::book::{all, slow_clock};
use common::{played, scenario};
use engine::account::{Account, parted};
use engine::kernel::ServiceId;
use engine::scenario::{Difference, Run, exchangeable};

#[test]
fn what_is_written_is_read_back() {
    let scenario = slow_clock();
    for text in ["register.reads=local", "register.pre-vote=off", "register.election-timeout=3 s"] {
        let read = Difference::parse(&scenario, text).expect(text);
        assert_eq!(read.write(&scenario), text);
    }
    let cart = Difference::parse(&scenario, "register=dynamo-quorum").expect("it can be");
    assert_eq!(cart.write(&scenario), "register=dynamo-quorum");
}

#[test]
fn what_cannot_be_is_said_in_a_few_words() {
    let scenario = slow_clock();
    for (text, said) in [
        ("", "has no `=`"),
        ("register.pre-vote", "has no `=`"),
        ("register.pre-vote=perhaps", "is `on` or `off`, not `perhaps`"),
        ("register.reads=never", "never"),
        ("register.nothing=1", "there is no setting `register.nothing`"),
        ("register=paxos", "cannot be of the mechanism `paxos`, but of dynamo-quorum, lease-fence"),
        ("register=raft", "cannot be of the mechanism `raft`"),
    ] {
        let complaint = Difference::parse(&scenario, text).expect_err(text);
        assert!(complaint.contains(said), "{text}: {complaint}");
    }
}

#[test]
fn a_guard_makes_the_difference_that_it_is_there_for() {
    let scenario = slow_clock();
    let run = Run::of_stage(&scenario, 1);
    let off = Difference::parse(&scenario, "register.lease-drift-bound=off").expect("a guard");
    let (other, changed) = off.apply(&scenario, &run);
    assert_eq!((changed.seed, &changed.script), (run.seed, &run.script));
    let (one, two) = (played(&scenario, &run), played(&other, &changed));
    assert!(parted(&one, &two).step.is_some());
    let lying = |line| Account::of(line, &scenario.focus).lying;
    assert!(lying(&two) > lying(&one), "without the bound a lease is believed for longer");
}

/// Whatever service becomes whatever mechanism: it runs, and does the same twice.
#[test]
fn every_service_runs_as_every_mechanism_that_fits() {
    let mut swapped = 0;
    for scenario in all() {
        for place in 0..scenario.services.len() {
            let service = ServiceId(place as u8);
            for card in exchangeable(&scenario, service) {
                for stage in 0..scenario.stages.len() {
                    let run = Run::of_stage(&scenario, stage);
                    let (other, changed) =
                        Difference::Mechanism(service, card).apply(&scenario, &run);
                    let line = played(&other, &changed);
                    assert_eq!(line.trace().hash(), played(&other, &changed).trace().hash());
                    assert!(Account::of(&line, &other.focus).asked > 0);
                    for (service, check) in &other.checks {
                        check.verdict(*service, &line);
                    }
                    swapped += 1;
                }
            }
        }
    }
    assert!(swapped > 20, "{swapped}");
}

/// The cut of chapter 1, with the ledger kept as the cart is: it answers on both sides.
#[test]
fn the_same_cut_over_another_mechanism() {
    let scenario = scenario("01-impossibility", "ch01-cap-partition");
    let run = Run::of_stage(&scenario, 0);
    let ledger = Difference::parse(&scenario, "ledger=dynamo-quorum").expect("it can be");
    let (other, changed) = ledger.apply(&scenario, &run);
    let figures = |scenario, run: &Run| Account::of(&played(scenario, run), &scenario.focus);
    let (raft, dynamo) = (figures(&scenario, &run), figures(&other, &changed));
    assert!(dynamo.done > raft.done, "{} {}", dynamo.done, raft.done);
}
