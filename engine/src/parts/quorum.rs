//! Majorities, also of two groups at once: what is committed, and who has won.
//!
//! After Ongaro's dissertation (2014), sections 3.5 and 4.3; a group of nobody agrees with
//! everything, so that a single majority is a joint one whose other half is empty.
use crate::kernel::{NodeSet, Place, sort};

/// Who votes: a majority of each of these groups must agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Config {
    /// The only group, or the one that comes.
    pub incoming: NodeSet,
    /// The one that goes, while two are in force.
    pub outgoing: NodeSet,
}

/// How a vote stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ballot {
    /// A majority has said yes.
    Won,
    /// No majority can say yes any more.
    Lost,
    /// Not settled.
    Pending,
}

impl Config {
    /// One group.
    pub const fn simple(voters: NodeSet) -> Config {
        Config { incoming: voters, outgoing: NodeSet::EMPTY }
    }

    /// The highest position that a majority of each group has reached; nothing if nobody votes.
    pub fn committed(&self, reached: impl Fn(Place) -> u64) -> Option<u64> {
        let groups = [self.incoming, self.outgoing];
        groups.into_iter().filter_map(|group| committed(group, &reached)).min()
    }

    /// How a vote stands; a place that has not answered gives nothing.
    pub fn ballot(&self, vote: impl Fn(Place) -> Option<bool>) -> Ballot {
        let halves = [self.incoming, self.outgoing].map(|group| ballot(group, &vote));
        match halves {
            [Ballot::Won, Ballot::Won] => Ballot::Won,
            [Ballot::Lost, _] | [_, Ballot::Lost] => Ballot::Lost,
            _ => Ballot::Pending,
        }
    }
}

fn committed(group: NodeSet, reached: impl Fn(Place) -> u64) -> Option<u64> {
    let mut positions = [0; NodeSet::LIMIT as usize];
    let count = usize::from(group.len());
    for (position, member) in positions.iter_mut().zip(group.iter()) {
        *position = reached(member);
    }
    let positions = &mut positions[..count];
    sort(positions);
    positions.get(count.checked_sub(count / 2 + 1)?).copied()
}

fn ballot(group: NodeSet, vote: impl Fn(Place) -> Option<bool>) -> Ballot {
    let count = |said| group.iter().filter(|member| vote(*member) == Some(said)).count() as u16;
    let majority = group.len() / 2 + 1;
    match (count(true), count(false)) {
        _ if group.is_empty() => Ballot::Won,
        (yes, _) if yes >= majority => Ballot::Won,
        (_, no) if no > group.len() - majority => Ballot::Lost,
        _ => Ballot::Pending,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(places: &[u16]) -> NodeSet {
        places.iter().copied().map(Place).collect()
    }

    #[test]
    fn a_majority_commits_what_most_have_reached() {
        let three = Config::simple(set(&[0, 1, 2]));
        let reached = |of: [u64; 3]| three.committed(|place| of[place.index()]);
        assert_eq!(reached([100, 101, 99]), Some(100));
        assert_eq!(reached([0, 12, 0]), Some(0));
        assert_eq!(Config::simple(NodeSet::EMPTY).committed(|_| 7), None);
        let four = Config::simple(set(&[0, 1, 2, 3]));
        assert_eq!(four.committed(|place| [5, 4, 3, 2][place.index()]), Some(3));
    }

    #[test]
    fn two_groups_commit_what_both_have_reached() {
        let joint = Config { incoming: set(&[0, 1, 2]), outgoing: set(&[2, 3, 4]) };
        assert_eq!(joint.committed(|place| [9, 9, 1, 5, 5][place.index()]), Some(5));
    }

    #[test]
    fn a_vote_is_won_lost_or_pending() {
        let three = Config::simple(set(&[0, 1, 2]));
        let ballot = |votes: [Option<bool>; 3]| three.ballot(|place| votes[place.index()]);
        assert_eq!(ballot([Some(true), Some(true), None]), Ballot::Won);
        assert_eq!(ballot([Some(false), Some(false), None]), Ballot::Lost);
        assert_eq!(ballot([Some(true), Some(false), None]), Ballot::Pending);
        let joint = Config { incoming: set(&[0]), outgoing: set(&[1]) };
        assert_eq!(joint.ballot(|place| (place == Place(0)).then_some(true)), Ballot::Pending);
    }
}
