//! What is counted in one run, or over the runs of many seeds.
use super::Found;
use super::question::instant;
use engine::checks::Undertaking;
use engine::kernel::{Instant, NodeId, ServiceId};
use engine::modes::ClassId;
use engine::node::{Answer, Call, Outcome};
use engine::scenario::{Cast, Scenario};
use std::ops::Range;
use std::rc::Rc;

/// The questions that are about counts.
pub(super) const KINDS: [&str; 3] = ["answered", "old", "hidden-from"];

/// What the runs answer together to the words of a question.
pub(super) fn ask(
    scenario: &Scenario,
    runs: &[Rc<[Undertaking]>],
    words: &[&str],
) -> Option<Found> {
    match words {
        ["answered", client, class, from, to] => {
            let asked = Asked::new(scenario, client, class, from, to)?;
            let (mut done, mut all) = (0, 0);
            for run in runs {
                all += asked.of(run).count();
                done += asked.of(run).filter(|one| one.is_acknowledged()).count();
            }
            Some(Found::Share(done, all))
        }
        ["old", client, class, from, to] => {
            let asked = Asked::new(scenario, client, class, from, to)?;
            let (mut old, mut all) = (0, 0);
            for run in runs {
                let answers = asked.of(run).filter_map(|one| is_old(run, one));
                let answers: Vec<_> = answers.collect();
                all += answers.len();
                old += answers.iter().filter(|old| **old).count();
            }
            Some(Found::Share(old, all))
        }
        ["hidden-from", class, from, to] => {
            let clients = &scenario.cast.info(scenario.cast.service(Cast::CLIENTS)?).nodes;
            let mut names = Vec::new();
            for (client, _) in clients {
                let asked = Asked::new(scenario, client, class, from, to)?;
                let misled = |run: &Rc<[Undertaking]>| {
                    asked.of(run).any(|one| is_old(run, one) == Some(true))
                };
                if runs.iter().any(misled) {
                    names.push(client.clone());
                }
            }
            let nobody = names.is_empty().then(|| "nobody".to_owned());
            Some(Found::Words(nobody.unwrap_or_else(|| names.join(" and "))))
        }
        _ => None,
    }
}

/// Operations of a client, of one class, asked for within a while.
struct Asked {
    client: NodeId,
    class: (ServiceId, ClassId),
    within: Range<Instant>,
}

impl Asked {
    fn new(scenario: &Scenario, client: &str, class: &str, from: &str, to: &str) -> Option<Asked> {
        let client = scenario.cast.node(client)?;
        let class = scenario.cast.class(class)?;
        Some(Asked { client, class, within: instant(from)?..instant(to)? })
    }

    fn of<'s>(&'s self, run: &'s [Undertaking]) -> impl Iterator<Item = &'s Undertaking> {
        run.iter().filter(|one| {
            let request = &one.request;
            request.op.client == self.client
                && (request.service, request.class) == self.class
                && self.within.contains(&one.invoked)
        })
    }
}

/// Did a read show neither a write that was acknowledged before it was asked for, nor one that was
/// asked for later than that? Nothing, if it was not answered.
fn is_old(all: &[Undertaking], read: &Undertaking) -> Option<bool> {
    let shown: Vec<i64> = match &read.told.as_ref()?.outcome {
        Outcome::Ok(Answer::Value(value)) => value.iter().map(|value| value.0).collect(),
        Outcome::Ok(Answer::Siblings(values)) => values.iter().map(|value| value.0).collect(),
        _ => return None,
    };
    let same = |write: &&Undertaking| {
        (write.request.service, write.request.key) == (read.request.service, read.request.key)
    };
    let writes = || all.iter().filter(same).filter(|write| !write.request.call.is_read());
    let is_shown = |write: &&Undertaking| match write.request.call {
        Call::Write(value) | Call::Cas(_, value) => shown.contains(&value.0),
        Call::Read => false,
    };
    let newest = writes().filter(is_shown).map(|write| write.invoked).max();
    let mut known = writes().filter(|write| {
        let told = write.told.as_ref().map(|told| told.at);
        write.is_acknowledged() && told.is_some_and(|told| told <= read.invoked)
    });
    Some(known.any(|write| newest.is_none_or(|newest| newest < write.invoked)))
}
