//! Random runs: servers, clients, and faults drawn from the declared model or from beyond it.
use super::schedules::group;
use super::*;
use crate::faults::{Fault, FaultKind, Target};
use crate::kernel::{Draws, HostSet, Purpose};
use crate::node::{Note, Record, Topic};
use crate::timeline::{Act, Script};
use crate::world::Cause;

/// The bound that servers assume for any clock, in parts per million.
const BOUND: i64 = 50_000;
/// How long a run lasts, and when its first fault may strike.
const LENGTH: u64 = 9_000;
const CALM: u64 = 2_000;
/// So many faults befall a run, each with its cure.
const FAULTS: u64 = 6;

/// A kind of fault, and the most of it.
pub type Palette = [(FaultKind, i64)];

/// What may befall a run: the declared model.
pub const MODEL: &Palette = &[
    (FaultKind::Cut, 0),
    (FaultKind::CutOneway, 0),
    (FaultKind::PartialCut, 0),
    (FaultKind::Crash, 0),
    (FaultKind::Crash, 0),
    (FaultKind::Pause, 0),
    (FaultKind::Hold, 0),
    (FaultKind::Loss, 200),
    (FaultKind::Dup, 200),
    (FaultKind::Reorder, 300),
    (FaultKind::Delay, 300_000_000),
    (FaultKind::Jitter, 300_000_000),
    (FaultKind::ClockDrift, BOUND),
    (FaultKind::ClockDrift, BOUND),
    (FaultKind::ClockStep, 60_000_000_000),
    (FaultKind::DiskSlow, 300_000_000),
    (FaultKind::Slow, 200_000_000),
];

/// What strikes the leader first, mostly.
const FIRST: &Palette =
    &[(FaultKind::Crash, 0), (FaultKind::Cut, 0), (FaultKind::Pause, 0), (FaultKind::Hold, 0)];

/// Clocks that run as nobody assumed.
pub const WILD_CLOCKS: &Palette =
    &[(FaultKind::ClockDrift, 10 * BOUND), (FaultKind::ClockFreeze, 0)];

/// Disks that lose what they had said they keep.
pub const LOSSY_DISKS: &Palette = &[(FaultKind::CrashAmnesia, 0), (FaultKind::DiskLie, 1)];

/// One random run.
pub struct Storm {
    draws: Draws,
    /// How many servers there are.
    pub servers: u16,
}

impl Storm {
    /// Three or five servers.
    pub fn new(seed: u64) -> Storm {
        let servers = if seed.is_multiple_of(2) { 3 } else { 5 };
        Storm { draws: Draws::new(seed, Purpose::Swarm, 7), servers }
    }

    fn hosts(&self) -> u16 {
        self.servers + 3
    }

    /// The run in its calm beginning: three clients use two keys.
    pub fn calm(&self, seed: u64, change: impl Fn(Setup) -> Setup) -> Timeline {
        let mut clients = vec![client(0..self.servers); 3];
        clients.iter_mut().for_each(|plan| plan.providers[0].keys = 2);
        let plan = group(Plan::new(seed, self.hosts()), self.servers, change, clients);
        play(plan, Vec::new(), millis(CALM))
    }

    /// The rest of it: faults from a palette, each with its cure some time later. The first one
    /// mostly strikes whoever leads.
    pub fn rage(mut self, line: &mut Timeline, palette: &Palette) {
        let mut acts = Vec::new();
        for nth in 0..FAULTS {
            let leads = (nth == 0 && self.draws.below(5) > 0).then(|| leads(line)).flatten();
            let palette = if leads.is_some() { FIRST } else { palette };
            let (kind, most) = palette[self.draws.below(palette.len() as u64) as usize];
            let latest = if leads.is_some() { CALM + 1_500 } else { LENGTH * 3 / 4 };
            let at = self.draws.between(CALM + 1, latest);
            let until = at + self.draws.between(200, 2_500);
            let target = self.target(kind, leads);
            let fault = Fault { kind, target, amount: self.amount(kind, most) };
            acts.push(Act { at: millis(at), fault });
            acts.push(Act { at: millis(until), fault: cure(fault) });
        }
        line.follow(Script::new(acts));
    }

