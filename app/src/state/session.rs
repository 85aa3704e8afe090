//! One run under the reader's hands: played, rewound, changed, undone.
use super::Topic;
use engine::checks::{Breach, Check, Undertaking, undertakings};
use engine::consistency::Verdict;
use engine::faults::Fault;
use engine::kernel::{Instant, ServiceId, Span};
use engine::modes::Window;
use engine::scenario::{Change, Link, Marks, Parting, Run, Scenario, VERSION, encode};
use engine::timeline::{Act, Script, Timeline};
use engine::world::Frame;
use std::cell::RefCell;
use std::rc::Rc;

/// Where a session begins.
#[derive(Clone, Debug, PartialEq)]
pub enum Opening {
    /// At a stage, counted from 0.
    Stage(usize),
    /// Where a link says.
    Link(Box<Link>),
}

impl Opening {
    /// The stage from which the run is started, counted from 0.
    pub fn stage(&self) -> usize {
        match self {
            Opening::Stage(stage) => *stage,
            Opening::Link(link) => link.run.stage,
        }
    }

    /// As an address asks for it: the stage as it is prepared, or the whole run as a link carries
    /// it.
    pub fn query(&self) -> String {
        match self {
            Opening::Stage(stage) => format!("stage={}", stage + 1),
            Opening::Link(link) => format!("run={}", encode(link)),
        }
    }
}

/// A conclusion of a check about a service.
pub type Conclusion = (ServiceId, Check, Verdict<Breach>);

/// One run.
pub struct Session {
    scenario: Rc<Scenario>,
    run: Run,
    line: Timeline,
    undo: Vec<Script>,
    redo: Vec<Script>,
    /// On what each check's verdict rested when it was asked, and what it said.
    concluded: RefCell<(Vec<u64>, Rc<Vec<Conclusion>>)>,
    undertaken: RefCell<Option<(u64, Rc<Vec<Undertaking>>)>>,
    windows: RefCell<Option<(u64, Rc<Vec<Window>>)>>,
    parting: Option<Parting>,
}

/// What was worked out for a key, or is worked out now and kept.
fn kept<T>(place: &RefCell<Option<(u64, Rc<T>)>>, key: u64, work: impl FnOnce() -> T) -> Rc<T> {
    if let Some((known, found)) = place.borrow().as_ref()
        && *known == key
    {
        return found.clone();
    }
    let fresh = Rc::new(work());
    *place.borrow_mut() = Some((key, fresh.clone()));
    fresh
}

impl Session {
    /// Acts of the reader fall on whole milliseconds, so that they can be said and written down.
    const GRAIN: u64 = 1_000_000;

    /// A run, opened.
    pub fn open(scenario: Rc<Scenario>, opening: &Opening) -> Session {
        let (run, from) = match opening {
            Opening::Stage(stage) => {
                let run = Run::of_stage(&scenario, *stage);
                let from = scenario.stages.get(run.stage).map_or(Instant(0), |stage| stage.from);
                (run, from)
            }
            Opening::Link(link) => (link.run.clone(), link.at.unwrap_or(Instant(0))),
        };
        let end = Instant(0) + scenario.length;
        let mut line = run.timeline(&scenario);
        let parting = match opening {
            Opening::Stage(_) => None,
            Opening::Link(link) => link.parting(&scenario, &mut line),
        };
        line.seek_to(from.min(end));
        let (undo, redo) = (Vec::new(), Vec::new());
        let (concluded, undertaken, windows) = Default::default();
        Session { scenario, run, line, undo, redo, concluded, undertaken, windows, parting }
    }

    /// Where the run differs from the one that the opened link had shared.
    pub fn parting(&self) -> Option<Parting> {
        self.parting
    }

    /// What is played.
    pub fn scenario(&self) -> &Rc<Scenario> {
        &self.scenario
    }

    /// What the run depends on; its script is that of the timeline.
    pub fn run(&self) -> Run {
        Run { script: self.line.script().clone(), ..self.run.clone() }
    }

    /// The run.
    pub fn line(&self) -> &Timeline {
        &self.line
    }

    /// Where the playhead stands.
    pub fn now(&self) -> Instant {
        self.line.now()
    }

