//! Directed links between hosts, and what becomes of each message that is sent on one.
use super::random::scale;
use super::sorted::{SortedMap, SortedSet};
use super::{
    HostId, HostSet, Instant, Latency, Link, LinkState, MessageName, PER_MILLE, Purpose, Span, draw,
};

/// Why something that set out came to nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Loss {
    /// The link was cut when it set out or when it should have arrived.
    Cut,
    /// Chance, on a lossy link.
    Chance,
    /// Somebody dropped this very message.
    Dropped,
    /// The receiver was down.
    Down,
    /// Another copy had been taken in.
    Repeated,
}

impl Loss {
    /// In a few words.
    pub const fn name(self) -> &'static str {
        match self {
            Loss::Cut => "lost at the cut",
            Loss::Chance => "lost by chance",
            Loss::Dropped => "dropped",
            Loss::Down => "nobody was up to take it",
            Loss::Repeated => "set aside as a copy",
        }
    }
}

/// What is in store for one message that somebody singled out before it was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fated {
    /// It will not arrive.
    Drop,
    /// It will take longer.
    Delay(Span),
    /// It will arrive once more, so much later.
    Duplicate(Span),
}

/// What becomes of a message: when each copy is due, or why none arrives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fate {
    /// When it arrives, or where it is lost.
    pub due: Instant,
    /// Why it is lost.
    pub doom: Option<Loss>,
    /// When a second copy arrives.
    pub twin: Option<Instant>,
}

/// A boundary that nothing crosses: between two sides, or from the first to the second only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cut {
    /// One side.
    pub from: HostSet,
    /// The other.
    pub to: HostSet,
    /// Words still pass from the second to the first.
    pub one_way: bool,
}

impl Cut {
    /// The directed links that it severs.
    pub fn links(self) -> impl Iterator<Item = (HostId, HostId)> {
        let there = self.from.iter().flat_map(move |a| self.to.iter().map(move |b| (a, b)));
        let both = there.flat_map(move |(a, b)| [Some((a, b)), (!self.one_way).then_some((b, a))]);
        both.flatten().filter(|(a, b)| a != b)
    }

    /// Is this directed link among them?
    pub fn severs(self, from: HostId, to: HostId) -> bool {
        let there = |a, b| self.from.contains(a) && self.to.contains(b);
        from != to && (there(from, to) || !self.one_way && there(to, from))
    }
}

/// A matrix of links, the cuts across them, and the messages that are singled out.
#[derive(Clone, Debug, Hash)]
pub struct Network {
    seed: u64,
    hosts: u16,
    links: Vec<Link>,
    cuts: SortedSet<Cut>,
    fated: SortedMap<MessageName, Fated>,
}

impl Network {
    /// A message to a node on the same host takes this long.
    const LOCAL: Latency = Latency::fixed(Span::micros(50));

    /// Every pair of hosts has a link each way.
    pub fn new(seed: u64, hosts: u16, latency: Latency) -> Network {
        let pairs = (0..hosts).flat_map(|from| (0..hosts).map(move |to| (from, to)));
        let links = pairs.map(|(from, to)| match from == to {
            true => Link::new(Network::LOCAL),
            false => Link::new(latency),
        });
        Network {
            seed,
            hosts,
            links: links.collect(),
            cuts: SortedSet::new(),
            fated: SortedMap::new(),
        }
    }

    /// One link.
    pub fn link(&self, from: HostId, to: HostId) -> &Link {
        &self.links[self.lane(from, to)]
    }

    /// One link, to be changed.
    pub fn link_mut(&mut self, from: HostId, to: HostId) -> &mut Link {
        let lane = self.lane(from, to);
        &mut self.links[lane]
    }

    /// Every pair of different hosts.
    pub fn pairs(&self) -> impl Iterator<Item = (HostId, HostId)> + use<> {
        let hosts = self.hosts;
        let pairs = (0..hosts).flat_map(move |from| (0..hosts).map(move |to| (from, to)));
        pairs.filter(|(from, to)| from != to).map(|(from, to)| (HostId(from), HostId(to)))
    }

    /// Can words pass in both directions now?
    pub fn connects(&self, a: HostId, b: HostId) -> bool {
        let open = |link: &Link| !link.is_cut() && !link.held;
        a == b || open(self.link(a, b)) && open(self.link(b, a))
    }

    /// The cuts that are there now.
    pub fn cuts(&self) -> impl Iterator<Item = Cut> {
        self.cuts.iter().copied()
    }

    /// Nothing crosses the cut any more. Was it not there before?
    pub fn cut(&mut self, cut: Cut) -> bool {
        let new = cut.links().next().is_some() && self.cuts.insert(cut);
        if new {
            cut.links().for_each(|(from, to)| self.link_mut(from, to).cuts += 1);
        }
        new
    }

    /// The cut is gone. Was it there?
    pub fn mend(&mut self, cut: Cut) -> bool {
        let there = self.cuts.remove(&cut);
        if there {
            cut.links().for_each(|(from, to)| self.link_mut(from, to).cuts -= 1);
        }
        there
    }

    /// All links are as built again. Were they not before?
    pub fn heal(&mut self) -> bool {
        let ailing = self.links.iter().any(|link| link.state() != LinkState::default());
        self.cuts.clear();
        self.links.iter_mut().for_each(Link::heal);
        ailing
    }

