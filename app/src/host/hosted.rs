//! One lab in an element of somebody's page.
use super::report::Report;
use super::{Asked, Command, LabState, Message};
use crate::browser::{self, Element, HeightWatch, NoScenario, Sight};
use crate::pages::{LabView, LabViewProps};
use crate::state::{Lab, Session};
use engine::scenario::{Bare, Scenario};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::{AppHandle, Callback, Renderer};

/// A lab that gets its run, has it, or has ended.
pub struct Hosted(Rc<Inner>);

struct Inner {
    element: Element,
    asked: Asked,
    /// May be another than was asked for by the time that the lab is there.
    theme: RefCell<Option<String>>,
    tell: Callback<Message>,
    stage: RefCell<Stage>,
}

/// What a lab says that has ended, or could not begin.
const OVER: &str = "This lab is over.";

/// What it is at.
enum Stage {
    /// Its scenario is under way; it was told to do this meanwhile.
    Waits(Vec<Command>),
    /// It runs.
    Runs(Box<Running>),
    /// It could not begin, and says so in its element.
    Failed,
    /// It was disposed of.
    Over,
}

struct Running {
    lab: Lab,
    root: AppHandle<LabView>,
    _report: Report,
    _height: HeightWatch,
    _sight: Sight,
}

impl Hosted {
    /// Begins, with the scenario that the page brings or with that of the site; what the lab has to
    /// say is told.
    pub fn start(
        element: Element,
        asked: Asked,
        given: Option<Bare>,
        tell: Callback<Message>,
    ) -> Hosted {
        let stage = RefCell::new(Stage::Waits(Vec::new()));
        let theme = RefCell::new(asked.theme.clone());
        let inner = Rc::new(Inner { element, asked, theme, tell, stage });
        let waiting = inner.clone();
        spawn_local(async move {
            let id = &waiting.asked.scenario;
            let found = match given {
                Some(scenario) if scenario.id() == *id => browser::brought(scenario).await,
                Some(scenario) => Err(NoScenario {
                    text: format!("What was given is “{}”, not “{id}”.", scenario.id()),
                    is_unknown: false,
                }),
                None => browser::scenario(id).await,
            };
            waiting.begin(found);
        });
        Hosted(inner)
    }

    /// Does something, or will as soon as it can.
    pub fn command(&self, command: Command) -> Result<(), String> {
        let lab = match &mut *self.0.stage.borrow_mut() {
            Stage::Waits(waiting) => {
                waiting.push(command);
                return Ok(());
            }
            Stage::Runs(running) => running.lab.clone(),
            Stage::Failed | Stage::Over => return Err(OVER.into()),
        };
        command.apply(&lab)
    }

    /// Wears another theme.
    pub fn set_theme(&self, name: &str) -> Result<(), String> {
        if matches!(&*self.0.stage.borrow(), Stage::Over) {
            return Err(OVER.into());
        }
        let theme = super::asked::theme_of(name)?;
        browser::set_theme(&self.0.element, theme.as_deref());
        self.0.theme.replace(theme);
        Ok(())
    }

    /// The run as it stands; in one sentence, why there is none.
    pub fn state(&self) -> Result<LabState, String> {
        match &*self.0.stage.borrow() {
            Stage::Runs(running) => {
                Ok(LabState::of(&running.lab.session(), running.lab.is_playing()))
            }
            Stage::Waits(_) => Ok(self.0.nothing_yet()),
            Stage::Failed | Stage::Over => Err(OVER.into()),
        }
    }

    /// Ends, and leaves its element as it was. Once more does nothing.
    pub fn dispose(&self) {
        let stage = self.0.stage.replace(Stage::Over);
        if matches!(stage, Stage::Over) {
            return;
        }
        if let Stage::Runs(running) = stage {
            running.lab.set_playing(false);
            let Running { root, .. } = *running;
            root.destroy();
        }
        browser::clear_room(&self.0.element);
    }
}

