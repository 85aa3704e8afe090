//! From which mode to which a row went in a run, as far as that has been played.
use crate::state::Session;
use crate::words::mode_of;
use engine::kernel::{NodeId, sort_by_key};
use engine::modes::{Believer, ClassId, Lapse, Mode, Window};
use engine::node::Record;

/// All changes from one mode to another, in belief or in truth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Move {
    /// Of what the row believes? Otherwise of what it is entitled to.
    pub of_belief: bool,
    /// Where it stood.
    pub from: Mode,
    /// Where it came to stand.
    pub to: Mode,
    /// How often.
    pub times: usize,
    /// The step of the last time.
    pub step: usize,
    /// What ran out then, if mere time brought it.
    pub lapse: Option<Lapse>,
}

/// All moves of a row: belief first, then in the order of the modes.
pub(super) fn moves(session: &Session, node: NodeId, class: ClassId) -> Vec<Move> {
    let world = session.line().world();
    let windows = session.windows();
    let mine = windows.iter().filter(|window| window.who == Believer::Node(node, class));
    let mine: Vec<&Window> = mine.collect();
    let mut found: Vec<Move> = Vec::new();
    for pair in mine.windows(2).filter(|pair| pair[0].until == Some(pair[1].from)) {
        let modes = |window: &Window| {
            let stance = &window.stance;
            [stance.believed, stance.entitled]
                .map(|contract| mode_of(world, node, class, stance, contract))
        };
        let (before, after) = (modes(pair[0]), modes(pair[1]));
        for side in 0..2 {
            if before[side] != after[side] {
                note(&mut found, session, (side == 0, before[side], after[side]), pair[1]);
            }
        }
    }
    sort_by_key(&mut found, |one| (!one.of_belief, one.from, one.to));
    found
}

/// Counts one more move; the last one stands for all.
fn note(
    found: &mut Vec<Move>,
    session: &Session,
    (of_belief, from, to): (bool, Mode, Mode),
    window: &Window,
) {
    let trace = session.line().trace();
    let opened = trace.changes(trace.len()).nth(window.opened_by);
    let Some((step, Record::Stance(change))) = opened else { return };
    let known = found
        .iter_mut()
        .find(|known| (known.of_belief, known.from, known.to) == (of_belief, from, to));
    match known {
        Some(known) => {
            (known.times, known.step, known.lapse) = (known.times + 1, step, change.lapse);
        }
        None => {
            found.push(Move { of_belief, from, to, times: 1, step, lapse: change.lapse });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::sample;

    #[test]
    fn a_leader_that_lied_lost_its_title_in_truth_first() {
        let session = sample(7_000);
        let row = session.windows().iter().find(|window| window.is_lying()).map(|lie| lie.who);
        let row = row.expect("n1 lies");
        let all = moves(&session, row.node(), row.class());
        let down = |of_belief| {
            let from_target = |one: &&Move| one.of_belief == of_belief && one.from == Mode::Target;
            *all.iter().find(from_target).expect("it fell")
        };
        assert!(down(false).step < down(true).step);
        assert!(down(true).lapse.is_some_and(|lapse| lapse.by_holder), "by its own clock");
        assert!(down(false).lapse.is_none_or(|lapse| !lapse.by_holder));
    }
}
