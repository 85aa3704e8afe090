//! Counter-based draws: each is a hash of (seed, purpose, lane, ordinal).
//!
//! So one more message or fault reshuffles nothing else. Share links depend on these values: never
//! change them.

/// What a draw is for; its lane says for which link, node or client.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// How long a message is under way.
    Latency,
    /// Whether a message is lost.
    Loss,
    /// Whether a message arrives twice.
    Duplicate,
    /// Whether a message may be overtaken.
    Reorder,
    /// How long a flush takes.
    Flush,
    /// What a node asks of chance, an election timeout say.
    Node,
    /// What clients ask for, and when.
    Workload,
    /// Where a host's monotonic clock starts.
    Clock,
    /// Faults drawn for a random run.
    Swarm,
}

/// One draw: uniform over all 64-bit numbers.
pub fn draw(seed: u64, purpose: Purpose, lane: u64, ordinal: u64) -> u64 {
    let start = seed ^ (purpose as u64 + 1).wrapping_mul(0xD605_BBB5_8C8A_BBE5);
    let lane = mix(start).wrapping_add(lane.wrapping_mul(0xA24B_AED4_963E_E407));
    mix(mix(lane).wrapping_add(ordinal.wrapping_mul(0x9E37_79B9_7F4A_7C15)))
}

/// The finalizer of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
fn mix(z: u64) -> u64 {
    let z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// The draws of one lane, one after the other.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Draws {
    seed: u64,
    purpose: Purpose,
    lane: u64,
    ordinal: u64,
}

impl Draws {
    /// From the first one on.
    pub fn new(seed: u64, purpose: Purpose, lane: u64) -> Draws {
        Draws { seed, purpose, lane, ordinal: 0 }
    }

    /// A number below `limit`; 0 if `limit` is 0.
    pub fn below(&mut self, limit: u64) -> u64 {
        scale(self.next(), limit)
    }

    /// A number from `low` to `high`, both included.
    pub fn between(&mut self, low: u64, high: u64) -> u64 {
        low + self.below(high.saturating_sub(low).saturating_add(1))
    }

    fn next(&mut self) -> u64 {
        self.ordinal += 1;
        draw(self.seed, self.purpose, self.lane, self.ordinal - 1)
    }
}

/// Maps a draw to a number below `limit` by multiplication: no division, and next to no bias.
pub(super) fn scale(draw: u64, limit: u64) -> u64 {
    ((u128::from(draw) * u128::from(limit)) >> 64) as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pinned: a share link made years ago must still give the same run.
    #[test]
    fn values_are_pinned() {
        let some = [(1, 0, 0), (7, 3, 12), (u64::MAX, 9, 1 << 40)];
        let draws = some.map(|(seed, lane, nth)| draw(seed, Purpose::Latency, lane, nth));
        assert_eq!(draws, PINNED);
    }
    const PINNED: [u64; 3] =
        [7_415_165_004_966_602_999, 15_275_225_711_378_025_016, 15_148_961_589_496_936_478];

    #[test]
    fn draws_are_spread_evenly() {
        let mut draws = Draws::new(3, Purpose::Node, 0);
        let mut tally = [0_u32; 10];
        (0..10_000).for_each(|_| tally[draws.below(10) as usize] += 1);
        assert!(tally.iter().all(|n| (900..1_100).contains(n)), "{tally:?}");
        assert!((0..100).all(|_| (5..=9).contains(&draws.between(5, 9))));
        assert_eq!(Draws::new(3, Purpose::Node, 0).below(0), 0);
    }

    #[test]
    fn neighbouring_lanes_and_purposes_share_nothing() {
        let all: std::collections::BTreeSet<u64> = (0..100)
            .flat_map(|lane| [Purpose::Loss, Purpose::Latency].map(|purpose| (purpose, lane)))
            .flat_map(|(purpose, lane)| (0..10).map(move |nth| draw(1, purpose, lane, nth)))
            .collect();
        assert_eq!(all.len(), 2_000);
    }
}
