//! Who has promised what to whom in one service, and until when it counts in whose judgement.
use super::{Evidence, Kind, Seen, Side, Slot};
use crate::kernel::{Deadline, Instant, Moment, NodeId, NodeSet, Place, ServiceId};
use std::rc::Rc;

/// What only the simulator can answer.
pub trait Truth {
    /// Until when the issuer stands by this, as things are now. An issuer that is down, or whose
    /// disk has lied, is asked what it would say after booting from what its disk really kept.
    fn stands_by(&self, item: &Evidence) -> Instant;
    /// The first instant at which the holder, looking at its own clocks as they run now, finds
    /// the deadline passed. A holder that stands still never looks.
    fn notices(&self, holder: NodeId, deadline: Deadline) -> Instant;
}

/// What a change entails.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Consequences {
    /// Holders for whom something changes before it was to run out.
    pub holders: NodeSet,
    /// Items that ended in truth before their time.
    pub broken: Vec<Evidence>,
}

impl Consequences {
    /// Notes that a holder is concerned.
    pub fn touch(&mut self, holder: Place, changed: bool) {
        if changed {
            self.holders = self.holders.with(holder);
        }
    }
}

/// One page for each holder, shared with checkpoints until it changes; on it, one slot for each
/// kind and issuer.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Ledger {
    service: ServiceId,
    kinds: Rc<[Kind]>,
    members: u16,
    pages: Vec<Rc<[Slot]>>,
    issued_by: Vec<Rc<Vec<(Place, Kind)>>>,
}

impl Ledger {
    /// Nobody has claimed anything; there is room for these kinds.
    pub fn new(service: ServiceId, kinds: Rc<[Kind]>, members: u16) -> Ledger {
        let page: Rc<[Slot]> = vec![Slot::default(); kinds.len() * usize::from(members)].into();
        let pages = vec![page; members.into()];
        Ledger { service, kinds, members, pages, issued_by: vec![Rc::default(); members.into()] }
    }

    /// The kinds for which there is room.
    pub fn kinds(&self) -> &[Kind] {
        &self.kinds
    }

    /// How many nodes there are.
    pub fn members(&self) -> u16 {
        self.members
    }

