//! One cut through a group with a leader and a ring without one: what is refused, what is granted.
mod common;
use common::*;
use engine::checks::{Check, Undertaking, undertakings};
use engine::kernel::{Instant, Span};
use engine::modes::{Gap, Mode};
use engine::node::{Answer, Call, Note, Outcome, Record, Topic, Value};
use engine::scenario::{Run, Scenario, parse_act, within_model};
use engine::timeline::Timeline;

/// So many runs are counted where many are played.
const COUNTED: usize = 200;

fn one_cut() -> Scenario {
    scenario("01-impossibility", "ch01-cap-partition")
}

/// A hundred operations answered, a change of leader, three faults.
fn tells(line: &Timeline) -> bool {
    acknowledged(line) >= 100 && leaders(line) >= 2 && faults(line) >= 3
}

fn ms(millis: u64) -> Instant {
    Instant(0) + Span::millis(millis)
}

/// Who was chosen to lead the ledger before an instant, one after the other.
fn chosen<'a>(scenario: &'a Scenario, line: &Timeline, before: Instant) -> Vec<&'a str> {
    let notes = line.trace().notes(line.cursor());
    let chosen = notes.filter_map(|(step, record)| match record {
        Record::Noted(node, Note::Decided { topic: Topic::Leader, .. }) => Some((step, *node)),
        _ => None,
    });
    let chosen = chosen.take_while(|(step, _)| line.trace().step(*step).at() < before);
    chosen.map(|(_, node)| scenario.cast.own_name(node)).collect()
}

/// What a client asked a service while the cut was there, from the time at which both were used
/// to it, and was told before it healed.
fn during_the_cut(scenario: &Scenario, line: &Timeline, who: &str, of: &str) -> Vec<Undertaking> {
    let (client, service) = (scenario.cast.node(who), scenario.cast.service(of));
    let asked = undertakings(line).into_iter().filter(|one| {
        Some(one.request.op.client) == client
            && Some(one.request.service) == service
            && one.invoked > ms(4_700)
            && one.told.as_ref().is_some_and(|told| told.at < ms(10_000))
    });
    asked.collect()
}

#[test]
fn every_stage_is_as_it_says() {
    assert_stages(&one_cut(), tells);
}

/// One client, one cut: the one service never answers it, the other always does; and on the other
/// side both do. Before the cut everybody gets everything.
#[test]
fn one_request_is_refused_and_the_next_is_granted() {
    let scenario = one_cut();
    let run = |seed| Run { seed, ..Run::of_stage(&scenario, 0) };
    let seeds = assert_holds(&scenario, COUNTED, run, |line| {
        let asked = |who, of| during_the_cut(&scenario, line, who, of);
        let granted = |all: &[Undertaking]| all.iter().filter(|one| one.is_acknowledged()).count();
        let [refused, kept] = ["ledger", "cart"].map(|of| asked("A", of));
        assert_eq!(granted(&refused), 0, "the ledger answers A");
        assert_eq!(granted(&kept), kept.len(), "the cart fails A");
        let leaders = chosen(&scenario, line, ms(1_700));
        let settled = leaders.len() >= 2;
        let led_by_b = settled && leaders.last().is_some_and(|name| *name > "n2");
        for of in if led_by_b { &["ledger", "cart"][..] } else { &["cart"] } {
            let served = asked("B", of);
            assert_eq!(granted(&served), served.len(), "{of} fails B");
        }
        let whole = undertakings(line).into_iter().filter(|one| {
            one.invoked > ms(2_600) && one.told.as_ref().is_some_and(|told| told.at < ms(4_000))
        });
        let failed: Vec<_> = whole.filter(|one| !one.is_acknowledged()).collect();
        assert!(!settled || failed.is_empty(), "before the cut: {failed:?} {leaders:?}");
        refused.len() >= 3 && kept.len() >= 3 && tells(line)
    });
    println!("of {seeds} seeds, {COUNTED} count, and none tells another story");
}

/// What both sides put is kept, side by side, until somebody puts what has seen both.
#[test]
fn what_both_sides_put_is_kept_side_by_side() {
    let scenario = one_cut();
    let line = played(&scenario, &Run::of_stage(&scenario, 1));
    let siblings = Outcome::Ok(Answer::Siblings([Value(3), Value(4)].into()));
    let told: Vec<_> = undertakings(&line)
        .into_iter()
        .filter(|one| Some(one.request.service) == scenario.cast.service("cart"))
        .filter(|one| one.request.call == Call::Read && one.invoked > ms(10_300))
        .filter_map(|one| Some((one.invoked, one.told?.outcome)))
        .collect();
    let (split, merged): (Vec<_>, Vec<_>) = told.iter().partition(|(at, _)| *at < ms(13_000));
    assert!(split.len() >= 10 && split.iter().all(|(_, told)| *told == siblings));
    let five = Outcome::Ok(Answer::Value(Some(Value(5))));
    assert!(merged.iter().filter(|(at, _)| *at > ms(13_150)).all(|(_, told)| *told == five));
}