    /// Settles what will become of a message that has not been sent yet.
    pub fn single_out(&mut self, name: MessageName, fated: Fated) {
        self.fated.insert(name, fated);
    }

    /// What becomes of a message that sets out now.
    pub fn send(&mut self, name: MessageName, from: HostId, to: HostId, now: Instant) -> Fate {
        let fated = if self.fated.is_empty() { None } else { self.fated.remove(&name) };
        let (seed, lane) = (self.seed, self.lane(from, to));
        let link = &mut self.links[lane];
        let nth = link.sent;
        link.sent += 1;
        let of = |purpose| draw(seed, purpose, lane as u64, nth);
        let chance = |per_mille: u16, purpose| {
            per_mille > 0 && scale(of(purpose), PER_MILLE) < u64::from(per_mille)
        };
        let drawn = of(Purpose::Latency);
        let extra =
            link.delay + Span(scale(drawn.rotate_left(17), link.jitter.0.saturating_add(1)));
        let mut due = now + link.latency.of(drawn) + extra;
        if let Some(Fated::Delay(by)) = fated {
            due = due + by;
        } else if chance(link.reorder_per_mille, Purpose::Reorder) {
            due = due + link.latency.base + link.latency.base;
        } else {
            due = due.max(link.last_due + Span(1));
            link.last_due = due;
        }
        let doom = match fated {
            _ if link.is_cut() => Some(Loss::Cut),
            Some(Fated::Drop) => Some(Loss::Dropped),
            _ => chance(link.loss_per_mille, Purpose::Loss).then_some(Loss::Chance),
        };
        let twin = match fated {
            Some(Fated::Duplicate(after)) => Some(due + after),
            _ if chance(link.dup_per_mille, Purpose::Duplicate) => Some(due + link.latency.base),
            _ => None,
        };
        Fate { due, doom, twin: twin.filter(|_| doom.is_none()) }
    }

    fn lane(&self, from: HostId, to: HostId) -> usize {
        from.index() * usize::from(self.hosts) + to.index()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::NodeId;

    const A: HostId = HostId(0);
    const B: HostId = HostId(1);

    fn network() -> Network {
        let latency = Latency { base: Span::millis(1), jitter: Span::millis(4), tail: Span::ZERO };
        Network::new(7, 3, latency)
    }

    fn name(nth: u32) -> MessageName {
        MessageName { from: NodeId::new(0, 0), to: NodeId::new(0, 1), nth }
    }

    fn fates(network: &mut Network, count: u32) -> Vec<Fate> {
        (1..=count).map(|nth| network.send(name(nth), A, B, Instant(u64::from(nth)))).collect()
    }

    #[test]
    fn a_link_keeps_its_order_unless_told_to_shuffle() {
        let mut orderly = network();
        assert!(fates(&mut orderly, 200).is_sorted_by_key(|fate| fate.due));
        let mut shuffled = network();
        shuffled.link_mut(A, B).reorder_per_mille = 300;
        assert!(!fates(&mut shuffled, 200).is_sorted_by_key(|fate| fate.due));
    }

    #[test]
    fn loss_on_one_link_changes_nothing_on_another() {
        let (mut healthy, mut lossy) = (network(), network());
        lossy.link_mut(A, B).loss_per_mille = 500;
        let lost = fates(&mut lossy, 400).iter().filter(|f| f.doom == Some(Loss::Chance)).count();
        assert!((160..240).contains(&lost), "{lost} of 400");
        let back = |network: &mut Network| network.send(name(1), B, A, Instant(5));
        fates(&mut healthy, 3);
        assert_eq!(back(&mut healthy), back(&mut lossy));
    }

    #[test]
    fn one_message_can_be_singled_out_before_it_is_sent() {
        let mut network = network();
        network.single_out(name(2), Fated::Drop);
        network.single_out(name(3), Fated::Duplicate(Span(5)));
        network.single_out(name(4), Fated::Delay(Span::secs(1)));
        let fates = fates(&mut network, 5);
        let dooms: Vec<_> = fates.iter().map(|fate| fate.doom).collect();
        assert_eq!(dooms, [None, Some(Loss::Dropped), None, None, None]);
        assert_eq!(fates[2].twin, Some(fates[2].due + Span(5)));
        assert!(fates[3].due > fates[4].due);
    }

    #[test]
    fn a_cut_in_one_direction_leaves_the_other_open() {
        let mut network = network();
        let cut =
            |one_way| Cut { from: HostSet::EMPTY.with(A), to: HostSet::EMPTY.with(B), one_way };
        assert!(network.cut(cut(true)) && !network.cut(cut(true)));
        assert_eq!(network.send(name(1), A, B, Instant(0)).doom, Some(Loss::Cut));
        assert_eq!(network.send(name(1), B, A, Instant(0)).doom, None);
        assert!(!network.connects(A, B) && network.connects(A, HostId(2)));
        assert!(network.cut(cut(false)) && network.mend(cut(true)) && !network.mend(cut(true)));
        assert!(!network.connects(A, B), "one cut is still there");
        assert!(network.heal() && !network.heal());
        assert!(network.connects(A, B) && network.cuts().next().is_none());
    }
}
