//! A session that several widgets look at, each told only of what it is interested in.
use super::{Hidden, Part, Session};
use engine::kernel::Span;
use std::cell::{Cell, Ref, RefCell};
use std::rc::Rc;
use yew::Callback;

/// What a widget wants to be told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Interest {
    /// The run itself became another, or was played further than before.
    Run,
    /// A step was taken, forward or back; and all of the above.
    Step,
    /// The playhead moved; and all of the above.
    Tick,
}

struct Listener {
    id: u32,
    interest: Interest,
    tell: Callback<()>,
}

/// The handle that widgets share.
#[derive(Clone)]
pub struct Lab(Rc<Inner>);

struct Inner {
    session: RefCell<Session>,
    listeners: RefCell<Vec<Listener>>,
    next: Cell<u32>,
    playing: Cell<bool>,
    /// Tells it from the other labs of the page.
    number: u32,
    pace: Cell<f64>,
    hidden: Hidden,
}

thread_local! {
    static NUMBERS: Cell<u32> = const { Cell::new(0) };
}

impl PartialEq for Lab {
    fn eq(&self, other: &Lab) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Lab {
    /// Nobody looks yet, and nothing is hidden.
    pub fn new(session: Session) -> Lab {
        Lab::without(session, Hidden::default())
    }

    /// Nobody looks yet, and some parts will not be seen.
    pub fn without(session: Session, hidden: Hidden) -> Lab {
        let pace = session.scenario().pace;
        Lab(Rc::new(Inner {
            session: RefCell::new(session),
            listeners: RefCell::default(),
            next: Cell::new(0),
            playing: Cell::new(false),
            number: NUMBERS.replace(NUMBERS.get() + 1),
            pace: Cell::new(pace),
            hidden,
        }))
    }

    /// The id of a part of it in the page, where there may be several labs.
    pub fn id(&self, part: &str) -> String {
        format!("{part}-{}", self.0.number)
    }

    /// Is a part of it not to be seen?
    pub fn hides(&self, part: Part) -> bool {
        self.0.hidden.has(part)
    }

    /// The session, to look at.
    pub fn session(&self) -> Ref<'_, Session> {
        self.0.session.borrow()
    }

    /// Changes the session, and tells everybody whom that concerns.
    pub fn change<T>(&self, change: impl FnOnce(&mut Session) -> T) -> T {
        let before = self.state();
        let answer = change(&mut self.0.session.borrow_mut());
        let after = self.state();
        let what = match () {
            () if before.0 != after.0 => Some(Interest::Run),
            () if before.1 != after.1 => Some(Interest::Step),
            () if before.2 != after.2 => Some(Interest::Tick),
            () => None,
        };
        if let Some(what) = what {
            self.tell(what);
        }
        answer
    }

    /// What distinguishes runs, steps and ticks.
    fn state(&self) -> ((u64, usize, usize, usize), usize, u64) {
        let session = self.session();
        let (line, (undo, redo)) = (session.line(), session.can_undo());
        let trace = line.trace();
        let acts = line.script().acts().len();
        let undo = usize::from(undo) + 2 * usize::from(redo);
        let run = (trace.hash(), acts, line.branches().len(), undo + 4 * session.stage());
        (run, line.cursor(), line.now().0)
    }

    /// Tells everybody who is interested.
    pub fn tell(&self, what: Interest) {
        let listeners = self.0.listeners.borrow();
        let concerned = listeners.iter().filter(|listener| what <= listener.interest);
        let tell: Vec<_> = concerned.map(|listener| listener.tell.clone()).collect();
        drop(listeners);
        tell.iter().for_each(|tell| tell.emit(()));
    }

    /// Wants to be told. The answer takes that back.
    pub fn listen(&self, interest: Interest, tell: Callback<()>) -> u32 {
        let id = self.0.next.replace(self.0.next.get() + 1);
        self.0.listeners.borrow_mut().push(Listener { id, interest, tell });
        id
    }

    /// Wants to be told no more.
    pub fn leave(&self, id: u32) {
        self.0.listeners.borrow_mut().retain(|listener| listener.id != id);
    }

    /// Is it playing?
    pub fn is_playing(&self) -> bool {
        self.0.playing.get()
    }

    /// Plays, or stands still.
    pub fn set_playing(&self, playing: bool) {
        if self.0.playing.replace(playing) != playing {
            self.tell(Interest::Run);
        }
    }

    /// Plays if it stands still, and stands still if it plays; from its end it begins anew.
    pub fn toggle(&self) {
        if !self.is_playing() && self.session().is_at_end() {
            self.change(Session::rewind);
        }
        self.set_playing(!self.is_playing());
    }

    /// How much virtual time passes in one second.
    pub fn pace(&self) -> f64 {
        self.0.pace.get()
    }

    /// Sets the pace. It never changes the outcome.
    pub fn set_pace(&self, pace: f64) {
        self.0.pace.set(pace.clamp(0.1, 1_000.0));
        self.tell(Interest::Tick);
    }

    /// So many seconds have passed for the reader; at the end of the run it stands still.
    pub fn pass(&self, seconds: f64) {
        // A last frame may come when it has been stopped already.
        if !self.is_playing() {
            return;
        }
        let nanos = (seconds * self.pace() * 1e9).clamp(0.0, 1e12) as u64;
        self.change(|session| session.play_on(Span(nanos)));
        if self.session().is_at_end() {
            self.set_playing(false);
        }
    }
}
