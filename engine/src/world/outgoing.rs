//! What nodes of all mechanisms send alike.
use super::{Parcel, Runtime};
use crate::kernel::{EventId, NodeId, width};
use crate::node::{Bytes, Caption, Record, Request, RequestId, Response, Ticket, Under};

/// A request sets out.
pub(super) fn call(
    by: NodeId,
    to: NodeId,
    id: RequestId,
    request: Request,
    runtime: &mut Runtime,
    log: &mut Vec<Record>,
) {
    let ticket = Ticket { id, op: request.op, class: request.class };
    let caption = Caption::plain(request.call.name());
    let parcel = Parcel::Request(ticket, request);
    let bytes = Bytes(width(&parcel));
    let (name, event) = runtime.mail(by, to, parcel);
    log.push(Record::Sent(event, name, caption, bytes));
}

/// A response sets out.
pub(super) fn respond(
    by: NodeId,
    ticket: Ticket,
    response: Response,
    runtime: &mut Runtime,
    log: &mut Vec<Record>,
) {
    let contract = response.contract;
    let parcel = Parcel::Response(ticket.id, response);
    let (caption, bytes) = (parcel.caption(), Bytes(width(&parcel)));
    let (name, event) = runtime.mail(by, ticket.id.from, parcel);
    log.push(Record::Sent(event, name, caption, bytes));
    log.push(Record::Answered(ticket, by, contract, true));
}

/// What sets out under a contract rests on evidence.
pub(super) fn set_out(by: NodeId, event: EventId, under: Under, log: &mut Vec<Record>) {
    if let Some((class, contract, rests_on)) = under {
        log.push(Record::SetOut(event, by, class, contract));
        log.extend(rests_on.into_iter().map(Record::RestsOn));
    }
}
