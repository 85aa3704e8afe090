//! Every fault does what its card says, seen in what becomes of messages, hosts, clocks and disks.
mod common;
use common::*;
use engine::checks::Check;
use engine::faults::FaultKind;
use engine::kernel::{Event, HostId, Instant, Loss, MessageName, NodeId, ServiceId, Span};
use engine::node::Record;
use engine::scenario::Run;
use engine::timeline::Timeline;
use engine::world::Cause;
use std::collections::{BTreeMap, BTreeSet};

/// When a fault strikes, and how long what comes of it is watched.
const STRIKES: Instant = Instant(2_000_000_000);
const WATCHED: Span = Span::secs(1);
/// Longer than any message takes on links as they are built.
const USUAL: Span = Span::millis(150);

/// n1 leads five servers; the hosts 5, 6 and 7 are those of the clients.
fn line(acts: &[&str], until: Instant) -> Timeline {
    let scenario = book::slow_clock();
    let leads = "50 ms operator-action n1 start-an-election";
    let all: Vec<&str> = [leads].into_iter().chain(acts.iter().copied()).collect();
    let run = Run { script: script(&scenario, &all), ..Run::of_stage(&scenario, 0) };
    let mut line = run.timeline(&scenario);
    line.run_until(until);
    for act in acts {
        let written = script(&scenario, &[act]).acts()[0];
        let place = line.script().acts().iter().position(|known| *known == written);
        let (step, _) = line.trace().acts(line.cursor()).nth(place.expect(act)).expect(act);
        assert_eq!(line.trace().records(step)[0], Record::Struck(true), "{act}");
    }
    line
}

/// One message that set out while a fault was watched.
#[derive(Debug)]
struct Passage {
    name: MessageName,
    sent: Instant,
    /// Each copy that arrived or was lost.
    ends: Vec<(Instant, Option<Loss>)>,
}

impl Passage {
    fn took(&self) -> Span {
        self.ends[0].0 - self.sent
    }

    fn arrived(&self) -> usize {
        self.ends.iter().filter(|(_, loss)| loss.is_none()).count()
    }

    fn is_lost(&self, why: Loss) -> bool {
        self.ends.iter().any(|(_, loss)| *loss == Some(why))
    }
}

/// All that set out between two instants, on whatever way.
fn passages(line: &Timeline, from: Instant, to: Instant) -> Vec<Passage> {
    let mut all = BTreeMap::<MessageName, Passage>::new();
    for step in 0..line.cursor() {
        let at = line.trace().step(step).at();
        for record in line.trace().records(step) {
            if let Record::Sent(_, name, ..) = record
                && (from..to).contains(&at)
            {
                all.insert(*name, Passage { name: *name, sent: at, ends: Vec::new() });
            }
        }
        if let Cause::Event(pending) = line.trace().step(step).occurrence.cause
            && let Event::Deliver(letter) = pending.event
            && let Some(passage) = all.get_mut(&letter.name)
        {
            let loss = line.trace().records(step).iter().find_map(|record| match record {
                Record::Lost(loss) => Some(*loss),
                _ => None,
            });
            passage.ends.push((at, loss));
        }
    }
    all.into_values().collect()
}

/// What set out in the second after a fault struck, with time for it to arrive; by whether it
/// went from one of some hosts to another.
fn after(act: &str, of: impl Fn(u16, u16) -> bool) -> (Vec<Passage>, Vec<Passage>) {
    let to = STRIKES + WATCHED;
    let line = line(&[act], to + Span::secs(4));
    let host = |node: NodeId| line.world().runtime().host_of(node).0;
    let concerned = |passage: &Passage| of(host(passage.name.from), host(passage.name.to));
    let (hit, spared): (Vec<_>, Vec<_>) =
        passages(&line, STRIKES, to).into_iter().partition(concerned);
    assert!(hit.len() > 5 && spared.len() > 5, "{act}: {} and {}", hit.len(), spared.len());
    (hit, spared)
}

fn is_usual(passage: &Passage) -> bool {
    passage.ends.len() == 1 && passage.arrived() == 1 && passage.took() < USUAL
}

