//! Mechanisms and their nodes as the world deals with them: whatever they are.
use super::{Card, Kept, Node, Obligations, Outbox, Protocol, Recoverable, Request, RequestId};
use super::{Response, Sealed, Setup, Ticket, Tray, look, open};
use crate::evidence::Evidence;
use crate::kernel::{Chunks, FlushToken, LocalTime, NodeId};
use crate::modes::{ClassId, ModeMatrix};
use crate::observation::Observation;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::rc::Rc;

/// What a node is told, so that it acts.
pub enum Told {
    /// A message of another node, which its mechanism opens.
    Message(NodeId, Rc<dyn Sealed>),
    /// The name of a timer that fires.
    Timer(Rc<dyn Sealed>),
    /// What was written before this flush is kept, says the disk.
    Flushed(FlushToken),
    /// Somebody asks.
    Request(Ticket, Request),
    /// An answer comes.
    Response(RequestId, Response),
    /// An operator orders this.
    Order(u8),
}

/// A node of any mechanism.
pub trait Occupant: Sealed {
    /// It acts.
    fn told(&mut self, told: Told, tray: Tray) -> Tray;
    /// As [`Node::upholds`].
    fn upholds(&self, item: &Evidence) -> LocalTime;
    /// As [`Node::claims`].
    fn claims(&self, class: ClassId) -> bool;
    /// As [`Node::obligations`].
    fn obligations(&self) -> Option<Obligations>;
    /// As [`Node::observe`].
    fn observe(&self) -> Observation;
    /// Another one, equal.
    fn duplicate(&self) -> Box<dyn Occupant>;
}

impl Hash for dyn Occupant {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.write_into(state);
    }
}

impl<N: Node> Occupant for N {
    fn told(&mut self, told: Told, tray: Tray) -> Tray {
        let mut out = Outbox::from(tray);
        match told {
            Told::Message(from, message) => {
                if let Some(message) = open(message) {
                    self.on_message(from, Rc::unwrap_or_clone(message), &mut out);
                }
            }
            Told::Timer(timer) => {
                if let Some(timer) = look(timer.as_ref()) {
                    self.on_timer(*timer, &mut out);
                }
            }
            Told::Flushed(token) => self.on_flushed(token, &mut out),
            Told::Request(ticket, request) => self.on_request(ticket, request, &mut out),
            Told::Response(id, response) => self.on_response(id, response, &mut out),
            Told::Order(order) => self.on_order(order, &mut out),
        }
        out.into_tray()
    }

    fn upholds(&self, item: &Evidence) -> LocalTime {
        Node::upholds(self, item)
    }

    fn claims(&self, class: ClassId) -> bool {
        Node::claims(self, class)
    }

    fn obligations(&self) -> Option<Obligations> {
        Node::obligations(self)
    }

    fn observe(&self) -> Observation {
        Node::observe(self)
    }

    fn duplicate(&self) -> Box<dyn Occupant> {
        Box::new(self.clone())
    }
}

/// Any mechanism.
pub trait Mechanism {
    /// Its fixed properties.
    fn card(&self) -> &'static Card;
    /// Its contracts, for one setup.
    fn modes(&self, setup: &Setup) -> ModeMatrix;
    /// A node from what its disk kept, and what it does first.
    fn boot(
        &self,
        setup: &Setup,
        kept: &Chunks<Rc<dyn Sealed>>,
        tray: Tray,
    ) -> (Box<dyn Occupant>, Tray);
    /// As [`Protocol::recoverable`].
    fn recoverable(&self, setup: &Setup, booted: &[Box<dyn Occupant>]) -> Recoverable;
}

impl fmt::Debug for dyn Mechanism {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.card().slug)
    }
}

/// A mechanism, to be handed on.
pub const fn mechanism<P: Protocol>() -> &'static dyn Mechanism {
    const { &Of::<P>(PhantomData) }
}

struct Of<P>(PhantomData<P>);

impl<P: Protocol> Mechanism for Of<P> {
    fn card(&self) -> &'static Card {
        const { &P::CARD }
    }

    fn modes(&self, setup: &Setup) -> ModeMatrix {
        P::modes(setup)
    }

    fn boot(
        &self,
        setup: &Setup,
        kept: &Chunks<Rc<dyn Sealed>>,
        tray: Tray,
    ) -> (Box<dyn Occupant>, Tray) {
        let mut out = Outbox::from(tray);
        let node = P::Node::boot(setup, &Kept::of(kept), &mut out);
        (Box::new(node), out.into_tray())
    }

    fn recoverable(&self, setup: &Setup, booted: &[Box<dyn Occupant>]) -> Recoverable {
        let nodes: Vec<_> = booted.iter().filter_map(|node| look(node.as_ref())).collect();
        P::recoverable(setup, &nodes)
    }
}
