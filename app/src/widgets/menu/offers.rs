//! What a menu offers for what is struck, built from the cards of the faults.
use crate::state::{Session, Subject};
use crate::words::{act_title, fault_sentence};
use engine::faults::{Fault, FaultCard, FaultKind, Group, Target, TargetKind};
use engine::kernel::{Cut, HostId, HostSet, LinkState, sort_by_key};
use engine::world::{Frame, HostView};

/// One entry of a menu.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Offer {
    /// What it does; its amount is only proposed where it is still to be asked for.
    pub fault: Fault,
    /// It undoes what was done.
    pub mends: bool,
    /// Nothing is left to be asked.
    pub settled: bool,
}

impl Offer {
    fn new(kind: FaultKind, target: Target) -> Offer {
        let settled = kind.card().param.is_none();
        Offer { fault: Fault::new(kind, target), mends: false, settled }
    }

    fn mending(kind: FaultKind, target: Target) -> Offer {
        Offer { mends: true, ..Offer::new(kind, target) }
    }

    fn with(self, amount: i64) -> Offer {
        Offer { fault: self.fault.by(amount), settled: true, ..self }
    }

    /// What it is called.
    pub(super) fn title(&self, session: &Session) -> String {
        act_title(&session.scenario().cast, &self.fault)
    }

    /// What it does, in one sentence; an order says it by its name.
    pub(super) fn says(&self, session: &Session) -> String {
        match self.fault.target {
            Target::Node(_) => String::new(),
            _ if self.mends && self.fault.kind.card().param.is_some() => {
                format!("{}.", fault_sentence(&session.scenario().cast, &self.fault))
            }
            _ => self.fault.kind.card().says.to_owned(),
        }
    }

    /// Under which heading it stands; what mends comes first, under its own.
    pub(super) fn heading(&self) -> Option<Group> {
        (!self.mends).then_some(self.fault.kind.card().group)
    }
}

/// In which direction a link is struck.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Way {
    #[default]
    Both,
    There,
    Back,
}

/// All that can be done to what is struck, what mends it first. A menu in which something is to
/// be chosen first offers nothing by itself.
pub(super) fn offers(session: &Session, subject: &Subject, way: Way) -> Vec<Offer> {
    let frame = session.frame();
    let mut found = match *subject {
        Subject::Host(host) => on_host(session, &frame, host),
        Subject::Link(a, b) => on_link(&frame, a, b, way),
        Subject::Cut(cut) => vec![heal(&cut)],
        Subject::Message(name) => {
            let cards = cards().filter(|card| card.target == TargetKind::Message);
            cards.map(|card| Offer::new(card.kind, Target::Message(name))).collect()
        }
        Subject::Act(_) | Subject::Anything => Vec::new(),
    };
    sort_by_key(&mut found, |offer| !offer.mends);
    found
}

fn cards() -> impl Iterator<Item = &'static FaultCard> {
    FaultKind::ALL.into_iter().map(FaultKind::card)
}

fn on_host(session: &Session, frame: &Frame, host: HostId) -> Vec<Offer> {
    let cast = &session.scenario().cast;
    let Some(view) = frame.hosts.get(host.index()) else { return Vec::new() };
    let (this, target) = (HostSet::EMPTY.with(host), Target::Hosts(HostSet::EMPTY.with(host)));
    let lying = lies(session, host);
    let is_client = cast.hosts[host.index()].is_client;
    let strikes = cards().filter(|card| card.target == TargetKind::Hosts);
    let strikes = strikes.filter(|card| !is_client || card.group != Group::Disk);
    let mut found: Vec<_> =
        strikes.filter_map(|card| on_this_host(view, card.kind, target, lying)).collect();
    if view.slow.0 > 0 {
        found.push(Offer::mending(FaultKind::Slow, target).with(0));
    }
    if view.disk_slow.0 > 0 {
        found.push(Offer::mending(FaultKind::DiskSlow, target).with(0));
    }
    let all: HostSet = (0..cast.hosts.len() as u16).map(HostId).collect();
    let alone = Cut { from: this, to: all.minus(this), one_way: false };
    found.push(match frame.cuts.contains(&alone) {
        true => heal(&alone),
        false => Offer::new(FaultKind::Cut, Target::Sides(alone.from, alone.to)),
    });
    for node in frame.nodes.iter().filter(|node| node.host == host && view.up && !view.paused) {
        let orders = cast.info(node.id.service).card.orders.len() as i64;
        let order =
            |order| Offer::new(FaultKind::OperatorAction, Target::Node(node.id)).with(order);
        found.extend((0..orders).map(order));
    }
    found
}

/// A fault, if it would change anything about a host.
fn on_this_host(view: &HostView, kind: FaultKind, target: Target, lying: bool) -> Option<Offer> {
    let acts = view.up && !view.paused;
    let wrong = view.drift_ppm != 0 || view.wall_error != 0;
    match kind {
        FaultKind::Restart => (!view.up).then(|| Offer::mending(kind, target)),
        FaultKind::Resume => view.paused.then(|| Offer::mending(kind, target)),
        FaultKind::ClockSync => wrong.then(|| Offer::mending(kind, target)),
        FaultKind::Crash | FaultKind::CrashAmnesia => view.up.then(|| Offer::new(kind, target)),
        FaultKind::Pause => acts.then(|| Offer::new(kind, target)),
        FaultKind::DiskLie if lying => Some(Offer::mending(kind, target).with(0)),
        FaultKind::DiskLie => Some(Offer::new(kind, target).with(1)),
        _ => Some(Offer::new(kind, target)),
    }
}

