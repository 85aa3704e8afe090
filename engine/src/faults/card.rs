//! What is fixed about a fault, as menus show it.
use super::{FaultKind, Target};
use crate::kernel::Unit;

/// A fault, as readers see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FaultCard {
    /// Which one.
    pub kind: FaultKind,
    /// In scripts. Never changes.
    pub slug: &'static str,
    /// In menus.
    pub title: &'static str,
    /// What it does, in one sentence.
    pub says: &'static str,
    /// Other words by which it is looked for.
    pub also: &'static str,
    /// Under which heading it is listed.
    pub group: Group,
    /// What it strikes.
    pub target: TargetKind,
    /// Its amount, if it has one.
    pub param: Option<ParamCard>,
    /// What mends it.
    pub undo: Option<FaultKind>,
}

/// What a fault befalls: the headings of menus, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Who can talk to whom.
    Cut,
    /// All messages of a link.
    Link,
    /// Single messages.
    Message,
    /// Hosts.
    Host,
    /// Clocks.
    Clock,
    /// Disks.
    Disk,
    /// People.
    Human,
}

impl Group {
    /// Its heading.
    pub const fn name(self) -> &'static str {
        match self {
            Group::Cut => "Cuts",
            Group::Link => "Links",
            Group::Message => "Single messages",
            Group::Host => "Hosts",
            Group::Clock => "Clocks",
            Group::Disk => "Disks",
            Group::Human => "Orders",
        }
    }
}

/// What a fault strikes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TargetKind {
    /// Two groups of hosts, and all links between them.
    Sides,
    /// The links from one group of hosts to another.
    OneWay,
    /// Links between two groups, in one direction or both, or all links.
    Links,
    /// One message.
    Message,
    /// Hosts.
    Hosts,
    /// One node.
    Node,
}

impl TargetKind {
    /// Is this a target of that kind?
    pub const fn takes(self, target: &Target) -> bool {
        match target {
            Target::All => matches!(self, TargetKind::Links),
            Target::Sides(..) => matches!(self, TargetKind::Links | TargetKind::Sides),
            Target::OneWay(..) => matches!(self, TargetKind::Links | TargetKind::OneWay),
            Target::Message(_) => matches!(self, TargetKind::Message),
            Target::Hosts(_) => matches!(self, TargetKind::Hosts),
            Target::Node(_) => matches!(self, TargetKind::Node),
        }
    }
}

/// The amount of a fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParamCard {
    /// What it is the amount of.
    pub name: &'static str,
    /// How it is read and written.
    pub unit: Unit,
    /// The least and the greatest that is allowed.
    pub range: (i64, i64),
    /// What menus propose.
    pub default: i64,
    /// The range of real hardware, where more is allowed so that it can be seen; beyond it the
    /// page says "exaggerated".
    pub realistic: Option<(i64, i64)>,
}