#[test]
fn cuts_let_nothing_pass_between_their_sides() {
    for act in ["2 s cut n1 | n2 n3", "2 s partial-cut n1 | n2 n3"] {
        let side = |host| host == 1 || host == 2;
        let across = |from, to| from == 0 && side(to) || side(from) && to == 0;
        let (hit, spared) = after(act, across);
        assert!(hit.iter().all(|passage| passage.is_lost(Loss::Cut)), "{act}");
        assert!(spared.iter().all(is_usual), "{act}");
    }
    let (hit, spared) =
        after("2 s cut-oneway n1 -> n2 n3", |from, to| from == 0 && (to == 1 || to == 2));
    assert!(hit.iter().all(|passage| passage.is_lost(Loss::Cut)));
    assert!(spared.iter().all(is_usual), "words still come back");
}

#[test]
fn heal_mends_one_cut_or_makes_all_links_as_built() {
    let to = STRIKES + WATCHED;
    let (one, other) = ("1 s cut n1 | n3", "1 s cut n1 | n4");
    for (acts, cuts) in [
        (vec![one, other, "2 s heal n1 | n3"], 1),
        (vec![one, other, "2 s heal n1 | n3", "2 s heal n1 | n4"], 0),
        (vec![one, "1 s delay 100 ms", "1 s loss n1 | n2 50 %", "2 s heal"], 0),
    ] {
        let line = line(&acts, to + USUAL);
        assert_eq!(line.world().frame(line.now()).cuts.len(), cuts, "{acts:?}");
        let sent = passages(&line, STRIKES + USUAL, to);
        assert_eq!(sent.iter().all(is_usual), cuts == 0, "{acts:?}");
    }
}

#[test]
fn held_messages_wait_and_are_released() {
    let released = Instant(2_500_000_000);
    let acts = ["2 s hold n1 | n2", "2.5 s release n1 | n2"];
    let line = line(&acts, Instant(3_000_000_000));
    let host = |node: NodeId| line.world().runtime().host_of(node).0;
    let mut waited = 0;
    for passage in passages(&line, STRIKES, released) {
        let ways = [(0, 1), (1, 0)];
        if ways.contains(&(host(passage.name.from), host(passage.name.to))) {
            assert!(passage.arrived() == 1 && passage.ends[0].0 >= released, "{passage:?}");
            waited += 1;
        } else {
            assert!(is_usual(&passage), "{passage:?}");
        }
    }
    assert!(waited > 2);
}

#[test]
fn links_delay_scatter_lose_double_and_shuffle() {
    let from_first = |from, _| from == 0;
    let others = "n2 n3 n4 n5 A B C";
    let after =
        |fault: &str| after(&fault.replace("LINKS", &format!("n1 -> {others}")), from_first);
    let (hit, spared) = after("2 s delay LINKS 300 ms");
    assert!(hit.iter().all(|one| one.arrived() == 1 && one.took() >= Span::millis(300)));
    assert!(spared.iter().all(is_usual));
    let (hit, _) = after("2 s jitter LINKS 300 ms");
    assert!(hit.iter().all(|one| one.arrived() == 1 && one.took() < Span::millis(600)));
    assert!(hit.iter().any(|one| one.took() > Span::millis(150)));
    let (hit, spared) = after("2 s loss LINKS 50 %");
    let lost = hit.iter().filter(|one| one.is_lost(Loss::Chance)).count();
    assert!((hit.len() / 4..hit.len() * 3 / 4).contains(&lost), "{lost} of {}", hit.len());
    assert!(spared.iter().all(is_usual));
    let (hit, spared) = after("2 s dup LINKS 50 %");
    let doubled = hit.iter().filter(|one| one.arrived() == 2).count();
    assert!((hit.len() / 4..hit.len() * 3 / 4).contains(&doubled), "{doubled} of {}", hit.len());
    assert!(spared.iter().all(is_usual));
    let overtaken = |hit: &[Passage]| {
        hit.iter().any(|one| {
            let pair =
                |other: &&Passage| (other.name.from, other.name.to) == (one.name.from, one.name.to);
            let mut later = hit.iter().filter(pair).filter(|other| other.name.nth > one.name.nth);
            later.any(|other| other.ends[0].0 < one.ends[0].0)
        })
    };
    let (hit, _) = after("2 s reorder LINKS 50 %");
    assert!(hit.iter().all(|one| one.arrived() == 1) && overtaken(&hit));
    let (hit, _) = after("2 s delay LINKS 0.001 ms");
    assert!(!overtaken(&hit), "a link in order keeps the order");
}

