//! Chains of causes, and their links in words.
use crate::state::{Session, Topic};
use crate::words::{label, outcome, reason};
use engine::checks::Breach;
use engine::kernel::{NodeId, sort_by_key};
use engine::modes::{Believer, ClassId};
use engine::node::Record;
use engine::timeline::{Because, Reason};

/// The chain of causes, earliest first.
pub(super) fn chain(session: &Session, topic: Topic) -> Vec<Reason> {
    let line = session.line();
    match topic {
        Topic::Row(node, class, _) => opening(session, node, class),
        Topic::Item(..) => Vec::new(),
        Topic::Operation(op) => line.why_answer(op),
        Topic::Step(step, _) => line.why(step),
        Topic::Finding(check) => {
            let conclusions = session.conclusions();
            let found = conclusions.get(check).and_then(|(_, _, verdict)| verdict.witness());
            found.map_or_else(Vec::new, |breach| witness(session, breach))
        }
    }
}

/// The node that a chain is about: what happened there is on the left rail.
pub(super) fn node_of(session: &Session, topic: Topic) -> Option<NodeId> {
    match topic {
        Topic::Row(node, ..) | Topic::Item(_, _, node) => Some(node),
        Topic::Operation(op) => {
            let all = session.undertakings();
            let found = all.iter().find(|one| one.request.op == op)?;
            found.answered.as_ref().map(|(_, _, by, ..)| *by)
        }
        Topic::Step(..) | Topic::Finding(_) => None,
    }
}

/// The steps that show a breach, what they rested on, and the faults behind them. What is done
/// every day, and answers that nobody was waiting for any more, are left out.
fn witness(session: &Session, breach: &Breach) -> Vec<Reason> {
    let (line, undertakings) = (session.line(), session.undertakings());
    let answered = |step: usize| {
        let mut answers = undertakings.iter().filter_map(|one| one.answered.as_ref());
        answers.any(|(at, ..)| *at == step)
    };
    let tells = |reason: &Reason| match reason.because {
        Because::Fired(_) | Because::Flushed(_) | Because::Arrived(_) => {
            breach.steps.contains(&reason.step)
        }
        Because::Answered(..) => answered(reason.step),
        _ => true,
    };
    let causes = breach.operations.iter().flat_map(|op| line.why_answer(*op));
    let steps = breach.steps.iter().flat_map(|step| line.why(*step));
    let mut all: Vec<Reason> = Vec::new();
    for reason in causes.chain(steps).filter(tells) {
        if !all.iter().any(|known| known.step == reason.step) {
            all.push(reason);
        }
    }
    sort_by_key(&mut all, |reason| reason.step);
    all
}

/// Why the row came to stand in the gap in which it stands.
fn opening(session: &Session, node: NodeId, class: ClassId) -> Vec<Reason> {
    let line = session.line();
    let mut opened = None;
    for (step, record) in line.trace().changes(line.cursor()).rev() {
        let Record::Stance(change) = record else { continue };
        if change.who != Believer::Node(node, class) {
            continue;
        }
        let gap = change.stance.map(|stance| stance.gap);
        match opened {
            Some((_, known, _)) if known != gap => break,
            _ => opened = Some((step, gap, *change)),
        }
    }
    opened.map_or_else(Vec::new, |(step, _, change)| line.why_stance(step, &change))
}

/// One link in words; what a client is told is told with it.
pub(super) fn told(session: &Session, link: &Reason) -> String {
    let (cast, all) = (&session.scenario().cast, session.undertakings());
    let concluded = all.iter().find(|one| {
        let step = one.told.as_ref().map(|told| told.step);
        step == Some(link.step) && matches!(link.because, Because::Arrived(_))
    });
    match concluded {
        Some(one) => {
            let client = cast.node_name(one.request.op.client);
            format!("{client} is told: {}, {}", label(cast, one), outcome(cast, one))
        }
        None => reason(cast, session.line(), &all, link),
    }
}
