//! Taking versions in: in any order, as often as may be, through whichever coordinator.
use super::super::{Object, Reconciliation, Version};
use super::*;
use crate::kernel::{Draws, Purpose, WallTime};
use crate::node::OpId;
use crate::parts::{Dot, VersionVector};
use std::collections::BTreeMap;
use std::rc::Rc;

const REPLICAS: u64 = 3;

/// Replicas that exchange versions by chance, and a client that puts upon what one of them holds,
/// sometimes through two coordinators at once.
struct Gossip {
    draws: Draws,
    by: Reconciliation,
    replicas: Vec<Object>,
    made: Vec<u64>,
    /// What each put had seen.
    puts: BTreeMap<i64, Vec<i64>>,
}

impl Gossip {
    fn new(seed: u64, by: Reconciliation) -> Gossip {
        let replicas = vec![Object::default(); REPLICAS as usize];
        let made = vec![0; REPLICAS as usize];
        let draws = Draws::new(seed, Purpose::Swarm, 0);
        Gossip { draws, by, replicas, made, puts: BTreeMap::new() }
    }

    fn someone(&mut self) -> usize {
        self.draws.below(REPLICAS) as usize
    }

    fn put(&mut self) {
        let read = self.someone();
        let value = self.puts.len() as i64 + 1;
        let before = self.replicas[read].values().map(|value| value.0).collect();
        self.puts.insert(value, before);
        let (past, attempts) = (self.replicas[read].seen(), 1 + self.draws.below(2));
        for _ in 0..attempts {
            let at = self.someone();
            self.attempt(at, value, &past);
        }
    }

    fn attempt(&mut self, at: usize, value: i64, past: &VersionVector) {
        let op = OpId { nth: value as u32, ..OpId::default() };
        let dot = match self.replicas[at].known(op) {
            Some((dot, _)) => dot,
            None => {
                self.made[at] += 1;
                Dot { by: Place(at as u16), nth: self.made[at] }
            }
        };
        let stamp = WallTime(self.draws.below(1_000) as i64);
        let version = Version {
            dot,
            aliases: Default::default(),
            past: past.clone(),
            op,
            value: Value(value),
            stamp,
        };
        self.replicas[at].take(&Rc::new(version), self.by);
    }

    fn exchange(&mut self, from: usize, to: usize) {
        for version in self.replicas[from].siblings().to_vec() {
            self.replicas[to].take(&version, self.by);
        }
    }

    fn settle(&mut self) {
        for _ in 0..4 {
            for (from, to) in [(0, 1), (1, 2), (2, 0), (1, 0), (2, 1), (0, 2)] {
                self.exchange(from, to);
            }
        }
    }

    fn held(&self, replica: usize) -> Vec<i64> {
        let mut held: Vec<i64> = self.replicas[replica].values().map(|value| value.0).collect();
        held.sort_unstable();
        held
    }

    /// Values that some put had seen, or that whoever saw them had.
    fn superseded(&self) -> Vec<i64> {
        let mut all: Vec<i64> = self.puts.values().flatten().copied().collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}

#[test]
fn replicas_that_exchange_everything_hold_what_nobody_has_superseded() {
    for seed in 0..2_000 {
        let mut gossip = Gossip::new(seed, Reconciliation::Vector);
        for _ in 0..12 {
            match gossip.draws.below(2) {
                0 => gossip.put(),
                _ => {
                    let (from, to) = (gossip.someone(), gossip.someone());
                    gossip.exchange(from, to);
                }
            }
        }
        gossip.settle();
        let superseded = gossip.superseded();
        let lives = |value: &&i64| !superseded.contains(value);
        let expected: Vec<i64> = gossip.puts.keys().filter(lives).copied().collect();
        for replica in 0..REPLICAS as usize {
            assert_eq!(gossip.held(replica), expected, "seed {seed}, replica {replica}");
        }
    }
}

#[test]
fn where_the_last_writer_wins_all_end_with_one_value() {
    for seed in 0..500 {
        let mut gossip = Gossip::new(seed, Reconciliation::LastWriter);
        for _ in 0..12 {
            gossip.put();
            let (from, to) = (gossip.someone(), gossip.someone());
            gossip.exchange(from, to);
        }
        gossip.settle();
        let held = gossip.held(0);
        assert_eq!(held.len(), 1);
        assert!((1..REPLICAS as usize).all(|replica| gossip.held(replica) == held), "{seed}");
    }
}

/// With vectors alone the second one would look as if it had seen the first: "Dotted Version
/// Vectors" (2010), section 3.
#[test]
fn concurrent_puts_through_one_coordinator_are_siblings() {
    let clients = vec![asks(0, &[(500, put(1))]), asks(0, &[(500, put(2))])];
    let line = crate::testing::play(
        ring(1, 3, clients, |setup| setup),
        Vec::new(),
        crate::testing::millis(1_000),
    );
    assert_eq!(values(&line, 0), [1, 2]);
}
