//! What Gray and Cheriton say of leases, fact by fact.
use super::*;
use crate::node::Record;

/// Section 2: a write waits until every holder approves or its lease runs out; a holder that
/// cannot be reached makes it wait for the whole of it.
#[test]
fn a_write_waits_for_the_lease_of_an_unreachable_holder() {
    for seed in 1..=20 {
        let cut = at(2_000, around(FaultKind::Cut, 2));
        let line = play(plan(seed, as_built), vec![cut], millis(7_000));
        let grants = grants(&line);
        let first = grants.iter().find(|(_, holder, _)| *holder != 2).expect("a new holder").0;
        let last = grants.iter().rfind(|(_, holder, _)| *holder == 2).expect("an old one").0;
        let waited = first - last;
        assert!(waited >= LEASE && waited < LEASE + Span::millis(600), "seed {seed}: {waited}");
        let early = effects(&line).into_iter().find(|(at, by, _)| *by != 2 && *at < first);
        assert_eq!(early, None, "seed {seed}");
    }
}

/// Section 2: it may relinquish the lease, and then nobody waits.
#[test]
fn a_holder_that_gives_up_makes_nobody_wait() {
    for seed in 1..=20 {
        let line = play(plan(seed, as_built), vec![at(2_000, give_up(2))], millis(4_000));
        let taken = grants(&line).into_iter().find(|(_, holder, _)| *holder != 2);
        let (taken, _, token) = taken.expect("a new holder");
        assert!(taken < millis(2_600) && token == 2, "seed {seed}: {taken}");
        assert_all_hold(&line, &format!("seed {seed}"));
    }
}

/// Section 5: a server that restarts honours what it granted before for the longest it can last.
#[test]
fn a_grantor_that_restarts_waits_for_one_lease() {
    for seed in 1..=20 {
        let acts =
            vec![at(2_000, on(FaultKind::Crash, &[0, 2])), at(2_300, on(FaultKind::Restart, &[0]))];
        let line = play(plan(seed, as_built), acts, millis(7_000));
        let taken = grants(&line).into_iter().find(|(at, ..)| *at >= millis(2_000));
        let (taken, holder, _) = taken.expect("a new holder");
        assert!(holder != 2 && taken >= millis(2_300) + LEASE, "seed {seed}: {taken}");
        assert!(taken < millis(2_900) + LEASE, "seed {seed}: {taken}");
    }
}

/// Section 2: while the lease lasts, reads are served from the copy and cost no message.
#[test]
fn a_holder_reads_without_asking_anybody_and_renews_in_time() {
    let reader = ClientPlan { reads_per_mille: 1_000, ..busy([2]) };
    let line = play(of_clients(3, as_built, vec![reader]), Vec::new(), millis(20_000));
    assert!(acknowledged(&line) > 400, "{}", acknowledged(&line));
    let fetches = (0..line.cursor()).flat_map(|step| line.trace().records(step)).filter(|record| {
        let fetch = |name: &crate::kernel::MessageName| name.from == node(2) && name.to == node(1);
        matches!(record, Record::Sent(_, name, said, _) if fetch(name) && said.name == "fetch")
    });
    let (every, first, new_tenure) = (20_000 / 250, 1, 1);
    assert_eq!(fetches.count(), every + first + new_tenure - 1);
    assert!(grants(&line).iter().all(|grant| (grant.1, grant.2) == (2, 1)), "one tenure");
    assert!(grants(&line).len() > 40, "four times in every lease");
}

/// Section 5: with clocks that keep to the bound the holder gives up first, whichever way they
/// differ: time is lost, and nothing else.
#[test]
fn the_holder_gives_up_first_whichever_way_the_clocks_differ() {
    let drifts = [-50_000, -49_999, -25_000, 0, 1, 25_000, 50_000];
    let pairs = drifts.iter().flat_map(|holder| drifts.map(|grantor| (*holder, grantor)));
    for (holder, grantor) in pairs {
        let acts = vec![
            at(1_000, on(FaultKind::ClockDrift, &[2]).by(holder)),
            at(1_000, on(FaultKind::ClockDrift, &[0]).by(grantor)),
            at(2_400, around(FaultKind::Cut, 2)),
        ];
        let line = play(plan(5, as_built), acts, millis(7_000));
        let of = format!("{holder} {grantor}");
        assert!(lies(&line).is_empty(), "{of}\n{}", tell(&line));
        let timid = line.windows(line.cursor()).into_iter().find(|window| {
            let own = (window.who.node(), window.who.class()) == (node(2), READS);
            own && window.from > millis(2_400) && window.stance.gap == crate::modes::Gap::Timid
        });
        let waited = timid.expect("it gives up first").length(line.now());
        assert!(waited < Span::millis(500), "{of}: {waited}");
        assert_all_hold(&line, &of);
    }
}

/// Section 5: far beyond the bound, a server's clock that is fast and a client's that is slow do
/// harm; the opposite errors end leases too early, and cost only traffic.
#[test]
fn only_a_fast_server_or_a_slow_client_does_harm() {
    let renewed = |line: &Timeline| grants(line).iter().filter(|grant| grant.1 == 2).count();
    let run = |server: i64, client: i64| {
        let acts = vec![
            at(1_000, on(FaultKind::ClockDrift, &[0]).by(server)),
            at(1_000, on(FaultKind::ClockDrift, &[2]).by(client)),
            at(5_400, around(FaultKind::Cut, 2)),
        ];
        play(plan(5, as_built), acts, millis(14_000))
    };
    let usual = renewed(&run(0, 0));
    for (server, client) in [(400_000, 0), (0, -400_000)] {
        assert!(!lies(&run(server, client)).is_empty(), "server {server}, client {client}");
    }
    for (server, client) in [(-400_000, 0), (0, 400_000), (-400_000, 400_000)] {
        let line = run(server, client);
        let of = format!("server {server}, client {client}");
        assert!(lies(&line).is_empty(), "{of}\n{}", tell(&line));
        assert_all_hold(&line, &of);
        assert!(client == 0 || renewed(&line) > usual, "{of}: {} renewals", renewed(&line));
    }
}