#[test]
fn single_messages_are_dropped_delayed_and_doubled() {
    let is_it = |one: &&Passage| one.name.nth == 12 && one.name.from.place.0 == 0;
    for (act, wanted) in [
        ("1 s message-drop n1 -> n2 #12", (0, Span::ZERO)),
        ("1 s message-delay n1 -> n2 #12 2 s", (1, Span::secs(2))),
        ("1 s message-duplicate n1 -> n2 #12 500 ms", (2, Span::ZERO)),
    ] {
        let line = line(&[act], Instant(8_000_000_000));
        let of_pair = passages(&line, Instant(0), Instant(7_000_000_000));
        let pair = |one: &&Passage| {
            let (from, to) = (NodeId::new(0, 0), NodeId::new(0, 1));
            (one.name.from, one.name.to) == (from, to)
        };
        let (it, others): (Vec<_>, Vec<_>) = of_pair.iter().filter(pair).partition(is_it);
        let [it] = it[..] else { panic!("{act}: {it:?}") };
        assert_eq!(it.arrived(), wanted.0, "{act}: {it:?}");
        assert!(it.took() >= wanted.1, "{act}: {it:?}");
        assert_eq!(it.is_lost(Loss::Dropped), wanted.0 == 0, "{act}");
        let twice = || it.ends[1].0 - it.ends[0].0 == Span::millis(500);
        assert!(wanted.0 < 2 || twice(), "{act}: {it:?}");
        assert!(others.iter().all(|one| is_usual(one)), "{act}");
    }
}

/// When things happen to a host while it is watched.
fn acts_of(line: &Timeline, host: u16, from: Instant, to: Instant) -> usize {
    let steps = line.trace().steps().iter().filter(|step| (from..to).contains(&step.at()));
    let events = steps.filter(|step| match step.occurrence.cause {
        Cause::Event(pending) => {
            line.world().runtime().host_of(pending.event.node()) == HostId(host)
                && !matches!(pending.event, Event::Deliver(letter) if letter.doom.is_some())
        }
        _ => false,
    });
    events.count()
}

#[test]
fn hosts_crash_restart_stand_still_go_on_and_slow_down() {
    let (later, end) = (Instant(2_500_000_000), Instant(3_500_000_000));
    for (crash, kept) in [("2 s crash n3", true), ("2 s crash-amnesia n3", false)] {
        let down = line(&[crash], later);
        assert!(!down.world().host(HostId(2)).up);
        let to = |one: &Passage| one.name.to == NodeId::new(0, 2) && one.ends.len() == 1;
        let sent = passages(&down, STRIKES, later);
        let lost: Vec<_> = sent.iter().filter(|one| to(one)).collect();
        assert!(lost.len() > 1 && lost.iter().all(|one| one.is_lost(Loss::Down)), "{lost:?}");
        let up = line(&[crash, "2.5 s restart n3"], end);
        assert!(up.world().host(HostId(2)).up && acts_of(&up, 2, later, end) > 5);
        let wiped = line(&[&crash.replace("n3", "n1 n2 n3 n4 n5")], later);
        assert_eq!(!wiped.world().recoverable(ServiceId(0)).is_empty(), kept);
    }
    let still = line(&["2 s pause n3", "2.5 s resume n3"], end);
    assert_eq!(acts_of(&still, 2, STRIKES + Span(1), later), 0);
    assert!(acts_of(&still, 2, later, later + Span(1)) > 1, "all that fell due at once");
    let (hit, spared) = after("2 s slow n1 200 ms", |_, to| to == 0);
    assert!(hit.iter().all(|one| one.arrived() == 1 && one.took() >= Span::millis(200)));
    assert!(spared.iter().all(is_usual));
}

