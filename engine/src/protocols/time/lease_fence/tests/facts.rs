//! What is to be read off a trace: grants, effects, lies, messages by name.
use super::*;
use crate::kernel::MessageName;
use crate::modes::Window;
use crate::node::{Note, Record};

fn records(line: &Timeline) -> impl Iterator<Item = (Instant, &Record)> {
    (0..line.cursor()).flat_map(|step| {
        let at = line.trace().step(step).at();
        line.trace().records(step).iter().map(move |record| (at, record))
    })
}

/// Every grant and renewal: when, to which worker, under which token.
pub fn grants(line: &Timeline) -> Vec<(Instant, u16, u64)> {
    let found = records(line).filter_map(|(at, record)| match record {
        Record::Issued(item) if item.kind == Kind::LeaseEpoch => {
            Some((at, item.to().0, item.epoch.0))
        }
        _ => None,
    });
    found.collect()
}

/// Every write that the storage carried out: when, for which worker, under which token.
pub fn effects(line: &Timeline) -> Vec<(Instant, u16, u64)> {
    let found = records(line).filter_map(|(at, record)| match record {
        Record::Noted(_, Note::Effect { epoch, by, .. }) => Some((at, by.place.0, epoch.0)),
        _ => None,
    });
    found.collect()
}

/// Every window in which somebody lies.
pub fn lies(line: &Timeline) -> Vec<Window> {
    line.windows(line.cursor()).into_iter().filter(Window::is_lying).collect()
}

/// The first message so called between two nodes that sets out at an instant or later.
#[track_caller]
pub fn message(line: &Timeline, from: u16, to: u16, called: &str, after: Instant) -> MessageName {
    let mut sent = records(line).filter_map(|(at, record)| match record {
        Record::Sent(_, name, caption, _) if at >= after && caption.name == called => Some(*name),
        _ => None,
    });
    let found = sent.find(|name| (name.from, name.to) == (node(from), node(to)));
    found.unwrap_or_else(|| panic!("no {called} from {from} to {to} after {after}"))
}
