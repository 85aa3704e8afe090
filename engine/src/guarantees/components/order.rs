//! In which order operations seem to happen.
use super::{Forbidden, Phenomenon};

/// What an order can be seen to break. The session inversions are those of Terry et al., "Session
/// Guarantees for Weakly Consistent Replicated Data" (PDIS 1994).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OrderPhenomenon {
    /// A session reads, and misses what it wrote before.
    ReadYourWritesInversion,
    /// A session reads, and misses what it had read before.
    MonotonicReadsInversion,
    /// Somebody sees a session's later write and misses its earlier one.
    MonotonicWritesInversion,
    /// Somebody sees a write and misses one that its writer had read: a causal inversion that no
    /// session can see by itself.
    WritesFollowReadsInversion,
    /// Two observers see two writes in opposite orders, or one sees a write without all that comes
    /// before it.
    OrderDisagreement,
    /// A read misses a write to the same object that was acknowledged before the read began.
    StaleRead,
    /// Of two reads of an object, one after the other, the later sees the older value: what sets a
    /// regular register apart from an atomic one (Lamport, "On Interprocess Communication", 1986).
    NewOldInversion,
    /// Somebody sees a write and misses one to another object that had been acknowledged before
    /// the first began: causal reverse, a real-time inversion across objects.
    CausalReverse,
}

/// In which order operations seem to happen.
///
/// A causal inversion is always one of the four session inversions (Brzeziński, Sobaniec and
/// Wawrzyniak, "From Session Causality to Causal Consistency", 2004), so it has no bit of its own.
/// Who reads prefixes of one order cannot break "writes follow reads": a write that was not yet
/// asked for stands in no prefix that had been read before.
pub type Order = Forbidden<OrderPhenomenon>;

use OrderPhenomenon as P;

const fn bit(phenomenon: OrderPhenomenon) -> u16 {
    1 << phenomenon as u16
}

impl Order {
    /// No order at all.
    pub const NONE: Order = Order::NOTHING;
    /// Read your writes.
    pub const RYW: Order = Order::closure(bit(P::ReadYourWritesInversion));
    /// Monotonic reads.
    pub const MR: Order = Order::closure(bit(P::MonotonicReadsInversion));
    /// Monotonic writes.
    pub const MW: Order = Order::closure(bit(P::MonotonicWritesInversion));
    /// Writes follow reads.
    pub const WFR: Order = Order::closure(bit(P::WritesFollowReadsInversion));
    /// Pipelined RAM: everybody sees each session's writes in its order. Lipton and Sandberg
    /// (1988); as the join of three session guarantees, Brzeziński et al. (2003).
    pub const PRAM: Order = Order::RYW.join(Order::MR).join(Order::MW);
    /// Causal: effects are not seen without their causes. Ahamad et al. (1995).
    pub const CAUSAL: Order = Order::PRAM.join(Order::WFR);
    /// Every read sees a beginning of one order of all writes. Terry (CACM 2013).
    pub const PREFIX: Order = Order::closure(bit(P::OrderDisagreement));
    /// Sequential: one order for all, which keeps each session's own. Lamport (1979).
    pub const SEQ: Order = Order::PREFIX.join(Order::PRAM);
    /// A regular register: no read misses what was acknowledged before it began.
    pub const REGULAR: Order = Order::closure(bit(P::StaleRead));
    /// Linearizable, object by object. Herlihy and Wing (TOPLAS 1990).
    pub const LX: Order = Order::REGULAR.join(Order::closure(bit(P::NewOldInversion)));
    /// Strictly serializable, across objects. Papadimitriou (1979).
    pub const SS: Order = Order::SEQ.join(Order::LX).join(Order::closure(bit(P::CausalReverse)));
}

impl Phenomenon for OrderPhenomenon {
    const COMPONENT: &'static str = "Order";
    const ALL: &'static [OrderPhenomenon] = &[
        P::ReadYourWritesInversion,
        P::MonotonicReadsInversion,
        P::MonotonicWritesInversion,
        P::WritesFollowReadsInversion,
        P::OrderDisagreement,
        P::StaleRead,
        P::NewOldInversion,
        P::CausalReverse,
    ];
    const CASES: &'static [u16] = &[0, 0, 0, 0, bit(P::WritesFollowReadsInversion), 0, 0, 0];
    const NAMED: &'static [(&'static str, Order)] = &[
        ("None", Order::NONE),
        ("RYW", Order::RYW),
        ("MR", Order::MR),
        ("MW", Order::MW),
        ("WFR", Order::WFR),
        ("PRAM", Order::PRAM),
        ("Causal", Order::CAUSAL),
        ("Prefix", Order::PREFIX),
        ("Seq", Order::SEQ),
        ("Regular", Order::REGULAR),
        ("Lx", Order::LX),
        ("SS", Order::SS),
    ];
    const SHOWN: &'static [&'static str] = &["None", "Causal", "Lx", "SS"];

    fn number(self) -> u16 {
        self as u16
    }

    fn name(self) -> &'static str {
        match self {
            P::ReadYourWritesInversion => "read-your-writes-inversion",
            P::MonotonicReadsInversion => "monotonic-reads-inversion",
            P::MonotonicWritesInversion => "monotonic-writes-inversion",
            P::WritesFollowReadsInversion => "writes-follow-reads-inversion",
            P::OrderDisagreement => "order-disagreement",
            P::StaleRead => "stale-read",
            P::NewOldInversion => "new-old-inversion",
            P::CausalReverse => "causal-reverse",
        }
    }
}
