//! What a handler wants done, in order.
use super::{Node, Record, Request, RequestId, Response, Ticket};
use crate::evidence::Evidence;
use crate::kernel::{FlushToken, LocalTime, NodeId};
use crate::modes::ClassId;

/// An act's class, contract and justification, when it sets out under one.
pub type Under = Option<(ClassId, u8, Vec<Evidence>)>;

/// One thing that a handler wants done.
#[derive(Debug)]
pub enum Effect<N: Node> {
    /// To this node of the same service.
    Send(NodeId, N::Message, Under),
    /// When the node's own clock shows this.
    SetTimer(N::Timer, LocalTime, Under),
    /// Not after all.
    CancelTimer(N::Timer),
    /// Into the disk's volatile cache.
    Write(N::Record),
    /// Out of it.
    Flush(FlushToken),
    /// Ask a node of another service.
    Call(NodeId, RequestId, Request),
    /// Answer a request.
    Respond(Ticket, Response, Vec<Evidence>),
    /// A line for the trace.
    Record(Record),
}
