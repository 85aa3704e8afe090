//! Keeps all stances current, at exact instants, with as little asking as possible.
use super::stance::Look;
use super::{Believer, Change, ClassContracts, ClassId, Errand, Lapse, ModeMatrix, Rung, Stance};
use crate::evidence::{Ledger, Side, Truth};
use crate::kernel::{
    EventId, Instant, LocalTime, Moment, NodeId, Place, ServiceId, SortedMap, Span,
};
use std::hash::{Hash, Hasher};
use std::rc::Rc;

/// A believer's last stance, and when it changes next if nothing happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Standing {
    /// Nothing while it claims nothing or is down.
    pub stance: Option<Stance>,
    /// When to look again.
    due: Instant,
}

/// What only the world can tell about one node.
pub trait Surroundings: Truth {
    /// What the node's monotonic clock shows; a paused node's last reading.
    fn local(&self, node: NodeId) -> LocalTime;
    /// When that clock will show a reading; never while the node stands still.
    fn when(&self, node: NodeId, reading: LocalTime) -> Instant;
    /// Does the node claim the class, and has it obligations? Nothing while it is down.
    fn claims(&self, node: NodeId, class: ClassId) -> Option<bool>;
}

/// The stances of one service. Part of the world: it is check-pointed with it.
#[derive(Clone, Debug)]
pub struct ModeState {
    service: ServiceId,
    matrix: Rc<ModeMatrix>,
    sustain: Span,
    standings: Vec<(Standing, Rung)>,
    errands: SortedMap<EventId, (Errand, Standing)>,
    due: Instant,
}

/// What is fixed for a run tells nothing of its future.
impl Hash for ModeState {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (&self.standings, &self.errands, self.due).hash(state);
    }
}

impl ModeState {
    /// Nobody stands anywhere. Belief rises only after evidence has lasted for `sustain`.
    pub fn new(
        service: ServiceId,
        matrix: Rc<ModeMatrix>,
        members: u16,
        sustain: Span,
    ) -> ModeState {
        let nothing = Standing { stance: None, due: Instant::FOREVER };
        let of_node = matrix.classes.iter().map(|class| (nothing, Rung::at_floor(class)));
        let of_node: Vec<_> = of_node.collect();
        let standings = (0..members).flat_map(|_| of_node.iter().copied()).collect();
        let (errands, due) = (SortedMap::new(), Instant::FOREVER);
        ModeState { service, matrix, sustain, standings, errands, due }
    }

    /// The contracts.
    pub fn matrix(&self) -> &Rc<ModeMatrix> {
        &self.matrix
    }

    /// For how long evidence must last before belief rises.
    pub fn sustain(&self) -> Span {
        self.sustain
    }

    /// When the next look is due if nothing happens.
    pub fn due(&self) -> Instant {
        self.due
    }

    /// A node's stance in a class.
    pub fn stance(&self, holder: Place, class: ClassId) -> Option<Stance> {
        self.standings[self.at(holder, class)].0.stance
    }

    /// How far a node's belief has risen in each class.
    pub fn rungs(&self, holder: Place) -> impl Iterator<Item = Rung> {
        self.matrix.ids().map(move |class| self.standings[self.at(holder, class)].1)
    }

    /// Acts under way.
    pub fn errands(&self) -> impl Iterator<Item = (EventId, &Errand, Option<Stance>)> {
        self.errands.iter().map(|(id, (errand, standing))| (*id, errand, standing.stance))
    }

    /// Looks at all whose time has come, up to now.
    pub fn look(
        &mut self,
        now: Instant,
        ledger: &Ledger,
        world: &impl Surroundings,
        note: &mut impl FnMut(Change),
    ) {
        self.due = Instant::FOREVER;
        for at in 0..self.standings.len() {
            let (holder, class) = self.who(at);
            match self.standings[at].0.due {
                due if due <= now => self.stand_class(holder, class, now, ledger, world, note),
                due => self.due = self.due.min(due),
            }
        }
        self.stand_errands(now, ledger, note);
    }

    /// Something has changed for a node: where does it stand now?
    pub fn stand(
        &mut self,
        holder: Place,
        now: Instant,
        ledger: &Ledger,
        world: &impl Surroundings,
        note: &mut impl FnMut(Change),
    ) {
        for class in self.matrix.ids() {
            self.stand_class(holder, class, now, ledger, world, note);
        }
    }