    fn amount(&mut self, kind: FaultKind, most: i64) -> i64 {
        let least = if most > 0 { 1 } else { 0 };
        let size = match self.draws.below(2) {
            0 => most,
            _ => self.draws.between(least, most.unsigned_abs()).cast_signed(),
        };
        let both_ways = matches!(kind, FaultKind::ClockDrift | FaultKind::ClockStep);
        if both_ways && self.draws.below(2) == 0 { -size } else { size }
    }

    fn target(&mut self, kind: FaultKind, leads: Option<u16>) -> Target {
        let server = leads.unwrap_or(self.draws.below(self.servers.into()) as u16);
        let all = HostSet::first(self.hosts());
        let side = match leads {
            Some(leads) => hosts(&[leads, self.servers]),
            None => self.some_of(all),
        };
        let rest = all.minus(side);
        match kind {
            FaultKind::CutOneway => Target::OneWay(side, rest),
            FaultKind::PartialCut => Target::Sides(side, self.some_of(rest)),
            FaultKind::Cut | FaultKind::Hold | FaultKind::Delay | FaultKind::Jitter => {
                Target::Sides(side, rest)
            }
            FaultKind::Loss | FaultKind::Dup | FaultKind::Reorder => Target::All,
            _ => Target::Hosts(hosts(&[server])),
        }
    }

    fn some_of(&mut self, hosts: HostSet) -> HostSet {
        hosts.iter().filter(|_| self.draws.below(2) == 0).collect()
    }
}

/// Plays a run to its end; every half second each server is asked whether it believes what the
/// simulator takes it to believe.
pub fn played(mut line: Timeline) -> Timeline {
    for at in (CALM..=LENGTH).step_by(500) {
        line.run_until(millis(at));
        assert_one_predicate(&line);
    }
    line
}

fn leads(line: &Timeline) -> Option<u16> {
    let places = 0..line.world().cluster(SERVICE).setup().members;
    let looks = |place: &u16| line.world().cluster(SERVICE).observe(Place(*place));
    places.into_iter().find(|place| looks(place).is_some_and(|looks| looks.role == Part::Leader))
}

/// What ends a fault: its undoing, or for what has an amount, none of it. A disk that lies goes
/// on lying.
fn cure(fault: Fault) -> Fault {
    match fault.kind.card().param {
        _ if fault.kind == FaultKind::DiskLie => fault,
        Some(_) if fault.kind != FaultKind::ClockStep => fault.by(0),
        _ => fault.undone().unwrap_or(fault),
    }
}

fn is_cure(fault: &Fault) -> bool {
    let has_amount = fault.kind.card().param.is_some() && fault.kind != FaultKind::OperatorAction;
    let none_of_it = has_amount && fault.amount == 0;
    let undoes = [
        FaultKind::Heal,
        FaultKind::Release,
        FaultKind::Restart,
        FaultKind::Resume,
        FaultKind::ClockSync,
    ];
    none_of_it || undoes.contains(&fault.kind)
}

/// How many faults took effect; cures are none.
pub fn faults(line: &Timeline) -> usize {
    let acts = line.trace().steps().iter().enumerate();
    let struck = acts.filter(|(step, what)| match what.occurrence.cause {
        Cause::Act(fault) if !is_cure(&fault) => {
            line.trace().records(*step).contains(&Record::Struck(true))
        }
        _ => false,
    });
    struck.count()
}

/// How many terms had a leader.
pub fn leaders(line: &Timeline) -> usize {
    let leads = |record: &Record| {
        matches!(record, Record::Noted(_, Note::Decided { topic: Topic::Leader, .. }))
    };
    line.trace().notes(line.cursor()).filter(|(_, record)| leads(record)).count()
}

/// Did enough happen: a hundred operations answered, a change of leader, three faults?
pub fn counts(line: &Timeline) -> bool {
    acknowledged(line) >= 100 && leaders(line) >= 2 && faults(line) >= 3
}
