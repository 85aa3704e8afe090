//! Links that nobody's page has made: some cannot be read, some do not fit, none does harm.
mod common;
use common::book::{all, slow_clock};
use engine::faults::{Fault, FaultKind, Target};
use engine::kernel::{Draws, HostSet, Instant, MessageName, NodeId, Purpose, digest};
use engine::scenario::{
    Link, Marks, Run, Scenario, VERSION, decode, encode, parse_script, wild_run, write_script,
};
use engine::timeline::{Act, Script};

const INPUTS: u64 = 1_000_000;
/// So many runs that fit are played, each for so many steps.
const PLAYED: usize = 300;
const STEPS: usize = 1_500;
/// No honest run takes as many steps in one instant.
const AT_ONCE: usize = 500;
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

fn link(run: Run) -> Link {
    let played = Instant(7_000_000);
    let marks = Marks { played, acts: vec![1, 2, 3], instants: (4..12).collect() };
    Link { engine: VERSION.into(), run, at: Some(Instant(5_000_000)), marks }
}

/// What some bytes are as a code, with the checksum that belongs to them.
fn sealed(bytes: &[u8]) -> String {
    let checksum = digest(&bytes.to_vec()) as u16;
    let bytes = [bytes, &checksum.to_le_bytes()].concat();
    let letter = |chunk: &[u8], place: usize| {
        let word = chunk.iter().fold(0, |word, byte| word << 8 | u32::from(*byte));
        let word = word << (8 * (3 - chunk.len()));
        char::from(LETTERS[(word >> (18 - 6 * place) & 63) as usize])
    };
    bytes.chunks(3).flat_map(|chunk| (0..=chunk.len()).map(move |at| letter(chunk, at))).collect()
}

/// The bytes of a code, without their checksum.
fn opened(code: &str) -> Vec<u8> {
    let value = |letter: u8| LETTERS.iter().position(|known| *known == letter).expect("a letter");
    let bits = code.bytes().flat_map(|letter| {
        let value = value(letter);
        (0..6).rev().map(move |bit| (value >> bit & 1) as u8)
    });
    let bits: Vec<u8> = bits.collect();
    let bytes = bits.chunks_exact(8).map(|bits| bits.iter().fold(0, |byte, bit| byte << 1 | bit));
    let bytes: Vec<u8> = bytes.collect();
    bytes[..bytes.len() - 2].to_vec()
}

fn noise(draws: &mut Draws) -> Vec<u8> {
    (0..draws.below(60)).map(|_| draws.below(256) as u8).collect()
}

fn scrambled(mut bytes: Vec<u8>, draws: &mut Draws) -> Vec<u8> {
    for _ in 0..=draws.below(3) {
        let at = draws.below(bytes.len().max(1) as u64) as usize;
        match (at < bytes.len(), draws.below(6)) {
            (false, _) => bytes.push(draws.below(256) as u8),
            (_, 0 | 1) => bytes[at] = draws.below(256) as u8,
            (_, 2) => bytes[at] ^= 1 << draws.below(8),
            (_, 3) => bytes.insert(at, draws.below(256) as u8),
            (_, 4) => _ = bytes.remove(at),
            _ => bytes.truncate(at),
        }
    }
    bytes
}

/// A code that has been meddled with, in one of several ways.
fn hostile(honest: &[String], bytes: &[Vec<u8>], draws: &mut Draws) -> String {
    let nth = draws.below(honest.len() as u64) as usize;
    match draws.below(8) {
        0 => honest[nth][..draws.below(honest[nth].len() as u64) as usize].to_owned(),
        1 => sealed(&noise(draws)),
        2 => String::from_utf8_lossy(&noise(draws)).into(),
        3 => String::from_utf8_lossy(&scrambled(honest[nth].clone().into(), draws)).into(),
        _ => sealed(&scrambled(bytes[nth].clone(), draws)),
    }
}

/// Plays some steps. Time must go on.
fn play(scenario: &Scenario, run: &Run) {
    let mut line = run.timeline(scenario);
    let (mut instant, mut at_once) = (line.now(), 0);
    for _ in 0..STEPS {
        if !line.advance(Instant(0) + scenario.length) {
            break;
        }
        at_once = if line.now() == instant { at_once + 1 } else { 0 };
        instant = line.now();
        assert!(at_once < AT_ONCE, "time stands still at {instant}: {run:?}");
    }
    for (service, check) in &scenario.checks {
        check.verdict(*service, &line);
    }
    let _ = line.world().frame(line.now());
}

