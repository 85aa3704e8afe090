//! A lecture: slides in a row, each a stage with its steps, and everything that can be undone.
mod command;
mod order;
#[cfg(test)]
mod tests;
mod word;
pub use command::Command;
pub use order::{Entry, FORMAT, MOST, parse_order, skipped, write_order};
pub use word::{Told, Word};

use super::{Lab, Opening, Session};
use engine::kernel::Instant;
use engine::scenario::{Scenario, Stage};
use std::rc::Rc;

/// One stage of the running order, as it is prepared.
#[derive(Clone)]
pub struct Slide {
    /// What is played.
    pub scenario: Rc<Scenario>,
    /// Where it begins; this is what a reset brings back.
    pub prepared: Opening,
}

impl Slide {
    /// The place of its stage in the scenario.
    pub fn number(&self) -> usize {
        self.prepared.stage()
    }

    /// Its stage; the first where the scenario has no such stage.
    pub fn stage(&self) -> &Stage {
        let stages = &self.scenario.stages;
        stages.get(self.number()).unwrap_or(&stages[0])
    }

    /// As it stands in a running order.
    pub fn entry(&self) -> Entry {
        Entry { scenario: self.scenario.id.clone(), stage: Some(self.number() + 1) }
    }
}

/// How far a slide has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// What it is about.
    #[default]
    Headline,
    /// What will happen?
    Question,
    /// The run.
    Run,
    /// What it showed.
    Reveal,
}

impl Step {
    /// All of them, in their order.
    pub const ALL: [Step; 4] = [Step::Headline, Step::Question, Step::Run, Step::Reveal];

    /// In messages between windows, and in words.
    pub fn name(self) -> &'static str {
        ["headline", "question", "run", "reveal"][self as usize]
    }
}

/// Raised hands, choice by choice.
pub type Hands = Vec<u16>;

/// How a lecture stood before a command.
struct Before {
    at: usize,
    step: Step,
    hands: Vec<Hands>,
    now: Instant,
    /// The session that was put aside, where another took its place.
    session: Option<Session>,
}

/// So many commands can be taken back.
const LONGEST: usize = 60;

/// A lecture that is being given.
pub struct Lecture {
    lab: Lab,
    slides: Vec<Slide>,
    at: usize,
    step: Step,
    hands: Vec<Hands>,
    black: bool,
    /// When the talk began, in milliseconds of the system's clock.
    since: f64,
    before: Vec<Before>,
    /// How many changes of the script there were after the last command.
    changes: usize,
}

impl Lecture {
    /// At a slide, in its prepared state; nothing where there is no slide.
    pub fn new(slides: Vec<Slide>, at: usize, since: f64) -> Option<Lecture> {
        let at = at.min(slides.len().checked_sub(1)?);
        let slide = &slides[at];
        let lab = Lab::new(Session::open(slide.scenario.clone(), &slide.prepared));
        let hands = slides.iter().map(none_raised).collect();
        let (step, black, before) = (Step::Headline, false, Vec::new());
        Some(Lecture { lab, slides, at, step, hands, black, since, before, changes: 0 })
    }

    /// The run that is shown.
    pub fn lab(&self) -> &Lab {
        &self.lab
    }

    /// The running order.
    pub fn slides(&self) -> &[Slide] {
        &self.slides
    }

    /// The place of the slide that is shown.
    pub fn at(&self) -> usize {
        self.at
    }

    /// The slide that is shown.
    pub fn slide(&self) -> &Slide {
        &self.slides[self.at]
    }

    /// How far it has come.
    pub fn step(&self) -> Step {
        self.step
    }

    /// The hands that were counted for it.
    pub fn hands(&self) -> &[u16] {
        &self.hands[self.at]
    }

    /// Is the screen black?
    pub fn is_black(&self) -> bool {
        self.black
    }

    /// When the talk began.
    pub fn since(&self) -> f64 {
        self.since
    }

    /// What other windows are told.
    pub fn told(&self) -> Told {
        Told {
            at: self.at,
            step: self.step,
            black: self.black,
            playing: self.lab.is_playing(),
            since: self.since,
            now: self.lab.session().now(),
            hands: self.hands.clone(),
            order: self.slides.iter().map(Slide::entry).collect(),
        }
    }

    /// Takes up what was told before the window was loaded again, if it is of this order.
    pub fn take_up(&mut self, told: &Told) {
        if told.at == self.at && told.order == self.told().order {
            self.step = told.step;
            self.black = told.black;
            self.since = told.since;
            for (counts, raised) in self.hands.iter_mut().zip(&told.hands) {
                counts.iter_mut().zip(raised).for_each(|(count, raised)| *count = *raised);
            }
            self.lab.change(|session| session.seek_to(told.now));
        }
    }

    /// Another running order. The slide that is shown stays if it is in it, as do the hands that
    /// were counted for slides of both.
    pub fn set_slides(&mut self, slides: Vec<Slide>) {
        if slides.is_empty() {
            return;
        }
        let here = self.slide().entry();
        let found = slides.iter().position(|slide| slide.entry() == here);
        // What was before belongs to another order.
        self.before.clear();
        self.hands = slides.iter().map(|slide| self.counted(slide)).collect();
        self.slides = slides;
        self.at = found.unwrap_or_default();
        if found.is_none() {
            self.step = Step::Headline;
            self.prepare();
        }
    }