impl Inner {
    fn nothing_yet(&self) -> LabState {
        let seed = self.asked.seed.map(|seed| seed.to_string()).unwrap_or_default();
        LabState {
            scenario: self.asked.scenario.clone(),
            stage: self.asked.stage,
            seed,
            ..LabState::default()
        }
    }

    fn begin(&self, found: Result<Rc<Scenario>, NoScenario>) {
        // It may have been disposed of meanwhile.
        let Stage::Waits(waiting) = self.stage.replace(Stage::Over) else { return };
        match found {
            Ok(scenario) => self.run(scenario, waiting),
            Err(why) => {
                self.stage.replace(Stage::Failed);
                let (theme, text) = (self.theme.borrow().clone(), why.text);
                let (link, name) = match why.is_unknown {
                    true => (format!("{}labs/", browser::base()), "All labs"),
                    false => (self.page(), "The lab on a page of its own"),
                };
                browser::say_instead(&self.element, theme.as_deref(), &text, (&link, name));
                self.tell.emit(Message::Failure { text, link });
            }
        }
    }

    fn run(&self, scenario: Rc<Scenario>, waiting: Vec<Command>) {
        let (opening, notice) = self.asked.opening(&scenario);
        let mut session = Session::open(scenario.clone(), &opening);
        if let Some(seed) = self.asked.seed {
            session.set_seed(seed);
        }
        let lab = Lab::without(session, self.asked.hidden);
        let (theme, hidden) = (self.theme.borrow().clone(), self.asked.hidden);
        let room = browser::make_room(
            &self.element,
            &scenario.id,
            theme.as_deref(),
            &hidden.names().replace(',', " "),
        );
        let Some(room) = room else { return self.fail("The element takes no lab.".into()) };
        if scenario.has_many_rows() {
            browser::has_many_rows(&room);
        }
        let props = LabViewProps {
            whole: false,
            scenario: scenario.into(),
            opening,
            lab: Some(lab.clone()),
            notice: notice.clone(),
            plays: false,
            hidden,
            on_lecture: None,
            share: None,
        };
        let root = Renderer::<LabView>::with_root_and_props(room, props).render();
        let report = Report::start(&lab, self.tell.clone());
        let tell = self.tell.clone();
        let tells = move |pixels| tell.emit(Message::Height { pixels });
        let height = browser::watch_height(&self.element, tells);
        let sight = rest_unseen(&self.element, &lab);
        let lab_now = lab.clone();
        let running =
            Running { lab: lab_now, root, _report: report, _height: height, _sight: sight };
        self.stage.replace(Stage::Runs(Box::new(running)));
        let state = LabState::of(&lab.session(), lab.is_playing());
        self.tell.emit(Message::Ready { state });
        if let Some(text) = notice {
            self.fail(text);
        }
        for command in waiting {
            if let Err(text) = command.apply(&lab) {
                self.fail(text);
            }
        }
    }

    fn fail(&self, text: String) {
        self.tell.emit(Message::Failure { text, link: self.page() });
    }

    /// The lab's own page, for whoever cannot have it here.
    fn page(&self) -> String {
        let Asked { scenario, stage, .. } = &self.asked;
        // A lab that runs has a stage that there is.
        let stage = match &*self.stage.borrow() {
            Stage::Runs(running) => running.lab.session().stage() + 1,
            _ => *stage,
        };
        format!("{}play/{scenario}/?stage={stage}", browser::base())
    }
}

/// Out of sight a lab stands still, and goes on if it was going.
fn rest_unseen(element: &Element, lab: &Lab) -> Sight {
    let (lab, went) = (lab.clone(), Cell::new(false));
    Sight::start(std::slice::from_ref(element), "0px", move |_, seen| {
        if !seen {
            went.set(lab.is_playing());
            lab.set_playing(false);
        } else if went.take() {
            lab.set_playing(true);
        }
    })
}