    /// Where the run ends.
    pub fn end(&self) -> Instant {
        Instant(0) + self.scenario.length
    }

    /// Up to where it has been played; a run that was not played further than this knows no future.
    pub fn head(&self) -> Instant {
        self.line.head()
    }

    /// What happened in a step, to ask about.
    pub fn topic_of_step(&self, step: usize) -> Topic {
        Topic::Step(step, self.line.trace().hash_at(step + 1))
    }

    /// Is there such a thing in this run? A step is gone when the run was changed before it.
    pub fn knows(&self, topic: Topic) -> bool {
        let Topic::Step(step, _) = topic else { return true };
        step < self.line.trace().len() && topic == self.topic_of_step(step)
    }

    /// Can it be played on?
    pub fn is_at_end(&self) -> bool {
        self.now() >= self.end()
    }

    /// The picture at the playhead.
    pub fn frame(&self) -> Frame {
        self.line.world().frame(self.line.now())
    }

    /// Who stood where, as far as it has been played.
    pub fn windows(&self) -> Rc<Vec<Window>> {
        let trace = self.line.trace();
        kept(&self.windows, trace.hash(), || self.line.windows(trace.len()))
    }

    /// What clients undertook up to the playhead.
    pub fn undertakings(&self) -> Rc<Vec<Undertaking>> {
        let key = self.line.trace().hash_at(self.line.cursor());
        kept(&self.undertaken, key, || undertakings(&self.line))
    }

    /// What the checks of the scenario conclude at the playhead. Each check is asked anew only
    /// when something happened on which its verdict rests.
    pub fn conclusions(&self) -> Rc<Vec<Conclusion>> {
        let checks = &self.scenario.checks;
        let keys: Vec<u64> = checks.iter().map(|(_, check)| check.rests_on(&self.line)).collect();
        let (known, found) = &mut *self.concluded.borrow_mut();
        if *known != keys {
            let conclude = |(place, (service, check)): (usize, &(ServiceId, Check))| {
                let same = found.get(place).filter(|_| known[place] == keys[place]);
                let verdict = || (*service, *check, check.verdict(*service, &self.line));
                same.cloned().unwrap_or_else(verdict)
            };
            *found = Rc::new(checks.iter().enumerate().map(conclude).collect());
            *known = keys;
        }
        found.clone()
    }

    /// Plays on by a length of virtual time. The answer is whether a step was taken.
    pub fn play_on(&mut self, by: Span) -> bool {
        let before = self.line.cursor();
        let to = (self.line.now() + by).min(self.end());
        self.line.run_until(to);
        self.line.cursor() != before
    }

    /// Puts the playhead to an instant.
    pub fn seek_to(&mut self, at: Instant) {
        self.line.seek_to(at.min(self.end()));
    }

    /// Where the stage begins.
    pub fn beginning(&self) -> Instant {
        let stage = self.scenario.stages.get(self.run.stage);
        stage.map_or(Instant(0), |stage| stage.from)
    }

    /// Puts the playhead to where the stage begins.
    pub fn rewind(&mut self) {
        self.seek_to(self.beginning());
    }

    /// Puts the playhead after so many steps.
    pub fn seek_step(&mut self, steps: usize) {
        self.line.seek(steps);
    }

    /// One step on, unless the run is over.
    pub fn step_on(&mut self) {
        let end = self.end();
        self.line.advance(end);
    }

    /// One step back.
    pub fn step_back(&mut self) {
        let steps = self.line.cursor();
        let between = self.line.trace().step(steps - 1).at() < self.line.now();
        self.line.seek(if between { steps } else { steps.saturating_sub(1) });
    }

    /// Something befalls the run at the playhead; several faults are one change.
    pub fn act(&mut self, faults: &[Fault]) {
        let now = self.line.now().0;
        let at = Instant(now.div_ceil(Self::GRAIN) * Self::GRAIN).min(self.end());
        self.line.run_until(at);
        self.remember();
        for fault in faults {
            self.line.intervene(*fault);
        }
    }

    /// Takes an act out of the script.
    pub fn remove(&mut self, act: usize) {
        self.remember();
        let script = self.line.script().without(act);
        self.line.follow(script);
    }