/// A client that alone is cut off gets nothing from anybody, though every server is entitled to
/// all that it promises.
#[test]
fn a_client_alone_outside_gets_nothing_while_everything_is_up() {
    let scenario = one_cut();
    let acts = [
        "50 ms operator-action ledger.n4 start-an-election",
        "4 s cut A | n1 n2 n3 n4 n5 B",
        "10 s heal A | n1 n2 n3 n4 n5 B",
    ];
    let script = script(&scenario, &acts);
    let mut line = played(&scenario, &Run { script, ..Run::of_stage(&scenario, 0) });
    for of in ["ledger", "cart"] {
        let asked = during_the_cut(&scenario, &line, "A", of);
        assert!(asked.len() >= 2 && asked.iter().all(|one| !one.is_acknowledged()), "{of}");
        assert!(during_the_cut(&scenario, &line, "B", of).iter().all(Undertaking::is_acknowledged));
    }
    line.seek_to(ms(8_000));
    let world = line.world();
    for node in world.nodes() {
        for class in world.modes(node.service).matrix().ids() {
            let Some(stance) = world.stance(node, class) else { continue };
            let mode = world.modes(node.service).matrix().contract(class, stance.entitled).mode;
            assert_eq!((mode, stance.gap), (Mode::Target, Gap::Honest), "{node:?}");
        }
    }
}

/// A way that is slow enough looks like a cut to whoever waits, and is none: what was asked is
/// done after all.
#[test]
fn a_slow_link_looks_like_a_cut_and_is_none() {
    let scenario = one_cut();
    let acts = [
        "50 ms operator-action ledger.n4 start-an-election",
        "4 s delay n1 n2 A | n3 n4 n5 B 700 ms",
        "10 s delay n1 n2 A | n3 n4 n5 B 0 ms",
    ];
    let script = script(&scenario, &acts);
    let line = played(&scenario, &Run { script, ..Run::of_stage(&scenario, 0) });
    let asked = during_the_cut(&scenario, &line, "A", "ledger");
    assert!(asked.len() >= 2 && asked.iter().all(|one| !one.is_acknowledged()));
    let written = |one: &Undertaking| one.request.call == Call::Write(Value(300));
    assert!(asked.iter().any(written), "A gives up on its write");
    let balances = undertakings(&line).into_iter().filter_map(|one| one.told);
    let seen = Outcome::Ok(Answer::Value(Some(Value(300))));
    assert!(balances.into_iter().any(|told| told.outcome == seen), "and it takes effect");
    assert!(!is_violated(&scenario, &line));
}

#[test]
fn what_the_scenario_shows_it_shows_and_only_there() {
    let scenario = one_cut();
    let seeds = assert_aha(&scenario, &scenario.ahas[0], COUNTED, tells);
    println!("asking first: none of {seeds} seeds breaks");
}

/// A random script, and a change of leader in any case.
fn stormy(scenario: &Scenario, seed: u64) -> Run {
    let more =
        ["50 ms operator-action ledger.n1 start-an-election", "6 s crash n1", "8 s restart n1"];
    let more = more.map(|line| parse_act(&scenario.cast, line).expect("this is an act"));
    let script =
        more.into_iter().fold(within_model(scenario, seed), |script, act| script.with(act).0);
    Run { scenario: scenario.id.clone(), seed, script, ..Run::default() }
}

/// Longer than a reader's run, and with clients that write of their own accord, so that enough
/// happens in spite of all that befalls it.
fn long() -> Scenario {
    let mut scenario = Scenario { length: Span::secs(40), ..one_cut() };
    scenario.clients.iter_mut().for_each(|client| client.reads_per_mille = 500);
    scenario
}

#[test]
fn within_the_declared_model_every_check_holds() {
    let scenario = long();
    let seeds = assert_holds(&scenario, COUNTED, |seed| stormy(&scenario, seed), tells);
    println!("{COUNTED} of {seeds} random runs count; every check holds in all of them");
}

/// Disks that forget are not in the model. Two that do break nothing: of the three that keep a
/// balance one is left, and of the cart n4 keeps a hint. Three break both, until B puts anew.
#[test]
fn beyond_it_checks_break() {
    let scenario = Scenario { length: Span::secs(24), ..one_cut() };
    let broken = |forgetful: &str| {
        let stage = Run::of_stage(&scenario, 0);
        let acts =
            [format!("7.6 s crash-amnesia {forgetful}"), format!("8.2 s restart {forgetful}")];
        let acts = acts.iter().map(|act| parse_act(&scenario.cast, act).expect("this is an act"));
        let script = acts.fold(stage.script.clone(), |script, act| script.with(act).0);
        let mut line = played(&scenario, &Run { script, ..stage });
        assert!(tells(&line), "{forgetful}");
        line.seek_to(ms(12_500));
        ["ledger", "cart"].map(|of| {
            let service = scenario.cast.service(of).expect("a service");
            Check::Durability.verdict(service, &line).word()
        })
    };
    assert_eq!(broken("n3 n5"), ["holds", "holds"]);
    assert_eq!(broken("n3 n4 n5"), ["violated", "violated"]);
}

#[test]
fn its_controls_are_of_nature_of_strategy_and_of_tactic() {
    assert_layers(&one_cut());
}
