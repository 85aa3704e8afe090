//! What a handler wants done, in order.
use super::{Envelope, Name, Record, Request, RequestId, Response, Sealed, Ticket};
use crate::evidence::Evidence;
use crate::kernel::{FlushToken, LocalTime, NodeId};
use crate::modes::ClassId;
use std::rc::Rc;

/// An act's class, contract and justification, when it sets out under one.
pub type Under = Option<(ClassId, u8, Vec<Evidence>)>;

/// One thing that a handler wants done.
pub enum Effect {
    /// A message to this node of the same service.
    Send(NodeId, Envelope, Under),
    /// When the node's own clock shows this.
    SetTimer(Rc<dyn Name>, LocalTime, Under),
    /// Not after all.
    CancelTimer(Rc<dyn Name>),
    /// A record into the disk's volatile cache.
    Write(Rc<dyn Sealed>),
    /// Out of it.
    Flush(FlushToken),
    /// Ask a node of another service.
    Call(NodeId, RequestId, Request),
    /// Answer a request.
    Respond(Ticket, Response, Vec<Evidence>),
    /// A line for the trace.
    Record(Record),
}