    fn stand_class(
        &mut self,
        holder: Place,
        class: ClassId,
        now: Instant,
        ledger: &Ledger,
        world: &impl Surroundings,
        note: &mut impl FnMut(Change),
    ) {
        let (at, sustain) = (self.at(holder, class), self.sustain);
        let node = NodeId { service: self.service, place: holder };
        let (before, rung) = self.standings[at];
        let contracts = self.matrix.class(class);
        let Some(recovering) = world.claims(node, class) else {
            let rung = Rung::at_floor(contracts);
            return self.settle(at, (None, Instant::FOREVER), rung, node, class, None, note);
        };
        let local = world.local(node);
        let look = Look { class: contracts, ledger, holder, at: now, local, sustain, recovering };
        let (stance, rung, due) = look.stance(rung);
        let due = rung.rising.map_or(due, |since| due.min(world.when(node, since + sustain)));
        let lapse = (before.stance != Some(stance) && before.due == now)
            .then(|| ledger.lapsed(holder, now).map(Lapse::new))
            .flatten();
        self.settle(at, (Some(stance), due), rung, node, class, lapse, note);
    }

    #[expect(clippy::too_many_arguments, reason = "one believer's before and after")]
    fn settle(
        &mut self,
        at: usize,
        (stance, due): (Option<Stance>, Instant),
        rung: Rung,
        node: NodeId,
        class: ClassId,
        lapse: Option<Lapse>,
        note: &mut impl FnMut(Change),
    ) {
        if self.standings[at].0.stance != stance {
            note(Change { who: Believer::Node(node, class), stance, lapse });
        }
        self.standings[at] = (Standing { stance, due }, rung);
        self.due = self.due.min(due);
    }

    /// An act sets out.
    pub fn set_out(&mut self, event: EventId, errand: Errand) {
        self.errands.insert(event, (errand, Standing { stance: None, due: Instant::FOREVER }));
    }

    /// If a message that will arrive once more is an act, so is its copy.
    pub fn copy_errand(&mut self, event: EventId, twin: EventId) {
        if let Some(errand) = self.errands.get(&event).cloned() {
            self.errands.insert(twin, errand);
        }
    }

    /// Are any acts under way?
    pub fn has_errands(&self) -> bool {
        !self.errands.is_empty()
    }

    /// An act lands, or is lost. Was it justified at this instant?
    pub fn land(
        &mut self,
        event: EventId,
        now: Instant,
        ledger: &Ledger,
        note: &mut impl FnMut(Change),
    ) -> Option<(Errand, bool)> {
        let (errand, standing) = self.errands.remove(&event)?;
        let justified = errand.is_justified(self.matrix.class(errand.class), ledger, now);
        if standing.stance.is_some() {
            let who = Believer::Errand(errand.by, errand.class, event);
            note(Change { who, stance: None, lapse: None });
        }
        Some((errand, justified))
    }

    /// Asks the issuers about all acts under way, and looks where these stand.
    pub fn ask_errands(
        &mut self,
        now: Instant,
        ledger: &Ledger,
        truth: &impl Truth,
        note: &mut impl FnMut(Change),
    ) {
        self.errands.values_mut().for_each(|(errand, _)| errand.ask(now, truth));
        self.stand_errands(now, ledger, note);
    }

    fn stand_errands(&mut self, now: Instant, ledger: &Ledger, note: &mut impl FnMut(Change)) {
        for (id, (errand, standing)) in self.errands.iter_mut() {
            let (stance, due) = errand.stance(self.matrix.class(errand.class), ledger, now);
            if standing.stance != stance {
                let who = Believer::Errand(errand.by, errand.class, *id);
                note(Change { who, stance, lapse: errand.lapsed(now).map(Lapse::new) });
            }
            *standing = Standing { stance, due };
            self.due = self.due.min(due);
        }
    }

    fn at(&self, holder: Place, class: ClassId) -> usize {
        holder.index() * self.matrix.classes.len() + class.index()
    }

    fn who(&self, at: usize) -> (Place, ClassId) {
        let classes = self.matrix.classes.len();
        (Place((at / classes) as u16), ClassId((at % classes) as u8))
    }
}

/// Does the answer that a node gives now rest on evidence whose issuers stand by it?
pub fn is_backed(
    class: &ClassContracts,
    contract: u8,
    ledger: &Ledger,
    holder: Place,
    now: Instant,
) -> bool {
    let backing = ledger.seen(holder, Side::Backing);
    let safety = class.contracts[usize::from(contract)].clauses.iter();
    let mut safety = safety.filter(|clause| clause.invariant.is_safety());
    safety.all(|clause| now < clause.requires.horizon(&backing, holder))
}