    /// One side of the evidence of one holder, as a view.
    pub fn seen(&self, holder: Place, side: Side) -> Seen<'_> {
        Seen { ledger: self, holder, side }
    }

    /// What is known about one kind of evidence from one issuer to one holder.
    pub fn slot(&self, holder: Place, kind: Kind, issuer: Place) -> Option<&Slot> {
        self.pages.get(holder.index())?.get(self.at(kind, issuer)?)
    }

    /// Everything that was ever issued to a holder or is held by it.
    pub fn items(&self, holder: Place) -> impl Iterator<Item = (Kind, Place, &Slot)> {
        let page = self.pages[holder.index()].iter().enumerate();
        let members = usize::from(self.members);
        page.filter(|(_, slot)| slot.issued.is_some() || slot.held.is_some())
            .map(move |(at, slot)| (self.kinds[at / members], Place((at % members) as u16), slot))
    }

    /// Evidence of this holder that ran out, as announced, at this very instant.
    pub fn lapsed(&self, holder: Place, at: Instant) -> Option<(Evidence, Side)> {
        [Side::Backing, Side::Belief, Side::Entitlement].into_iter().find_map(|side| {
            self.items(holder).find_map(|(kind, issuer, slot)| {
                let validity = slot.validity(side);
                let lapsed = validity.until == at && !validity.cut_short;
                lapsed.then(|| (self.item(kind, issuer, holder, slot, side), side))
            })
        })
    }

    /// An issuer has claimed or renewed something. Does anything change for its holder?
    pub fn issued(&mut self, item: &Evidence, now: Instant, truth: &impl Truth) -> bool {
        let until = truth.stands_by(item);
        let Some(slot) = self.slot_mut(item.to(), item.kind, item.by()) else { return false };
        let first = slot.issued.is_none();
        let rebound = slot.issued.replace(item.epoch) != Some(item.epoch);
        let changed = slot.follow(Side::Entitlement, until, now, true) | rebound;
        if first {
            let list = Rc::make_mut(&mut self.issued_by[item.by().index()]);
            list.push((item.to(), item.kind));
        }
        changed
    }

    /// A holder has taken something in and relies on it. Does anything change for it?
    pub fn accepted(
        &mut self,
        item: &Evidence,
        until: Deadline,
        now: Instant,
        truth: &impl Truth,
    ) -> bool {
        let (believed, backed) = (truth.notices(item.holder, until), truth.stands_by(item));
        let Some(slot) = self.slot_mut(item.to(), item.kind, item.by()) else { return false };
        let before = slot.held.replace((item.epoch, until));
        let rebound = before.is_none_or(|(epoch, _)| epoch != item.epoch);
        let anew = slot.follow(Side::Belief, believed, now, true);
        slot.follow(Side::Backing, backed, now, true) | anew | rebound
    }

    /// A holder relies no longer on any evidence of a kind. Does anything change for it?
    pub fn forgotten(&mut self, holder: Place, kind: Kind, now: Instant) -> bool {
        let mut changed = false;
        for issuer in (0..self.members).map(Place) {
            if self.slot(holder, kind, issuer).is_some_and(|slot| slot.held.is_some())
                && let Some(slot) = self.slot_mut(holder, kind, issuer)
            {
                slot.held = None;
                changed |= slot.follow(Side::Belief, Instant::PAST, now, false);
                changed |= slot.follow(Side::Backing, Instant::PAST, now, false);
            }
        }
        changed
    }

    /// A holder has crashed: it holds nothing any more.
    pub fn crashed(&mut self, holder: Place, now: Instant) {
        for kind in self.kinds.clone().iter() {
            self.forgotten(holder, *kind, now);
        }
    }

    /// A holder's clocks have changed, or it stands still, or goes on: what it believes ends at
    /// other instants than before.
    pub fn reclocked(&mut self, holder: Place, now: Instant, truth: &impl Truth) {
        let node = NodeId { service: self.service, place: holder };
        for kind in self.kinds.clone().iter() {
            for issuer in (0..self.members).map(Place) {
                let held = self.slot(holder, *kind, issuer).and_then(|slot| slot.held);
                if let Some((_, until)) = held
                    && let Some(slot) = self.slot_mut(holder, *kind, issuer)
                {
                    slot.believe_until(truth.notices(node, until), now);
                }
            }
        }
    }

    /// An issuer has acted, or its surroundings have changed: does it still stand by its word?
    pub fn ask(&mut self, issuer: Place, now: Instant, truth: &impl Truth, to: &mut Consequences) {
        for (holder, kind) in self.issued_by[issuer.index()].clone().iter().copied() {
            let Some(slot) = self.slot(holder, kind, issuer) else { continue };
            if let Some(epoch) = slot.issued.filter(|_| slot.may_change(kind, now)) {
                let [issuer, holder] =
                    [issuer, holder].map(|place| NodeId { service: self.service, place });
                let newest = Evidence { kind, issuer, holder, epoch };
                self.ask_about(newest, now, truth, to);
            }
        }
    }

    fn ask_about(
        &mut self,
        newest: Evidence,
        now: Instant,
        truth: &impl Truth,
        to: &mut Consequences,
    ) {
        let until = truth.stands_by(&newest);
        let Some(slot) = self.slot(newest.to(), newest.kind, newest.by()) else { return };
        let older = slot.held.map(|(epoch, _)| epoch).filter(|epoch| *epoch != newest.epoch);
        let backed = older.map_or(until, |epoch| truth.stands_by(&Evidence { epoch, ..newest }));
        let unchanged = slot.validity(Side::Entitlement).until == until
            && (slot.held.is_none() || slot.validity(Side::Backing).until == backed);
        if unchanged {
            return;
        }
        let report = newest.kind.is_report();
        let Some(slot) = self.slot_mut(newest.to(), newest.kind, newest.by()) else { return };
        let entitled = slot.validity(Side::Entitlement).holds(now);
        if slot.follow(Side::Entitlement, until, now, report) {
            to.touch(newest.to(), true);
            if entitled && until <= now {
                to.broken.push(newest);
            }
        }
        if slot.held.is_some() {
            to.touch(newest.to(), slot.follow(Side::Backing, backed, now, report));
        }
    }

    fn item(&self, kind: Kind, issuer: Place, holder: Place, slot: &Slot, side: Side) -> Evidence {
        let [issuer, holder] =
            [issuer, holder].map(|place| NodeId { service: self.service, place });
        Evidence { kind, issuer, holder, epoch: slot.epoch(side) }
    }

    fn slot_mut(&mut self, holder: Place, kind: Kind, issuer: Place) -> Option<&mut Slot> {
        let at = self.at(kind, issuer)?;
        Rc::make_mut(self.pages.get_mut(holder.index())?).get_mut(at)
    }

    fn at(&self, kind: Kind, issuer: Place) -> Option<usize> {
        let column = self.kinds.iter().position(|known| *known == kind)?;
        Some(column * usize::from(self.members) + issuer.index())
    }
}