/// Do the disks of a host lie now, by what befell them?
fn lies(session: &Session, host: HostId) -> bool {
    let acts = session.line().script().acts().iter().rev();
    let mut past = acts.filter(|act| act.at <= session.now()).map(|act| act.fault);
    let last =
        past.find(|fault| fault.kind == FaultKind::DiskLie && fault.target.hosts().contains(host));
    last.is_some_and(|fault| fault.amount > 0)
}

fn on_link(frame: &Frame, a: HostId, b: HostId, way: Way) -> Vec<Offer> {
    let [one, other] = [a, b].map(|host| HostSet::EMPTY.with(host));
    let (target, cuts) = match way {
        Way::Both => (Target::Sides(one, other), FaultKind::Cut),
        Way::There => (Target::OneWay(one, other), FaultKind::CutOneway),
        Way::Back => (Target::OneWay(other, one), FaultKind::CutOneway),
    };
    let crosses = |cut: &&Cut| cut.links().any(|link| link == (a, b) || link == (b, a));
    let mut found: Vec<_> = frame.cuts.iter().filter(crosses).map(heal).collect();
    let state = |from, to| {
        let known = frame.links.iter().find(|link| (link.from, link.to) == (from, to));
        known.map_or(LinkState::default(), |link| link.state)
    };
    let states = [state(a, b), state(b, a)];
    if states.iter().any(|state| state.held) {
        found.push(Offer::mending(FaultKind::Release, target));
    }
    if states.iter().any(|state| state.impaired) {
        found.push(Offer::mending(FaultKind::Heal, Target::All));
    }
    let strikes = cards().filter(|card| match card.kind {
        FaultKind::Heal | FaultKind::Release | FaultKind::PartialCut => false,
        FaultKind::Cut | FaultKind::CutOneway => card.kind == cuts,
        _ => card.target == TargetKind::Links,
    });
    found.extend(strikes.map(|card| Offer::new(card.kind, target)));
    found
}

fn heal(cut: &Cut) -> Offer {
    let target = match cut.one_way {
        true => Target::OneWay(cut.from, cut.to),
        false => Target::Sides(cut.from, cut.to),
    };
    Offer::mending(FaultKind::Heal, target)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::sample;

    fn titles(session: &Session, subject: Subject, way: Way) -> Vec<String> {
        offers(session, &subject, way).iter().map(|offer| offer.title(session)).collect()
    }

    #[test]
    fn what_mends_comes_first_and_what_changes_nothing_does_not_come() {
        let mut session = sample(500);
        let on = |session: &Session| titles(session, Subject::Host(HostId(3)), Way::Both);
        assert_eq!(on(&session)[0], "Crash");
        assert!(on(&session).contains(&"Tell n4 to step down".to_owned()));
        let target = Target::Hosts(HostSet::EMPTY.with(HostId(3)));
        let faults = [FaultKind::Slow, FaultKind::DiskLie, FaultKind::Crash];
        session.act(&faults.map(|kind| Fault::new(kind, target)));
        let mended = on(&session);
        let first = ["Restart", "Make its disks honest", "Make it as quick as built"];
        assert_eq!(mended[..3], first);
        assert!(!mended.contains(&"Crash".to_owned()) && !mended.contains(&"Pause".to_owned()));
    }

    #[test]
    fn a_client_has_no_disk_and_a_host_that_is_cut_off_can_be_healed() {
        let mut session = sample(500);
        let client = Subject::Host(HostId(5));
        assert!(!titles(&session, client, Way::Both).contains(&"Slow its disks".to_owned()));
        let found = offers(&session, &client, Way::Both);
        let cut = found.iter().find(|offer| offer.fault.kind == FaultKind::Cut);
        session.act(&[cut.expect("it can be cut off").fault]);
        assert_eq!(titles(&session, client, Way::Both)[0], "Heal");
    }

    #[test]
    fn a_link_is_struck_both_ways_or_one_way() {
        let session = sample(3_000);
        let (n1, n3) = (HostId(0), HostId(2));
        let both = offers(&session, &Subject::Link(n1, n3), Way::Both);
        assert_eq!(both[0].fault.kind, FaultKind::Heal, "a cut lies across it");
        assert_eq!(both[0].fault.target.cut(), session.frame().cuts.first().copied());
        let back = offers(&session, &Subject::Link(n1, n3), Way::Back);
        let [n1, n3] = [n1, n3].map(|host| HostSet::EMPTY.with(host));
        let cut = back.iter().find(|offer| offer.fault.kind == FaultKind::CutOneway);
        assert_eq!(cut.expect("a cut").fault.target, Target::OneWay(n3, n1));
        assert!(back.iter().all(|offer| offer.fault.kind != FaultKind::Cut));
    }
}
