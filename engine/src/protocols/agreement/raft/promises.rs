//! What a server stands by, what it claims, and what it still has to do.
use super::server::{Role, Server};
use super::{LogIndex, Term};
use crate::evidence::{Epoch, Evidence, Kind};
use crate::kernel::{LocalTime, Moment, Place};
use crate::node::Obligations;

impl Server {
    /// The binding of evidence in this term.
    pub(super) fn epoch(&self) -> Epoch {
        Epoch(self.term.0)
    }

    /// Has it promised a leader to elect nobody else for now (dissertation, section 4.2.3)?
    pub(super) fn is_bound(&self, now: LocalTime) -> bool {
        self.config.check_quorum && (now < self.bound_until || matches!(self.role, Role::Leader(_)))
    }

    /// Until when it stands by what it told somebody.
    pub(super) fn stands_by(&self, item: &Evidence) -> LocalTime {
        let term = Term(item.epoch.0);
        let holds = match item.kind {
            Kind::ElectionVote => {
                term < self.term || term == self.term && self.voted == Some(item.to())
            }
            Kind::LogPosition => self.log.has_flushed_of(term) && !self.serves_anew(item),
            Kind::Heartbeat => term == self.term && self.leader() == Some(item.to()),
            Kind::LeaseEpoch if item.to() == self.place() => {
                term == self.term && matches!(self.role, Role::Leader(_))
            }
            Kind::LeaseEpoch => return self.helps_only(item.to()),
            _ => false,
        };
        if holds { LocalTime::FOREVER } else { LocalTime::PAST }
    }

    /// Does it know of a later term of the same leader? Then what it has of the earlier one does
    /// not speak for the later.
    fn serves_anew(&self, item: &Evidence) -> bool {
        let (leads, elected) = (self.leader(), self.voted);
        Term(item.epoch.0) < self.term && [leads, elected].contains(&Some(item.to()))
    }

    /// Until when it helps nobody but this leader to be elected. One that follows nobody refuses
    /// them all; one that stands has voted for itself.
    fn helps_only(&self, leader: Place) -> LocalTime {
        let refuses_others = match &self.role {
            Role::Follower(known) => known.is_none_or(|known| known == leader),
            Role::Candidate(candidate) => candidate.pre,
            Role::Leader(_) => false,
        };
        match self.config.check_quorum && refuses_others {
            true => self.bound_until,
            false => LocalTime::PAST,
        }
    }

    /// What is left before it is what it claims to be.
    pub(super) fn still_to_do(&self) -> Option<Obligations> {
        let left = |index: LogIndex| (index.0 - self.applied.0.min(index.0)) as u32;
        match &self.role {
            Role::Leader(leader) => leader
                .own_term_from(self.commit)
                .map(|index| Obligations { what: "commit", left: left(index) }),
            Role::Candidate(candidate) => {
                candidate.is_heard(self.voters).then_some(Obligations { what: "elect", left: 1 })
            }
            Role::Follower(_) => {
                self.behind.map(|upto| Obligations { what: "catch up", left: left(upto) })
            }
        }
    }
}
