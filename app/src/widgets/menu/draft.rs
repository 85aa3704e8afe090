//! A fault that is being put together from what is chosen and typed: what, whom, how much, when.
use crate::words::{instant, parted, read_amount, read_instant};
use engine::faults::{Fault, FaultKind, ParamCard, Target, TargetKind};
use engine::kernel::{Cut, HostSet, Instant, MessageName, NodeId};
use engine::timeline::Act;

/// What has been chosen and typed so far.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Draft {
    /// What.
    pub kind: FaultKind,
    /// Whom.
    pub aim: Aim,
    /// How much, as typed.
    pub amount: String,
    /// When, as typed, if that can be chosen.
    pub when: Option<String>,
}

/// Whom it is to strike.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Aim {
    /// That is settled.
    At(Target),
    /// These hosts.
    Hosts(HostSet),
    /// The links between these hosts and all others; the other way round if they are to be struck
    /// in the direction of these.
    Around(HostSet, bool),
    /// The links between these and those.
    Between(HostSet, HostSet),
    /// This message.
    Message(Option<MessageName>),
    /// This node gets an order.
    Node(Option<NodeId>),
}

impl Draft {
    /// Nothing has been chosen yet but what.
    pub(super) fn new(kind: FaultKind) -> Draft {
        let aim = match kind.card().target {
            TargetKind::Hosts => Aim::Hosts(HostSet::EMPTY),
            TargetKind::Message => Aim::Message(None),
            TargetKind::Node => Aim::Node(None),
            TargetKind::Sides if kind == FaultKind::PartialCut => {
                Aim::Between(HostSet::EMPTY, HostSet::EMPTY)
            }
            TargetKind::Sides | TargetKind::OneWay | TargetKind::Links => {
                Aim::Around(HostSet::EMPTY, false)
            }
        };
        let amount = kind.card().param.map_or(0, |param| param.default);
        Draft { kind, aim, amount: typed(kind, amount), when: None }
    }

    /// Only the amount is open.
    pub(super) fn of(fault: &Fault) -> Draft {
        let amount = typed(fault.kind, fault.amount);
        Draft { kind: fault.kind, aim: Aim::At(fault.target), amount, when: None }
    }

    /// An act of the script: its moment and its amount are open.
    pub(super) fn of_act(act: &Act) -> Draft {
        Draft { when: Some(instant(act.at)), ..Draft::of(&act.fault) }
    }

    /// A cut is to be made anew.
    pub(super) fn of_cut(cut: &Cut) -> Draft {
        let kind = if cut.one_way { FaultKind::CutOneway } else { FaultKind::Cut };
        Draft { aim: Aim::Around(cut.from, false), ..Draft::new(kind) }
    }

    /// Its amount, if it is a number that can be typed: an order is none, nor is yes or no.
    pub(super) fn param(&self) -> Option<ParamCard> {
        let is_order = matches!(self.aim, Aim::Node(_) | Aim::At(Target::Node(_)));
        self.kind.card().param.filter(|param| !is_order && param.range != (0, 1))
    }

    /// The unit of a bare number: that of the amount which its card proposes.
    pub(super) fn unit(param: &ParamCard) -> String {
        parted(param.unit, param.default).1
    }

    /// How much, or what is wrong with what was typed.
    pub(super) fn how_much(&self) -> Result<i64, String> {
        match self.param() {
            Some(param) => read_amount(param.unit, param.range, &Draft::unit(&param), &self.amount),
            None => Ok(self.amount.parse().unwrap_or_default()),
        }
    }

    /// When, or what is wrong with what was typed.
    pub(super) fn at(&self, end: Instant) -> Result<Option<Instant>, String> {
        self.when.as_ref().map(|text| read_instant(end, text)).transpose()
    }