    /// The hands that were counted for a slide of this order; none for another.
    fn counted(&self, slide: &Slide) -> Hands {
        let place = self.slides.iter().position(|one| one.entry() == slide.entry());
        place.map_or_else(|| none_raised(slide), |place| self.hands[place].clone())
    }

    /// Time passes while the run plays; it stops by itself where it is to be looked at.
    pub fn pass(&self, seconds: f64) {
        let look = self.slide().stage().look;
        let before = self.lab.session().now();
        self.lab.pass(seconds);
        if before < look && self.lab.session().now() >= look {
            self.lab.set_playing(false);
            self.lab.change(|session| session.seek_to(look));
        }
    }

    /// The presenter wants something at an instant of the system's clock.
    pub fn take(&mut self, command: Command, clock: f64) {
        match command {
            Command::Black => self.black = !self.black,
            Command::Restart => self.since = clock,
            Command::Play => self.play(),
            Command::Undo => self.undo(),
            Command::Next => self.next(),
            Command::Back => self.back(),
            Command::Reset => {
                let step = if self.step > Step::Question { Step::Question } else { self.step };
                self.go(self.at, step, true);
            }
            Command::Jump(slide) if slide < self.slides.len() => {
                self.go(slide, Step::Headline, true);
            }
            Command::Jump(_) => (),
            Command::Raise(choice, by) => self.raise(choice, by),
        }
        self.changes = self.lab.session().changes();
    }

    fn play(&mut self) {
        if self.step < Step::Run {
            return self.go(self.at, Step::Run, false);
        }
        self.lab.toggle();
    }

    fn next(&mut self) {
        match self.step {
            Step::Headline => self.go(self.at, Step::Question, false),
            Step::Question => self.go(self.at, Step::Run, false),
            Step::Run => {
                self.go(self.at, Step::Reveal, false);
                self.look();
            }
            Step::Reveal if self.at + 1 < self.slides.len() => {
                self.go(self.at + 1, Step::Headline, true);
            }
            Step::Reveal => (),
        }
    }

    fn back(&mut self) {
        match self.step {
            Step::Reveal => self.go(self.at, Step::Run, false),
            Step::Run => self.go(self.at, Step::Question, true),
            Step::Question => self.go(self.at, Step::Headline, false),
            // A step back, as everywhere else: to the end of the slide before.
            Step::Headline if self.at > 0 => {
                self.go(self.at - 1, Step::Reveal, true);
                self.look();
            }
            Step::Headline => (),
        }
    }

    /// The run goes on to where it is to be looked at, if it has not been there.
    fn look(&self) {
        let look = self.slide().stage().look;
        if self.lab.session().now() < look {
            self.lab.change(|session| session.seek_to(look));
        }
    }

    /// To a step of a slide. The run plays where the presenter has just come on to it.
    fn go(&mut self, slide: usize, step: Step, prepared: bool) {
        let plays = step == Step::Run && self.step < Step::Run;
        self.remember();
        (self.at, self.step) = (slide, step);
        if prepared {
            self.prepare();
        }
        self.lab.set_playing(plays);
    }

    fn raise(&mut self, choice: usize, by: i16) {
        if choice < self.hands().len() {
            self.remember();
            let count = &mut self.hands[self.at][choice];
            *count = count.saturating_add_signed(by).min(999);
        }
    }

    fn remember(&mut self) {
        let (at, step, hands) = (self.at, self.step, self.hands.clone());
        let now = self.lab.session().now();
        self.before.push(Before { at, step, hands, now, session: None });
        if self.before.len() > LONGEST {
            self.before.remove(0);
        }
    }

    /// The slide as it is prepared; what stood there can be brought back.
    fn prepare(&mut self) {
        let slide = self.slide();
        let fresh = Session::open(slide.scenario.clone(), &slide.prepared);
        let old = self.replace(fresh);
        if let Some(before) = self.before.last_mut() {
            before.session = Some(old);
        }
    }

    fn replace(&self, session: Session) -> Session {
        self.lab.set_playing(false);
        let pace = session.scenario().pace;
        let old = self.lab.change(|now| std::mem::replace(now, session));
        self.lab.set_pace(pace);
        // Two runs may be alike in all that a lab compares, and be of two scenarios.
        self.lab.tell(super::Interest::Run);
        old
    }

    /// What was struck on the stage since the last command comes first, then the command.
    fn undo(&mut self) {
        self.lab.set_playing(false);
        if self.lab.session().changes() > self.changes {
            return self.lab.change(Session::undo);
        }
        let Some(before) = self.before.pop() else { return };
        (self.at, self.step, self.hands) = (before.at, before.step, before.hands);
        if let Some(session) = before.session {
            self.replace(session);
        }
        self.lab.change(|session| session.seek_to(before.now));
    }
}

fn none_raised(slide: &Slide) -> Hands {
    vec![0; slide.stage().choices.len()]
}
