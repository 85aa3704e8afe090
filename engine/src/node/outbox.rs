//! How a node acts on the world, and all that it knows of it.
use super::{Effect, Envelope, Node, Tray};
use crate::kernel::{Place, Span};
use crate::modes::{ClassId, Mode};
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};
use std::rc::Rc;

/// Handed to every handler: a [`Tray`], on which only what is this mechanism's own is put.
pub struct Outbox<N> {
    tray: Tray,
    of: PhantomData<N>,
}

impl<N> From<Tray> for Outbox<N> {
    fn from(tray: Tray) -> Outbox<N> {
        Outbox { tray, of: PhantomData }
    }
}

impl<N> Deref for Outbox<N> {
    type Target = Tray;

    fn deref(&self) -> &Tray {
        &self.tray
    }
}

impl<N> DerefMut for Outbox<N> {
    fn deref_mut(&mut self) -> &mut Tray {
        &mut self.tray
    }
}

impl<N: Node> Outbox<N> {
    /// Back from the handler.
    pub(crate) fn into_tray(self) -> Tray {
        self.tray
    }

    /// Sends a message to another node of the service.
    pub fn send(&mut self, to: Place, message: N::Message) {
        self.tray.send(to, Envelope::seal(message), None);
    }

    /// Sends a message that acts under a contract: it carries its justification along, and is
    /// judged again when it lands.
    pub fn send_under(&mut self, class: ClassId, mode: Mode, to: Place, message: N::Message) {
        let under = self.under(class, mode);
        self.tray.send(to, Envelope::seal(message), under);
    }

    /// Sets a timer, counted on the host's monotonic clock; one of the same name is replaced.
    pub fn set_timer(&mut self, timer: N::Timer, after: Span) {
        self.tray.set_timer(Rc::new(timer), after, None);
    }

    /// Decides now, under a contract, to do something later without looking again.
    pub fn set_timer_under(&mut self, class: ClassId, mode: Mode, timer: N::Timer, after: Span) {
        let under = self.under(class, mode);
        self.tray.set_timer(Rc::new(timer), after, under);
    }

    /// The timer will not fire.
    pub fn cancel_timer(&mut self, timer: N::Timer) {
        self.effects.push(Effect::CancelTimer(Rc::new(timer)));
    }

    /// Writes to the disk's volatile cache.
    pub fn write(&mut self, record: N::Record) {
        self.effects.push(Effect::Write(Rc::new(record)));
    }
}