#[test]
fn clocks_are_set_step_drift_stand_still_and_are_set_right() {
    let (second, end) = (1_000_000_000, STRIKES + WATCHED);
    let clock = |acts: &[&str]| line(acts, end).world().host(HostId(0)).clock;
    let other = line(&["2 s clock-freeze n1"], end).world().host(HostId(1)).clock;
    assert!(other.is_true(end));
    let offset = clock(&["1 s clock-offset n1 3 s", "2 s clock-offset n1 5 s"]);
    assert_eq!((offset.wall_error(end), offset.drift_ppm()), (5 * second, 0));
    let step = clock(&["1 s clock-step n1 3 s", "2 s clock-step n1 5 s"]);
    assert_eq!((step.wall_error(end), step.drift_ppm()), (8 * second, 0));
    let shown = |clock: engine::kernel::LocalClock| clock.read(end) - clock.read(STRIKES);
    assert_eq!(shown(clock(&["2 s clock-drift n1 -500000 ppm"])), Span(500_000_000));
    assert_eq!(clock(&["2 s clock-drift n1 -500000 ppm"]).wall_error(end), -second / 2);
    assert_eq!(shown(clock(&["2 s clock-freeze n1"])), Span::ZERO);
    let frozen = line(&["2 s clock-freeze n1"], end);
    assert!(acts_of(&frozen, 0, STRIKES, end) > 1, "the host goes on working");
    let right = clock(&["1 s clock-step n1 3 s", "1 s clock-drift n1 4 %", "2 s clock-sync n1"]);
    assert!(right.is_true(end));
    let claims = clock(&["1 s clock-step n1 2 s", "2 s bound-lie n1 5 ms"]);
    assert_eq!(claims.claimed_error(), Some(Span::millis(5)));
    assert!(!claims.is_within_claim(end), "true or not");
}

#[test]
fn disks_slow_down_and_lie() {
    let flushed = |line: &Timeline| {
        let steps = line.trace().steps().iter().filter(|step| step.at() > STRIKES);
        let done = steps.filter(|step| match step.occurrence.cause {
            Cause::Event(pending) => {
                matches!(pending.event, Event::Flushed(node, _) if node == NodeId::new(0, 1))
            }
            _ => false,
        });
        done.map(|step| step.at()).collect::<Vec<_>>()
    };
    let end = Instant(4_000_000_000);
    let usual = flushed(&line(&[], end));
    let slow = flushed(&line(&["2 s disk-slow n2 700 ms"], end));
    assert!(usual[0] < Instant(2_500_000_000));
    assert!(slow.iter().all(|at| *at < STRIKES + USUAL || *at >= STRIKES + Span::millis(700)));
    let all = "n1 n2 n3 n4 n5";
    let ends_in = |acts: &[String], word| {
        let acts: Vec<&str> = acts.iter().map(String::as_str).collect();
        assert_eq!(Check::Durability.verdict(ServiceId(0), &line(&acts, end)).word(), word);
    };
    let crash = format!("3 s crash {all}");
    ends_in(std::slice::from_ref(&crash), "holds");
    ends_in(&[format!("1 s disk-lie {all} 1"), crash.clone()], "violated");
    let honest = format!("2 s disk-lie {all} 0");
    ends_in(&[format!("1 s disk-lie {all} 1"), honest, crash], "holds");
}

#[test]
fn an_operator_is_obeyed() {
    let later = STRIKES + USUAL;
    let asked = |acts: &[&str]| {
        let sent = passages(&line(acts, later), STRIKES, later);
        let by_third = sent.iter().filter(|one| one.name.from == NodeId::new(0, 2));
        by_third.map(|one| one.name.to).collect::<BTreeSet<_>>()
    };
    let (usual, ordered) = (asked(&[]), asked(&["2 s operator-action n3 start-an-election"]));
    for other in [1, 3, 4].map(|place| NodeId::new(0, place)) {
        assert!(!usual.contains(&other) && ordered.contains(&other), "it asks for votes");
    }
}

/// This file names every fault there is.
#[test]
fn no_fault_is_left_out() {
    let source = include_str!("faults.rs");
    let words: BTreeSet<_> = source.split([' ', '"', '\n']).collect();
    for kind in FaultKind::ALL {
        assert!(words.contains(kind.card().slug), "{}", kind.card().slug);
    }
}
