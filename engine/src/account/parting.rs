//! Where two runs part: in the trace, in what nodes believe, in what clients are told.
use crate::checks::{Undertaking, undertakings};
use crate::kernel::Instant;
use crate::modes::Believer;
use crate::node::{OpId, Outcome, Record};
use crate::timeline::{StepIndex, Timeline};

/// Where two runs that were played equally far differ first; each part is nothing if they do not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Parted {
    /// The first step that is not the same, and when the earlier one of the two happened.
    pub step: Option<(StepIndex, Instant)>,
    /// When somebody first stood elsewhere than in the other run.
    pub stance: Option<Instant>,
    /// The first operation of which a client was told something else, or earlier or later, in the
    /// order in which they were begun.
    pub operation: Option<OpId>,
    /// The first operation with another outcome.
    pub outcome: Option<OpId>,
}

/// Where two runs part, as far as both have been played.
pub fn parted(one: &Timeline, other: &Timeline) -> Parted {
    let (mine, theirs) = (undertakings(one), undertakings(other));
    let differs = |same: fn(&Undertaking, &Undertaking) -> bool| {
        let pairs = mine.iter().zip(&theirs);
        let first = pairs.into_iter().find(|(a, b)| !same(a, b)).map(|(a, _)| a);
        let more = || mine.get(theirs.len()).or_else(|| theirs.get(mine.len()));
        first.or_else(more).map(|undertaking| undertaking.request.op)
    };
    Parted {
        step: step(one, other),
        stance: stance(one, other),
        operation: differs(|a, b| {
            let when = |one: &Undertaking| one.told.as_ref().map(|told| told.at);
            a.request == b.request && when(a) == when(b) && outcome(a) == outcome(b)
        }),
        outcome: differs(|a, b| a.request == b.request && outcome(a) == outcome(b)),
    }
}

fn outcome(of: &Undertaking) -> Option<&Outcome> {
    of.told.as_ref().map(|told| &told.outcome)
}

/// The hash of a trace after a step covers all before it, so the first difference can be halved
/// towards.
fn step(one: &Timeline, other: &Timeline) -> Option<(StepIndex, Instant)> {
    let (mine, theirs) = (one.trace(), other.trace());
    let both = one.cursor().min(other.cursor());
    let (mut same, mut differs) = (0, both + 1);
    while differs - same > 1 {
        let middle = same + (differs - same) / 2;
        match mine.hash_at(middle) == theirs.hash_at(middle) {
            true => same = middle,
            false => differs = middle,
        }
    }
    let at = |line: &Timeline| (same < line.cursor()).then(|| line.trace().step(same).at());
    let first = at(one).into_iter().chain(at(other)).min()?;
    Some((same, first))
}

/// Steps differ in number, so changes of stance are compared by instant and content.
fn stance(one: &Timeline, other: &Timeline) -> Option<Instant> {
    let changes = |line: &Timeline| {
        let changes = line.trace().changes(line.cursor());
        let plain = changes.filter_map(|(step, record)| match record {
            Record::Stance(change) if matches!(change.who, Believer::Node(..)) => {
                Some((line.trace().step(step).at(), change.who, change.stance))
            }
            _ => None,
        });
        plain.collect::<Vec<_>>()
    };
    let (mine, theirs) = (changes(one), changes(other));
    let same = mine.iter().zip(&theirs).take_while(|(a, b)| a == b).count();
    let at = |list: &[(Instant, _, _)]| list.get(same).map(|change| change.0);
    at(&mine).into_iter().chain(at(&theirs)).min()
}
