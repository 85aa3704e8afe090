//! Requests and responses under way: the only words that pass between services and clients.
use crate::kernel::{EventId, SortedMap};
use crate::node::{Caption, Request, RequestId, Response, Ticket};
use std::rc::Rc;

/// What passes between services and clients.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Parcel {
    /// A question.
    Request(Ticket, Request),
    /// An answer.
    Response(RequestId, Response),
}

impl Parcel {
    /// How it is called.
    pub fn caption(&self) -> Caption {
        match self {
            Parcel::Request(_, request) => Caption::plain(request.call.name()),
            Parcel::Response(..) => Caption::plain("answer"),
        }
    }
}

/// All parcels under way, by the event of their arrival.
pub type Post = SortedMap<EventId, Rc<Parcel>>;
