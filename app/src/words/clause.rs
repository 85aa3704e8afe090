//! What came of a step, in words: one clause for each record that is worth one.
use super::{item, operation, stance};
use crate::state::Session;
use engine::kernel::{NodeId, Span};
use engine::modes::{Believer, Change, Gap};
use engine::node::{Note, OpId, Outcome, Record, Topic};
use engine::scenario::Cast;

/// What came of a step, and then the daily business: what is alike is told together.
pub(super) fn clauses(session: &Session, records: &[Record]) -> Vec<String> {
    let cast = &session.scenario().cast;
    let mut told: Vec<String> = records.iter().filter_map(|one| clause(session, one)).collect();
    let rare = told.len();
    for (deal, with) in records.iter().filter_map(|record| business(cast, record)) {
        match told[rare..].iter_mut().find(|known| known.starts_with(&deal)) {
            Some(known) if deal.ends_with(':') => *known = format!("{known}, {with}"),
            Some(known) => *known = format!("{known} {with}"),
            None => told.push(format!("{deal} {with}")),
        }
    }
    told
}

/// What is done every day, and with whom.
fn business(cast: &Cast, record: &Record) -> Option<(String, String)> {
    Some(match record {
        Record::Sent(_, name, caption, _) => {
            (format!("sends “{}” to", caption.name), cast.node_name(name.to))
        }
        Record::Issued(item) => {
            (format!("gives {} to", item.kind.name()), cast.node_name(item.holder))
        }
        Record::Accepted(item, _) => {
            (format!("takes in {} from", item.kind.name()), cast.node_name(item.issuer))
        }
        Record::Broken(item) => {
            (format!("{} ends early, of", item.kind.name()), cast.node_name(item.issuer))
        }
        Record::Forgot(_, kind) => ("relies no more on:".into(), kind.name().into()),
        Record::Noted(node, Note::Decided { topic: Topic::Entry, number, .. }) => {
            let [_, place] = cast.info(node.service).card.numbers;
            (format!("settles {place}"), number.to_string())
        }
        _ => return None,
    })
}

fn clause(session: &Session, record: &Record) -> Option<String> {
    let cast = &session.scenario().cast;
    let name = |node: NodeId| cast.node_name(node);
    Some(match record {
        Record::Struck(false) => "and that changes nothing".into(),
        Record::Crashed(node) => format!("{} loses its memory", name(*node)),
        Record::Rejected(rejected, why) => {
            format!("does not take in {}: {}", item(cast, rejected), why.name())
        }
        Record::Landed(_, true) => "its act lands, and is still right to".into(),
        Record::Landed(_, false) => "its act lands, and what it rested on is gone".into(),
        Record::Answered(.., Some(_), false) => "its answer is not backed".into(),
        Record::Concluded(op, outcome) => concluded(session, *op, outcome),
        Record::Noted(node, note) => noted(cast, *node, note)?,
        Record::Stance(change) => stood(session, change)?,
        _ => return None,
    })
}

fn concluded(session: &Session, op: OpId, outcome: &Outcome) -> String {
    let (cast, all) = (&session.scenario().cast, session.undertakings());
    match all.iter().rev().find(|undertaking| undertaking.request.op == op) {
        Some(one) => {
            format!("{}: {}", operation::label(cast, one), operation::ended(cast, one, outcome))
        }
        None => "an operation ends".into(),
    }
}

fn noted(cast: &Cast, node: NodeId, note: &Note) -> Option<String> {
    let [epoch, _] = cast.info(node.service).card.numbers;
    Some(match *note {
        Note::Effect { by, epoch: token, .. } => {
            format!("writes for {}, {epoch} {}", cast.node_name(by), token.0)
        }
        Note::Decided { topic: Topic::Leader, number, .. } => {
            format!("{epoch} {number} has its holder")
        }
        Note::Decided { .. } => return None,
        Note::Level { value, .. } => format!("has now seen {epoch} {value}"),
    })
}

fn stood(session: &Session, change: &Change) -> Option<String> {
    let (cast, world) = (&session.scenario().cast, session.line().world());
    let (node, class) = (change.who.node(), change.who.class());
    let row = format!("{} ({})", cast.node_name(node), cast.class_name(node.service, class));
    let Some(stance) = change.stance else {
        let claims = matches!(change.who, Believer::Node(..));
        return claims.then(|| format!("{row} claims nothing any more"));
    };
    let [believed, entitled] = [stance.believed, stance.entitled]
        .map(|contract| stance::mode_of(world, node, class, &stance, contract));
    let (stands, _) = stance::gap_sentence(stance.gap, believed, entitled, Span::ZERO);
    let stands = stands.trim_end_matches('.');
    let whose =
        if matches!(change.who, Believer::Node(..)) { "" } else { ", by an act under way," };
    Some(match stance.gap {
        Gap::Honest => format!("{row}{whose} {stands}"),
        gap => format!("{row}{whose} {stands}: {}", gap.name()),
    })
}
