//! One directed link between two hosts: its latency, and what ails it.
use super::random::scale;
use super::{Instant, Span};

/// Shares are counted in thousandths.
pub const PER_MILLE: u64 = 1_000;

/// How long messages are under way: the sum of a constant and two drawn parts, the one uniform, the
/// other exponential.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Latency {
    /// Never less than this.
    pub base: Span,
    /// A further, uniformly drawn part of up to this.
    pub jitter: Span,
    /// The mean of a further, exponentially distributed part.
    pub tail: Span,
}

impl Latency {
    /// Always the same.
    pub const fn fixed(base: Span) -> Latency {
        Latency { base, jitter: Span::ZERO, tail: Span::ZERO }
    }

    /// The latency that a draw stands for.
    pub fn of(&self, draw: u64) -> Span {
        let jitter = scale(draw, self.jitter.0.saturating_add(1));
        let quantile = EXPONENTIAL[(draw & 63) as usize];
        self.base + Span(jitter) + Span(self.tail.0 / 1_000 * quantile)
    }
}

/// Quantiles of the exponential distribution with mean 1,000, at the middles of 64 equal shares;
/// a table, because logarithms differ in their last bits between machines.
const EXPONENTIAL: [u64; 64] = [
    8, 24, 40, 56, 73, 90, 107, 125, 142, 160, 179, 198, 217, 237, 257, 277, 298, 319, 341, 363,
    386, 409, 433, 457, 482, 507, 534, 561, 589, 617, 646, 677, 708, 740, 774, 808, 844, 881, 919,
    959, 1_001, 1_044, 1_089, 1_137, 1_187, 1_240, 1_296, 1_355, 1_418, 1_485, 1_557, 1_634, 1_717,
    1_808, 1_909, 2_019, 2_144, 2_285, 2_447, 2_640, 2_878, 3_191, 3_642, 4_852,
];

/// What a link is like now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Link {
    /// As built.
    pub latency: Latency,
    /// Added to every message from now on.
    pub delay: Span,
    /// Drawn uniformly and added to every message from now on.
    pub jitter: Span,
    /// So many thousandths of messages are lost.
    pub loss_per_mille: u16,
    /// So many thousandths arrive twice.
    pub dup_per_mille: u16,
    /// So many thousandths may be overtaken.
    pub reorder_per_mille: u16,
    /// How many cuts lie across it: nothing passes while there is one.
    pub cuts: u16,
    /// Messages wait on it.
    pub held: bool,
    /// Messages sent on it so far.
    pub(super) sent: u64,
    /// When the last of them is due: later ones do not overtake it.
    pub(super) last_due: Instant,
}

/// What a picture of a link needs to know.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct LinkState {
    /// Nothing passes.
    pub cut: bool,
    /// Messages wait.
    pub held: bool,
    /// Slower, lossy, doubling or shuffling.
    pub impaired: bool,
}

impl Link {
    /// A link in order.
    pub fn new(latency: Latency) -> Link {
        Link {
            latency,
            delay: Span::ZERO,
            jitter: Span::ZERO,
            loss_per_mille: 0,
            dup_per_mille: 0,
            reorder_per_mille: 0,
            cuts: 0,
            held: false,
            sent: 0,
            last_due: Instant(0),
        }
    }

    /// Does anything pass?
    pub fn is_cut(&self) -> bool {
        self.cuts > 0
    }

    /// What to draw.
    pub fn state(&self) -> LinkState {
        let shares = self.loss_per_mille + self.dup_per_mille + self.reorder_per_mille;
        let impaired = self.delay > Span::ZERO || self.jitter > Span::ZERO || shares > 0;
        LinkState { cut: self.is_cut(), held: self.held, impaired }
    }

    /// As built again, but for what has been sent.
    pub(super) fn heal(&mut self) {
        *self = Link { sent: self.sent, last_due: self.last_due, ..Link::new(self.latency) };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_has_mean_one_and_rises() {
        assert!(EXPONENTIAL.is_sorted());
        let mean = EXPONENTIAL.iter().sum::<u64>() / 64;
        assert!((980..=1_020).contains(&mean), "{mean}");
    }

    #[test]
    fn latency_stays_in_its_range() {
        let latency = Latency { base: Span(10), jitter: Span(5), tail: Span::ZERO };
        let of = |draw| latency.of(draw).0;
        assert_eq!((of(0), of(u64::MAX)), (10, 15));
        assert_eq!(Latency::fixed(Span(3)).of(u64::MAX), Span(3));
    }
}
