//! What runs give and cost: round trips as the papers count them, and where two runs part.
mod common;
use common::book::slow_clock;
use common::{played, scenario};
use engine::account::{Account, Parted, median, parted, round_trips};
use engine::checks::{Undertaking, undertakings};
use engine::kernel::{Instant, Span};
use engine::node::Call;
use engine::scenario::{Run, Scenario};
use engine::timeline::{Script, Timeline};

/// A run of the first stage in which n1 is made to lead and nothing else befalls it.
fn quiet(scenario: &Scenario, changes: &[(&str, i64)]) -> Timeline {
    let mut run = Run::of_stage(scenario, 0);
    run.script = Script::new(run.script.acts().first().copied());
    for (name, value) in changes {
        run.change = run.change.set(name, *value);
    }
    played(scenario, &run)
}

/// The fewest round trips, over all operations done that are of this kind: others had to wait for a
/// round that was under way.
fn trips(line: &Timeline, kind: impl Fn(&Undertaking) -> bool) -> Option<u32> {
    let done = undertakings(line).into_iter().filter(|one| one.is_acknowledged() && kind(one));
    let trips = done.filter_map(|one| Some(round_trips(line, one.step, one.told?.step)));
    let trips: Vec<_> = trips.collect();
    assert!(trips.len() > 20, "too few operations were done");
    trips.into_iter().min()
}

fn is_read(one: &Undertaking) -> bool {
    one.request.call == Call::Read
}

/// Ongaro's dissertation, section 6.4: a read under a lease needs no message of the group, one by
/// read-index waits for a round of heartbeats, and a write for a round of appends.
#[test]
fn raft_needs_the_round_trips_of_the_dissertation() {
    let scenario = slow_clock();
    let [log, index, lease, local] = [0, 1, 2, 3].map(|reads| {
        let line = quiet(&scenario, &[("register.reads", reads)]);
        (trips(&line, is_read), trips(&line, |one| !is_read(one)))
    });
    let (one, two) = (Some(1), Some(2));
    assert_eq!([log, index, lease, local], [(two, two), (two, two), (one, two), (one, two)]);
}

/// A coordinator of the cart asks R or W replicas at once, and waits for the slowest of them.
#[test]
fn a_quorum_store_needs_one_round_more_than_its_client() {
    let scenario = scenario("01-impossibility", "ch01-cap-partition");
    let cart = scenario.cast.service("cart").expect("a cart");
    let line = quiet(&scenario, &[]);
    assert_eq!(trips(&line, |one| one.request.service == cart), Some(2));
}

#[test]
fn a_slower_disk_or_a_round_more_shows_in_the_figures() {
    let scenario = slow_clock();
    let account =
        |changes: &[(&str, i64)]| Account::of(&quiet(&scenario, changes), &scenario.focus);
    let (lease, asked) = (account(&[]), account(&[("register.reads", 1)]));
    assert!(asked.messages * lease.done > lease.messages * asked.done, "messages an operation");
    assert!(median(&asked.waits) > median(&lease.waits));
    assert!(lease.bytes > 10 * lease.messages && lease.flushes > 0);
    assert_eq!((lease.lies, lease.lying, lease.lost), (0, Span::ZERO, 0));
    assert_eq!(lease.asked, lease.done + lease.refused + lease.unanswered());
    let slow = account(&[("network.flush", 80_000_000)]);
    let longest = |account: &Account| account.waits.last().copied();
    assert!(longest(&slow) > longest(&lease));
}

/// The figures of the second stage are those that its text tells of: one long lie.
#[test]
fn a_lie_is_counted_and_measured() {
    let scenario = slow_clock();
    let line = played(&scenario, &Run::of_stage(&scenario, 1));
    let account = Account::of(&line, &scenario.focus);
    let lying = line.windows(line.cursor()).into_iter().filter(|window| window.is_lying());
    let longest = lying.map(|window| window.length(line.now())).max().expect("a lie");
    assert!(account.lying >= longest && account.lies >= 1 && account.below > account.lying);
    assert!(account.lost > 0, "the cut loses messages");
}

#[test]
fn two_runs_part_at_the_first_act_that_differs() {
    let scenario = slow_clock();
    let (one, other) = (Run::of_stage(&scenario, 0), Run::of_stage(&scenario, 1));
    let slowed = other.script.acts()[1].at;
    let (one, other) = (played(&scenario, &one), played(&scenario, &other));
    assert_eq!(parted(&one, &one), Parted::default());
    let found = parted(&one, &other);
    let (step, at) = found.step.expect("they part");
    assert_eq!(at, slowed, "the clock is slowed in one of them only");
    assert_eq!(one.trace().hash_at(step), other.trace().hash_at(step));
    assert_ne!(one.trace().hash_at(step + 1), other.trace().hash_at(step + 1));
    assert!(found.stance.is_some_and(|stance| stance >= at));
    let outcome = found.outcome.expect("the lie is told to a client");
    let operation = found.operation.expect("and before that something came later");
    let begun = |op| undertakings(&other).iter().position(|one| one.request.op == op);
    assert!(begun(operation) <= begun(outcome));
    assert_eq!(parted(&other, &one), found, "whichever comes first");
}

#[test]
fn a_run_that_ends_earlier_parts_where_it_ends() {
    let scenario = slow_clock();
    let whole = played(&scenario, &Run::of_stage(&scenario, 0));
    let mut half = Run::of_stage(&scenario, 0).timeline(&scenario);
    half.run_until(Instant(3_000_000_000));
    let (step, at) = parted(&half, &whole).step.expect("one goes on");
    assert_eq!(step, half.cursor());
    assert!(at > half.now());
}