    /// Whom, or what is still to be chosen.
    pub(super) fn whom(&self, all: HostSet) -> Result<Target, &'static str> {
        let parted = |a: HostSet, b: HostSet| !a.is_empty() && !b.is_empty();
        match self.aim {
            Aim::At(target) => Ok(target),
            Aim::Hosts(hosts) if hosts.is_empty() => Err("Choose at least one host."),
            Aim::Hosts(hosts) => Ok(Target::Hosts(hosts)),
            Aim::Around(hosts, back) => match (self.kind.card().target, all.minus(hosts)) {
                (TargetKind::Links, rest) if !parted(hosts, rest) => Ok(Target::All),
                (_, rest) if !parted(hosts, rest) => Err("Choose some hosts, and not all."),
                (TargetKind::OneWay, rest) if back => Ok(Target::OneWay(rest, hosts)),
                (TargetKind::OneWay, rest) => Ok(Target::OneWay(hosts, rest)),
                (_, rest) => Ok(Target::Sides(hosts, rest)),
            },
            Aim::Between(a, b) => match parted(a, b.minus(a)) {
                true => Ok(Target::Sides(a, b.minus(a))),
                false => Err("Choose hosts for both sides."),
            },
            Aim::Message(name) => name.map(Target::Message).ok_or("Choose a message."),
            Aim::Node(node) => node.map(Target::Node).ok_or("Choose an order."),
        }
    }

    /// All of it, if nothing is missing or wrong.
    pub(super) fn fault(&self, all: HostSet) -> Option<Fault> {
        let (target, amount) = (self.whom(all).ok()?, self.how_much().ok()?);
        Some(Fault::new(self.kind, target).by(amount))
    }
}

/// An amount as it would be typed, in the unit that its card proposes if it can be.
fn typed(kind: FaultKind, amount: i64) -> String {
    let Some(param) = kind.card().param else { return "0".into() };
    let (number, unit) = parted(param.unit, amount);
    match unit == Draft::unit(&param) {
        true => number,
        false => format!("{number} {unit}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::kernel::HostId;

    fn hosts(bits: u64) -> HostSet {
        HostSet::from_bits(bits)
    }

    const ALL: u64 = 0b11111;

    #[test]
    fn a_cut_has_two_sides() {
        let mut draft = Draft::new(FaultKind::Cut);
        assert_eq!(draft.whom(hosts(ALL)), Err("Choose some hosts, and not all."));
        assert_eq!(draft.fault(hosts(ALL)), None);
        draft.aim = Aim::Around(hosts(0b11), false);
        let cut = Fault::new(FaultKind::Cut, Target::Sides(hosts(0b11), hosts(0b11100)));
        assert_eq!(draft.fault(hosts(ALL)), Some(cut));
        draft.aim = Aim::Around(hosts(ALL), false);
        assert!(draft.whom(hosts(ALL)).is_err());
    }

    #[test]
    fn the_other_way_round_the_others_are_cut_off() {
        let aim = Aim::Around(hosts(0b1), true);
        let draft = Draft { aim, ..Draft::new(FaultKind::CutOneway) };
        assert_eq!(draft.whom(hosts(0b111)), Ok(Target::OneWay(hosts(0b110), hosts(0b1))));
    }

    #[test]
    fn links_of_nobody_are_all_links() {
        let draft = Draft::new(FaultKind::Loss);
        let fault = draft.fault(hosts(ALL)).expect("all is proposed");
        assert_eq!((fault.target, fault.amount), (Target::All, 200));
    }

    #[test]
    fn in_a_partial_cut_a_host_is_on_one_side_only() {
        let aim = Aim::Between(hosts(0b011), hosts(0b110));
        let draft = Draft { aim, ..Draft::new(FaultKind::PartialCut) };
        assert_eq!(draft.whom(hosts(ALL)), Ok(Target::Sides(hosts(0b011), hosts(0b100))));
    }

    #[test]
    fn every_fault_of_an_act_is_read_back_from_its_draft() {
        for kind in FaultKind::ALL {
            let target = Target::Hosts(HostSet::EMPTY.with(HostId(1)));
            let fault = Fault::new(kind, target);
            let act = Act { at: Instant(2_400_000_000), fault };
            let draft = Draft::of_act(&act);
            assert_eq!(draft.fault(hosts(ALL)), Some(fault), "{kind:?}");
            assert_eq!(draft.at(Instant(9_000_000_000)), Ok(Some(act.at)));
        }
        let tiny = Fault::new(FaultKind::Delay, Target::All).by(1_500);
        assert_eq!(Draft::of(&tiny).amount, "1.5 us");
    }
}
