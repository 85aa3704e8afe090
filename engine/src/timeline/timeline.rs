//! A run that can be played, rewound and changed.
use super::checkpoint::Checkpoints;
use super::{Act, Branch, Script, Trace};
use crate::kernel::Instant;
use crate::modes::{Window, windows};
use crate::node::Record;
use crate::world::{Plan, World};

/// How many steps have been taken.
pub type StepIndex = usize;

/// One run: its past and future as far as played, and the world at the cursor.
pub struct Timeline {
    /// May have looked at stances after the last step and found nothing changed, up to the
    /// playhead and no further.
    world: World,
    cursor: StepIndex,
    now: Instant,
    script: Script,
    next_act: usize,
    trace: Trace,
    checkpoints: Checkpoints,
    branches: Vec<Branch>,
    scratch: Vec<Record>,
}

impl Timeline {
    /// At the start: all nodes have booted.
    pub fn new(plan: Plan, script: Script) -> Timeline {
        let (mut trace, mut scratch) = (Trace::default(), Vec::new());
        let (world, start) = World::new(plan, &mut scratch);
        trace.push(start, &mut scratch, Default::default());
        Timeline {
            checkpoints: Checkpoints::new(&world),
            world,
            cursor: 1,
            now: Instant(0),
            script,
            next_act: 0,
            trace,
            branches: Vec::new(),
            scratch,
        }
    }

    /// The world at the cursor. Its own instant is that of its last step.
    pub fn world(&self) -> &World {
        &self.world
    }

    /// How many steps lie before the cursor.
    pub fn cursor(&self) -> StepIndex {
        self.cursor
    }

    /// The instant of the playhead: not before the last step, and before the next one.
    pub fn now(&self) -> Instant {
        self.now
    }

    /// Everything as far as played, including what lies after the cursor.
    pub fn trace(&self) -> &Trace {
        &self.trace
    }

    /// What befalls this run.
    pub fn script(&self) -> &Script {
        &self.script
    }

    /// Futures that were left behind, the latest last.
    pub fn branches(&self) -> &[Branch] {
        &self.branches
    }

    /// The instant up to which the run has been played.
    pub fn head(&self) -> Instant {
        let last = self.trace.steps().last().map_or(Instant(0), |step| step.at());
        last.max(self.now)
    }

    /// How many checkpoints are kept.
    pub fn checkpoint_count(&self) -> usize {
        self.checkpoints.len()
    }

    /// The next step happens, if it is not after `limit`. The playhead moves to it.
    pub fn advance(&mut self, limit: Instant) -> bool {
        let stepped = self.take_step(limit);
        if self.world.now() > self.now {
            let now = self.now;
            self.seek(self.cursor);
            self.run_until(now);
        }
        stepped
    }

    fn take_step(&mut self, limit: Instant) -> bool {
        let act = self.script.acts().get(self.next_act).copied();
        let until = act.map_or(limit, |act| act.at.min(limit));
        let events = self.world.runtime().next_event();
        let replay = self.cursor < self.trace.len();
        self.scratch.clear();
        let log = &mut self.scratch;
        let occurrence = match (self.world.step(until, log), act) {
            (Some(occurrence), _) => occurrence,
            (None, Some(act)) if act.at <= limit => {
                self.next_act += 1;
                self.world.intervene(act.at, act.fault, log)
            }
            (None, _) => return false,
        };
        if replay {
            debug_assert_eq!(occurrence, self.trace.step(self.cursor).occurrence);
            debug_assert_eq!(self.scratch, self.trace.records(self.cursor));
        } else {
            self.trace.push(occurrence, &mut self.scratch, events);
        }
        self.cursor += 1;
        self.now = self.now.max(occurrence.at);
        self.checkpoints.offer(self.cursor, &self.world);
        true
    }

    /// Plays on until nothing more happens up to an instant; the playhead stops there.
    pub fn run_until(&mut self, at: Instant) {
        while self.take_step(at) {}
        self.now = self.now.max(at);
    }

    /// Puts the cursor after so many steps, and the playhead to the last of them. Steps that have
    /// not been played yet are.
    pub fn seek(&mut self, steps: StepIndex) {
        let steps = steps.max(1);
        if steps < self.cursor
            || steps == self.cursor && self.world.now() > self.trace.step(steps - 1).at()
            || self.checkpoints.before(steps).is_some_and(|(kept, _)| *kept > self.cursor)
        {
            self.restore(steps);
        }
        while self.cursor < steps && self.take_step(Instant(u64::MAX)) {}
        self.now = self.trace.step(self.cursor - 1).at();
    }

    /// Puts the playhead to an instant.
    pub fn seek_to(&mut self, at: Instant) {
        if at < self.head() {
            self.seek(self.trace.steps_until(at));
        }
        self.run_until(at);
    }

    fn restore(&mut self, steps: StepIndex) {
        if let Some((kept, world)) = self.checkpoints.before(steps) {
            self.cursor = *kept;
            self.world = world.clone();
            self.now = self.trace.step(self.cursor - 1).at();
            self.next_act = self.trace.acts(self.cursor).count();
        }
    }

    /// Somebody intervenes at the playhead. What had been played beyond it is left behind as a
    /// branch. The answer is the place of the act in the script.
    pub fn intervene(&mut self, fault: crate::faults::Fault) -> usize {
        let (script, place) = self.script.with(Act { at: self.now, fault });
        self.follow(script);
        place
    }

    /// Plays another script instead, up to the playhead. What had been played of the old one from
    /// where they part is left behind as a branch; what is played no longer is one.
    pub fn follow(&mut self, script: Script) {
        let common = self.script.common(&script);
        let parting = |script: &Script| script.acts().get(common).map(|act| act.at);
        let Some(parted) = parting(&self.script).into_iter().chain(parting(&script)).min() else {
            return;
        };
        let now = self.now;
        self.leave_branch(parted);
        self.branches.retain(|branch| branch.script != script);
        let first_act = self.trace.acts(self.trace.len()).nth(common);
        let first_act = first_act.map_or(usize::MAX, |(step, _)| step);
        let keep = self.trace.steps_until(parted).min(first_act);
        if self.cursor > keep || self.world.now() > parted {
            self.restore(keep);
        }
        self.trace.truncate(keep);
        self.checkpoints.truncate(keep);
        self.script = script;
        self.run_until(now);
    }

    /// Takes up a future that was left behind.
    pub fn take_up(&mut self, branch: usize) {
        if branch < self.branches.len() {
            let branch = self.branches.remove(branch);
            self.follow(branch.script);
            self.run_until(branch.head);
        }
    }

    fn leave_branch(&mut self, parted: Instant) {
        let head = self.head();
        if head <= parted {
            return;
        }
        let windows = self.windows(self.trace.len());
        let late = |window: &Window| window.until.is_none_or(|until| until > parted);
        let windows = windows.into_iter().filter(late).collect();
        self.branches.push(Branch { script: self.script.clone(), parted, head, windows });
    }

    /// Who stood where, in the steps before one.
    pub fn windows(&self, before: StepIndex) -> Vec<Window> {
        windows(self.trace.changes(before).filter_map(|(step, record)| match record {
            Record::Stance(change) => Some((self.trace.step(step).at(), *change)),
            _ => None,
        }))
    }
}
