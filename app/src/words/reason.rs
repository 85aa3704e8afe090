//! Links in a chain of causes, in words.
use super::{act, evidence, operation};
use engine::checks::Undertaking;
use engine::kernel::NodeId;
use engine::node::{Caption, OpId, Record};
use engine::scenario::Cast;
use engine::timeline::{Because, Reason, Timeline};
use engine::world::Cause;

/// One link, in one sentence.
pub fn reason(cast: &Cast, line: &Timeline, all: &[Undertaking], reason: &Reason) -> String {
    let name = |node: NodeId| cast.node_name(node);
    match reason.because {
        Because::Started => "everybody boots".into(),
        Because::Struck(fault) => act::fault_sentence(cast, &fault),
        Because::Asked(op) => format!("{} asks: {}", name(op.client), told(cast, all, op)),
        Because::Answered(ticket, by) => {
            let answer = all.iter().find(|undertaking| undertaking.request.op == ticket.op);
            let ended = answer.map(|undertaking| operation::outcome(cast, undertaking));
            let ended = ended.unwrap_or_default();
            format!("{} answers {}: {ended}", name(by), name(ticket.op.client))
        }
        Because::Fired(node) => format!("a timer of {} fires, on its own clock", name(node)),
        Because::Flushed(node) => format!("the disk of {} reports a flush as done", name(node)),
        Because::Arrived(message) => {
            let what = called(line, reason.step);
            format!("{} gets “{what}” from {}", name(message.to), name(message.from))
        }
        Because::Lost(message, loss) => {
            let what = called(line, reason.step);
            let (from, to) = (name(message.from), name(message.to));
            format!("“{what}” from {from} to {to} is {}", loss.name())
        }
        Because::LastIssued(item) => {
            format!(
                "{} gives it for the last time: {}",
                name(item.issuer),
                evidence::item(cast, &item)
            )
        }
        Because::LastAccepted(item) => {
            format!(
                "{} is told for the last time: {}",
                name(item.holder),
                evidence::item(cast, &item)
            )
        }
        Because::RanOut(item) => {
            format!("runs out in truth, unannounced: {}", evidence::item(cast, &item))
        }
        Because::RanOutFor(item) => {
            format!(
                "runs out by the clock of {}: {}",
                name(item.holder),
                evidence::item(cast, &item)
            )
        }
        Because::Decided(node, number) => {
            let number = evidence::epoch(cast, node, number);
            format!("{} is chosen, {number}", name(node))
        }
        Because::SetOut(_) => "the act sets out, and will not look again".into(),
    }
}

fn told(cast: &Cast, all: &[Undertaking], op: OpId) -> String {
    let found = all.iter().find(|undertaking| undertaking.request.op == op);
    found.map_or_else(|| "an operation".into(), |undertaking| operation::label(cast, undertaking))
}

fn called(line: &Timeline, step: usize) -> &'static str {
    caption(line, step).map_or("a message", |caption| caption.name)
}

/// What the message says of itself that arrived in a step, or was lost in it.
pub fn caption(line: &Timeline, step: usize) -> Option<Caption> {
    let trace = line.trace();
    let Cause::Event(pending) = trace.step(step).occurrence.cause else { return None };
    trace.records(trace.origin(pending.id)?).iter().find_map(|record| match record {
        Record::Sent(event, _, caption, _) if *event == pending.id => Some(*caption),
        _ => None,
    })
}
