//! What can be seen of a world at one moment: plain data for whoever draws or tells it.
use super::World;
use crate::evidence::{Epoch, Evidence, Kind, State};
use crate::kernel::{
    Cut, Event, EventId, HostId, Instant, LinkState, Loss, MessageName, NodeId, Span, WallTime,
};
use crate::modes::{ClassId, Stance};
use crate::node::{Caption, Obligations};
use crate::observation::Observation;

/// Everything on the stage.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    /// The instant of the picture.
    pub at: Instant,
    /// Machines, by number.
    pub hosts: Vec<HostView>,
    /// Nodes, service by service.
    pub nodes: Vec<NodeView>,
    /// Messages under way, in the order in which they arrive.
    pub messages: Vec<MessageView>,
    /// Boundaries that nothing crosses.
    pub cuts: Vec<Cut>,
    /// Links that are not as built.
    pub links: Vec<LinkView>,
}

/// A machine.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HostView {
    /// Which.
    pub id: HostId,
    /// Running, or at least not crashed.
    pub up: bool,
    /// Stands still.
    pub paused: bool,
    /// It takes so much longer over every message.
    pub slow: Span,
    /// Its disks take so much longer over every flush.
    pub disk_slow: Span,
    /// What its wall clock shows.
    pub wall: WallTime,
    /// How far that is ahead of true time, in nanoseconds.
    pub wall_error: i64,
    /// How wrong it claims to be at most.
    pub claims: Option<Span>,
    /// How far from true its clocks run, in parts per million.
    pub drift_ppm: i64,
}

/// A node.
#[derive(Clone, Debug, PartialEq)]
pub struct NodeView {
    /// Which.
    pub id: NodeId,
    /// On which machine.
    pub host: HostId,
    /// How it looks; nothing while it is down.
    pub looks: Option<Observation>,
    /// What it still has to do.
    pub obligations: Option<Obligations>,
    /// Its disk has reported as kept what a crash would lose.
    pub disk_has_lied: bool,
    /// Where it stands, class by class; nothing where it claims nothing.
    pub rows: Vec<Option<Stance>>,
    /// Acts of its under way that nothing protects, with where they stand.
    pub acts: Vec<(EventId, ClassId, Stance)>,
    /// All evidence that it holds, or that was given to it.
    pub items: Vec<ItemView>,
}

/// One item of evidence, for its holder and in truth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ItemView {
    /// What is claimed.
    pub kind: Kind,
    /// By whom.
    pub issuer: NodeId,
    /// To whom.
    pub holder: NodeId,
    /// Under which binding, as the holder has it, or as it was last given.
    pub epoch: Epoch,
    /// Does the holder hold it?
    pub held: bool,
    /// When the holder last took it in.
    pub renewed: Instant,
    /// Its state for the holder.
    pub believed: State,
    /// From when until when it counts for the holder.
    pub believed_span: (Instant, Instant),
    /// Its state by the word of its issuer.
    pub truth: State,
    /// From when until when its issuer stands by it.
    pub truth_span: (Instant, Instant),
}

/// A message under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MessageView {
    /// The event of its arrival.
    pub event: EventId,
    /// Its name.
    pub name: MessageName,
    /// How it is called.
    pub caption: Caption,
    /// When it set out.
    pub sent: Instant,
    /// When it arrives, or is lost.
    pub due: Instant,
    /// Why it will be lost, if that is settled.
    pub doom: Option<Loss>,
    /// It waits: its link is held, or its receiver stands still.
    pub waits: bool,
    /// It is an act that nothing protects.
    pub stance: Option<Stance>,
}

/// A link that is not as built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LinkView {
    /// Its beginning.
    pub from: HostId,
    /// Its end.
    pub to: HostId,
    /// What ails it.
    pub state: LinkState,
}

impl World {
    /// A picture of the world at an instant, which must not be after its next event.
    pub fn frame(&self, at: Instant) -> Frame {
        let at = at.max(self.now());
        let network = &self.runtime.network;
        let links = network.pairs().filter_map(|(from, to)| {
            let state = network.link(from, to).state();
            (state != LinkState::default()).then_some(LinkView { from, to, state })
        });
        Frame {
            at,
            hosts: self.hosts().map(|host| self.host_view(host, at)).collect(),
            nodes: self.nodes().map(|node| self.node_view(node, at)).collect(),
            messages: self.messages(),
            cuts: network.cuts().collect(),
            links: links.collect(),
        }
    }

    /// All nodes, service by service.
    pub fn nodes(&self) -> impl Iterator<Item = NodeId> {
        self.services().flat_map(|service| self.members(service))
    }

    fn host_view(&self, id: HostId, at: Instant) -> HostView {
        let host = self.host(id);
        HostView {
            id,
            up: host.up,
            paused: host.paused.is_some(),
            slow: host.slow,
            disk_slow: host.disk_slow,
            wall: host.clock.wall(at),
            wall_error: host.clock.wall_error(at),
            claims: host.clock.claimed_error(),
            drift_ppm: host.clock.drift_ppm(),
        }
    }

    fn node_view(&self, id: NodeId, at: Instant) -> NodeView {
        let cluster = self.cluster(id.service);
        let modes = self.modes(id.service);
        let acts = modes.errands().filter_map(|(event, errand, stance)| {
            (errand.by == id).then_some((event, errand.class, stance?))
        });
        NodeView {
            id,
            host: self.runtime.host_of(id),
            looks: cluster.observe(id.place),
            obligations: cluster.obligations(id.place),
            disk_has_lied: cluster.disk_has_lied(id.place),
            rows: modes.matrix().ids().map(|class| modes.stance(id.place, class)).collect(),
            acts: acts.collect(),
            items: self.items(id, at),
        }
    }

    fn items(&self, holder: NodeId, at: Instant) -> Vec<ItemView> {
        let complete = |kind| self.is_complete(holder, kind, at);
        let items = self.ledger(holder.service).portraits(holder.place, at, complete);
        items
            .map(|portrait| ItemView {
                kind: portrait.kind,
                issuer: holder.peer(portrait.issuer),
                holder,
                epoch: portrait.epoch,
                held: portrait.held,
                renewed: portrait.renewed,
                believed: portrait.believed.0,
                believed_span: portrait.believed.1,
                truth: portrait.truth.0,
                truth_span: portrait.truth.1,
            })
            .collect()
    }

    fn messages(&self) -> Vec<MessageView> {
        let pending = self.runtime.queue.iter();
        let letters = pending.filter_map(|pending| match pending.event {
            Event::Deliver(letter) => Some((pending, letter)),
            _ => None,
        });
        let view = letters.map(|(pending, letter)| {
            let service = letter.name.to.service;
            let parcel = self.runtime.post.get(&pending.id);
            let caption = parcel.map(|parcel| parcel.caption());
            let caption = caption.or_else(|| self.cluster(service).caption(pending.id));
            let mut acts = self.modes(service).errands();
            MessageView {
                event: pending.id,
                name: letter.name,
                caption: caption.unwrap_or_default(),
                sent: letter.sent,
                due: pending.due,
                doom: letter.doom,
                waits: self.runtime.queue.is_aside(pending.id),
                stance: acts.find(|(id, ..)| *id == pending.id).and_then(|(.., stance)| stance),
            }
        });
        view.collect()
    }
}

impl ItemView {
    /// The item itself.
    pub fn item(&self) -> Evidence {
        let ItemView { kind, issuer, holder, epoch, .. } = *self;
        Evidence { kind, issuer, holder, epoch }
    }
}