#[test]
fn a_million_strange_codes_do_no_harm() {
    let scenario = slow_clock();
    let honest: Vec<_> = (0..60).map(|seed| encode(&link(wild_run(&scenario, seed)))).collect();
    let bytes: Vec<_> = honest.iter().map(|code| opened(code)).collect();
    assert_eq!(sealed(&bytes[0]), honest[0], "codes are put together as the engine does it");
    let mut draws = Draws::new(1, Purpose::Swarm, 7);
    let (mut read, mut fits, mut played) = (0, 0, 0);
    for _ in 0..INPUTS {
        let Ok(link) = decode(&hostile(&honest, &bytes, &mut draws)) else { continue };
        read += 1;
        if link.run.scenario != scenario.id || link.misfit(&scenario).is_some() {
            continue;
        }
        fits += 1;
        if fits % 100 == 0 {
            assert_eq!(decode(&encode(&link)).as_ref(), Ok(&link));
            let text = write_script(&scenario, &link.run, link.at);
            assert!(parse_script(&scenario, &text).is_ok(), "{text}");
            if played < PLAYED {
                play(&scenario, &link.run);
                played += 1;
            }
        }
    }
    assert!(read > 100_000 && fits > 40_000 && played == PLAYED, "{read} {fits} {played}");
}

#[test]
fn what_is_written_is_read_back() {
    for scenario in all() {
        let stages = (0..scenario.stages.len()).map(|stage| Run::of_stage(&scenario, stage));
        for run in stages.chain((0..500).map(|seed| wild_run(&scenario, seed))) {
            let link = link(run);
            assert_eq!(link.misfit(&scenario), None, "{link:?}");
            assert_eq!(decode(&encode(&link)), Ok(link));
        }
    }
    let far = Link { at: Some(Instant(u64::MAX)), ..Link::default() };
    assert_eq!(decode(&encode(&far)).map(|link| link.at), Ok(Some(Instant(u64::MAX - 1))));
}

/// Whatever number a link carries where one is expected: it does not fit, or it does no harm.
#[test]
fn extreme_numbers_do_no_harm() {
    for scenario in all() {
        let cards =
            scenario.cast.services.iter().flat_map(|info| {
                info.card.settings.iter().map(move |card| (info.name.as_str(), card))
            });
        let network = engine::scenario::NETWORK.iter().map(|card| ("network", card));
        for (service, card) in cards.chain(network) {
            let (least, most) = card.range;
            for value in [i64::MIN, least - 1, least, most, most + 1, i64::MAX] {
                let name = format!("{service}.{}", card.name);
                let mut run = Run::of_stage(&scenario, 0);
                run.change = run.change.set("network.latency", 0).set("network.jitter", 0);
                run.change = run.change.set("network.flush", 0).set(&name, value);
                let fits = link(run.clone()).misfit(&scenario).is_none();
                assert_eq!(fits, (least..=most).contains(&value), "{name} {value}");
                if fits {
                    play(&scenario, &run);
                }
            }
        }
    }
}

#[test]
fn what_a_scenario_does_not_know_is_named() {
    let scenario = slow_clock();
    let said = |change: &dyn Fn(&mut Run)| {
        let mut run = Run::of_stage(&scenario, 0);
        change(&mut run);
        link(run).misfit(&scenario).expect("it does not fit")
    };
    let expect = |part: &str, change: &dyn Fn(&mut Run)| {
        let said = said(change);
        assert!(said.starts_with("The link does not fit this lab: ") && said.ends_with('.'));
        assert!(said.contains(part) && !said.contains('\n'), "{said}");
    };
    let set = |name: &'static str, value| {
        move |run: &mut Run| run.change = run.change.clone().set(name, value)
    };
    expect("no stage 4", &|run| run.stage = 3);
    expect("no setting `a b`", &set("a\nb", 1));
    expect("`0 ns` is not between 5 ms and 10 s", &set("register.heartbeat", 0));
    expect("is not between", &set("register.reads", 99));
    expect("no guard `x.y`", &|run| run.change = run.change.clone().guard("x.y", false));
    let act = |kind, target, amount| {
        move |run: &mut Run| {
            let at = Instant(1_000_000_000);
            run.script = Script::new(vec![Act { at, fault: Fault { kind, target, amount } }]);
        }
    };
    let (one, all) = (HostSet::first(1), HostSet::first(8));
    let step = |amount| act(FaultKind::ClockStep, Target::Hosts(one), amount);
    expect("is not between -600 s and 600 s", &step(i64::MAX));
    expect("is not between -600 s and 600 s", &step(i64::MIN));
    expect("`heal`", &act(FaultKind::Heal, Target::Hosts(one), 0));
    expect("`cut` does not strike such a target", &act(FaultKind::Cut, Target::All, 0));
    expect("is not between 0 and 0", &act(FaultKind::Crash, Target::Hosts(one), 1));
    let sides = |a, b| act(FaultKind::Cut, Target::Sides(a, b), 0);
    expect("on both sides", &sides(all, one));
    expect("strikes no host", &sides(HostSet::EMPTY, one));
    expect("a host that is not there", &sides(HostSet::first(9).minus(all), one));
    let (there, gone) = (NodeId::new(0, 0), NodeId::new(0, 9));
    let order = |node, order| act(FaultKind::OperatorAction, Target::Node(node), order);
    expect("a node that is not there", &order(gone, 0));
    expect("is not between 0 and 1", &order(there, 2));
    let name = MessageName { from: there, to: gone, nth: 1 };
    expect("a node that is not there", &act(FaultKind::MessageDrop, Target::Message(name), 0));
}