    /// Moves an act to another instant.
    pub fn move_act(&mut self, act: usize, to: Instant) {
        if let Some(known) = self.line.script().acts().get(act).copied() {
            self.replace(act, Act { at: to, ..known });
        }
    }

    /// Puts another act in an act's place. The answer is its own place.
    pub fn replace(&mut self, act: usize, by: Act) -> usize {
        self.remember();
        let at = Instant(by.at.0 / Self::GRAIN * Self::GRAIN).min(self.end());
        let (script, place) = self.line.script().without(act).with(Act { at, ..by });
        self.line.follow(script);
        place
    }

    /// Can the last change of the script be taken back, and then be done again?
    pub fn can_undo(&self) -> (bool, bool) {
        (!self.undo.is_empty(), !self.redo.is_empty())
    }

    /// How many changes of the script can be taken back.
    pub fn changes(&self) -> usize {
        self.undo.len()
    }

    /// Takes the last change of the script back.
    pub fn undo(&mut self) {
        if let Some(script) = self.undo.pop() {
            self.redo.push(self.line.script().clone());
            self.line.follow(script);
        }
    }

    /// Does it again.
    pub fn redo(&mut self) {
        if let Some(script) = self.redo.pop() {
            self.undo.push(self.line.script().clone());
            self.line.follow(script);
        }
    }

    fn remember(&mut self) {
        self.undo.push(self.line.script().clone());
        self.redo.clear();
    }

    /// Takes up a future that was left behind.
    pub fn take_up(&mut self, branch: usize) {
        self.remember();
        self.line.take_up(branch);
    }

    /// Settings and guards that differ from the scenario's file.
    pub fn change(&self) -> &Change {
        &self.run.change
    }

    /// Runs anew with other settings or guards, up to the playhead.
    pub fn set_change(&mut self, change: Change) {
        self.run.change = change;
        self.run_anew();
    }

    /// Runs anew with other draws, up to the playhead.
    pub fn set_seed(&mut self, seed: u64) {
        self.run.seed = seed;
        self.run_anew();
    }

    /// Becomes another run of its scenario, up to the playhead. That can be undone as far as it is
    /// the script that changes.
    pub fn adopt(&mut self, run: Run) {
        if *self.line.script() != run.script {
            self.remember();
        }
        let anew = (self.run.seed, &self.run.change) != (run.seed, &run.change);
        self.run = run;
        match anew {
            true => {
                let now = self.line.now();
                self.line = self.run.timeline(&self.scenario);
                self.line.seek_to(now);
            }
            false => self.line.follow(self.run.script.clone()),
        }
    }

    fn run_anew(&mut self) {
        let (run, now) = (self.run(), self.line.now());
        self.line = run.timeline(&self.scenario);
        self.line.seek_to(now);
    }

    /// The stage from which it was started, counted from 0.
    pub fn stage(&self) -> usize {
        self.run.stage
    }

    /// Back to a stage as it is prepared.
    pub fn open_stage(&mut self, stage: usize) {
        *self = Session::open(self.scenario.clone(), &Opening::Stage(stage));
    }

    /// Another run of the same scenario, as a link or a file carries it.
    pub fn open_link(&mut self, link: Link) {
        *self = Session::open(self.scenario.clone(), &Opening::Link(Box::new(link)));
    }

    /// The hash of all that has been played.
    pub fn hash(&self) -> u64 {
        let trace = self.line.trace();
        trace.hash_at(trace.steps_until(self.head()))
    }

    /// What a link to here carries.
    pub fn link(&self) -> Link {
        let engine = VERSION.to_owned();
        let at = Some(self.line.now());
        Link { engine, run: self.run(), at, marks: Marks::of(&self.line) }
    }

    /// How it is opened again as it stands.
    pub fn opening(&self) -> Opening {
        match self.is_changed() || self.now() != self.beginning() {
            true => Opening::Link(Box::new(self.link())),
            false => Opening::Stage(self.stage()),
        }
    }

    /// Has the reader changed anything about the stage as it is prepared?
    pub fn is_changed(&self) -> bool {
        self.run() != Run::of_stage(&self.scenario, self.run.stage)
    }
}
