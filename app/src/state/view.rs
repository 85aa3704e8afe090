//! What is looked at: which row is asked about, which panel and which picture are open.
use engine::evidence::Kind;
use engine::kernel::{Cut, HostId, MessageName, NodeId};
use engine::modes::{ClassId, Mode};
use engine::node::OpId;
use std::rc::Rc;
use yew::Reducible;

/// The panels beside the stage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Panel {
    /// The predicate of a row, and the causes of where it stands.
    #[default]
    Why,
    /// All items, for their holders and in truth.
    Evidence,
    /// Where one row stands, as needles, and how it came there.
    Compass,
    /// What is promised now.
    Guarantees,
    /// What clients undertook.
    History,
    /// Latency, staleness, answers.
    Charts,
    /// What the checks conclude.
    Invariants,
}

impl Panel {
    /// All of them, in the order of their tabs.
    pub const ALL: &[Panel] = &[
        Panel::Why,
        Panel::Evidence,
        Panel::Compass,
        Panel::Guarantees,
        Panel::History,
        Panel::Charts,
        Panel::Invariants,
    ];

    /// On its tab.
    pub const fn name(self) -> &'static str {
        match self {
            Panel::Why => "Why",
            Panel::Evidence => "Evidence",
            Panel::Compass => "Compass",
            Panel::Guarantees => "Guarantees",
            Panel::History => "History",
            Panel::Charts => "Charts",
            Panel::Invariants => "Invariants",
        }
    }
}

/// The pictures of the run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// Hosts, links, messages.
    #[default]
    Stage,
    /// Lanes against time.
    SpaceTime,
    /// Evidence in the six states of its life.
    Flow,
    /// A table of all steps.
    Events,
    /// Everything in words.
    Words,
}

impl View {
    /// All of them, in the order of their tabs.
    pub const ALL: &[View] = &[View::Stage, View::SpaceTime, View::Flow, View::Events, View::Words];

    /// On its tab.
    pub const fn name(self) -> &'static str {
        match self {
            View::Stage => "Stage",
            View::SpaceTime => "Space–time",
            View::Flow => "Flow",
            View::Events => "Events",
            View::Words => "In words",
        }
    }
}

/// What "why?" is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// Where a node stands in a class, and perhaps one column of its row.
    Row(NodeId, ClassId, Option<Mode>),
    /// How an item of evidence stands: its kind, its issuer, its holder.
    Item(Kind, NodeId, NodeId),
    /// How an operation was answered.
    Operation(OpId),
    /// What happened in a step, and the hash of the run with it: another run has another.
    Step(usize, u64),
    /// What a check of a service found, by its place in the scenario's list.
    Finding(usize),
}

/// What can be struck on the stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A machine, or a client's.
    Host(HostId),
    /// The link between two machines.
    Link(HostId, HostId),
    /// A boundary.
    Cut(Cut),
    /// A message under way.
    Message(MessageName),
    /// What befalls the run, by its place in the script.
    Act(usize),
    /// Whatever the reader chooses.
    Anything,
}

/// Somebody wants a menu.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MenuRequest {
    /// For what.
    pub subject: Subject,
    /// Where, in pixels from the left and the top of the window.
    pub at: (f64, f64),
}

/// What is looked at.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Focus {
    /// What "why?" is asked about; nothing asks about the row that is worst off.
    pub topic: Option<Topic>,
    /// Which panel is open.
    pub panel: Panel,
    /// Which picture is open.
    pub view: View,
}

/// Something else is looked at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ViewAction {
    /// Why this?
    Ask(Topic),
    /// Another panel.
    Open(Panel),
    /// Another picture.
    Show(View),
    /// This is chosen, or nothing in particular any more, and no other panel opens.
    Look(Option<Topic>),
}

impl Reducible for Focus {
    type Action = ViewAction;

    fn reduce(self: Rc<Self>, action: ViewAction) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            ViewAction::Ask(topic) => {
                next.topic = Some(topic);
                next.panel = Panel::Why;
            }
            ViewAction::Open(panel) => next.panel = panel,
            ViewAction::Show(view) => next.view = view,
            ViewAction::Look(topic) => next.topic = topic,
        }
        Rc::new(next)
    }
}
