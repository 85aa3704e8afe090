//! What is asked, and what the answer is put together from.
use crate::state::{Session, Topic};
use crate::words::{Row, breach, item, label, outcome, seconds, step, worst_row};
use engine::evidence::{Epoch, Evidence};
use engine::kernel::{Instant, NodeId};
use engine::modes::{ClassId, Mode};

/// What is asked about: what the reader chose, or, if the run has no such thing any more, the row
/// that is worst off.
pub(super) fn topic_of(session: &Session, chosen: Option<Topic>) -> Option<Topic> {
    let worst = || worst_row(session).map(|(node, class, _)| Topic::Row(node, class, None));
    chosen.filter(|topic| session.knows(*topic)).or_else(worst)
}

/// The question, and a sentence that answers it in short.
pub(super) fn heading(session: &Session, topic: Topic) -> (String, String) {
    let cast = &session.scenario().cast;
    match topic {
        Topic::Row(node, class, mode) => of_row(session, node, class, mode),
        Topic::Item(kind, issuer, holder) => {
            let of = Evidence { kind, issuer, holder, epoch: Epoch(0) };
            (format!("Why does it stand so: {}?", item(cast, &of)), kind.card().says.into())
        }
        Topic::Operation(op) => {
            let all = session.undertakings();
            let found = all.iter().find(|one| one.request.op == op);
            let Some(one) = found else {
                return ("It has not been asked yet".into(), String::new());
            };
            let who = cast.node_name(op.client);
            let ended = outcome(cast, one);
            let backed = match &one.answered {
                Some((.., false)) => " What the answer rested on did not hold in truth.",
                _ => "",
            };
            let question = format!("Why was {who} told: {}, {ended}?", label(cast, one));
            let at = seconds(one.invoked - Instant(0), 2);
            (question, format!("Asked at {at}.{backed}"))
        }
        Topic::Step(nth, _) => {
            let at = seconds(session.line().trace().step(nth).at() - Instant(0), 3);
            ("Why did this happen?".into(), format!("Step {nth}, at {at}: {}.", step(session, nth)))
        }
        Topic::Finding(check) => {
            let conclusions = session.conclusions();
            let Some((_, check, verdict)) = conclusions.get(check) else {
                return ("Nothing is checked here".into(), String::new());
            };
            let name = check.invariant().name();
            let says = match verdict.witness() {
                Some(found) => breach(session, found),
                None => format!("So far: {}.", verdict.word()),
            };
            (format!("What became of {name}?"), says)
        }
    }
}

fn of_row(session: &Session, node: NodeId, class: ClassId, mode: Option<Mode>) -> (String, String) {
    let cast = &session.scenario().cast;
    let name = cast.node_name(node);
    let Some(row) = Row::of(session, node, class) else {
        return (format!("{name} claims nothing now"), String::new());
    };
    let mode = mode.unwrap_or(row.believed);
    let m = mode.name();
    let question = match (mode == row.believed, mode == row.entitled) {
        (true, true) => format!("Why is {name} in {m}?"),
        (true, false) => format!("Why is {name} not entitled to {m}?"),
        (false, true) => format!("Why does {name} not believe {m}?"),
        (false, false) => format!("Why is {name} not in {m}?"),
    };
    let contracts = &session.line().world().modes(node.service).matrix().class(class).contracts;
    let promise = contracts.iter().find(|contract| contract.mode == mode);
    (question, promise.map_or_else(String::new, |contract| contract.promise.to_owned()))
}
